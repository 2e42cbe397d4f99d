/**
 * Attempts at quizzes. Somebody draws questions, answers them within the time, by the clock of the service, and is scored once; what is not
 * handed in in time is scored as it stands. All attempts of a person at a course are one aggregate, so that neither two tabs nor two
 * replicas give more attempts than there are.
 */
@NullMarked
package dev.keshi.training.attempt;

import org.jspecify.annotations.NullMarked;
