/**
 * Conditions that users write in FEEL on the flows of a process and on its start form. They are checked when a process
 * is deployed and evaluated within fixed bounds; nothing a user writes reaches Java. This package alone knows the FEEL
 * engine.
 */
@NullMarked
package dev.keshi.workflow.condition;

import org.jspecify.annotations.NullMarked;
