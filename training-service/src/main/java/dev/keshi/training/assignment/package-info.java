/**
 * Courses that somebody has to take until a day: by induction when hired or moved, because an appraisal or a figure found an indicator weak,
 * or because somebody decided it. Each follows once from its reason, ends by being taken, and tells what it brought: the same indicator before and
 * after.
 */
@NullMarked
package dev.keshi.training.assignment;

import org.jspecify.annotations.NullMarked;
