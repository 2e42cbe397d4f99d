/**
 * Figures of a department or a person: what waits for them, what is late, what was done by when, month by month. They are
 * worked out when they are asked for, from one entry for each thing that events tell of, and every figure leads to the
 * archived events behind it.
 */
@NullMarked
package dev.keshi.reporting.figure;

import org.jspecify.annotations.NullMarked;
