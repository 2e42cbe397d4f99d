/**
 * The workflow service. Its features are packages beside each other: {@code definition} turns BPMN into a process graph,
 * {@code form} checks what a request carries, {@code condition} evaluates FEEL, {@code approver} finds who decides,
 * {@code engine} runs instances, {@code workitem} keeps work that people have to do, and {@code worklist} shows a person all that
 * waits.
 */
@NullMarked
package dev.keshi.workflow;

import org.jspecify.annotations.NullMarked;
