/**
 * Who approves: rules that a process names (manager, deputy in charge, role, levels up, ...), the port to the
 * organisation as this service knows it, and the resolution with its reasons.
 */
@NullMarked
package dev.keshi.workflow.approver;

import org.jspecify.annotations.NullMarked;
