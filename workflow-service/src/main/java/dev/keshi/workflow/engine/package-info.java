/**
 * Runs instances of processes. An instance is one state that fits one document: tokens, open tasks, variables and the
 * history that has not been moved out yet. A transition takes a state and a command and gives the next state with the
 * facts that led there, or refuses; it is pure but for what it asks of the approver directory.
 */
@NullMarked
package dev.keshi.workflow.engine;

import org.jspecify.annotations.NullMarked;
