/**
 * The workflow service. Its features are packages beside each other: {@code definition} turns BPMN into a process graph,
 * {@code form} checks what a request carries, {@code condition} evaluates FEEL, {@code approver} finds who decides, and
 * {@code engine} runs instances.
 */
@NullMarked
package dev.keshi.workflow;

import org.jspecify.annotations.NullMarked;
