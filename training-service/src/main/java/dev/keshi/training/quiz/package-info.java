/**
 * Quizzes as plain arithmetic: which questions somebody draws, in which order, and what the answers are worth. Nothing here knows
 * of people, stores or time.
 */
@NullMarked
package dev.keshi.training.quiz;

import org.jspecify.annotations.NullMarked;
