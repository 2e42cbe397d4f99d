/**
 * The training service. Its features are packages beside each other: {@code course} is the catalogue, {@code session} are the
 * courses held at a place and time with those who come, {@code assignment} says who has to take what until when and what it
 * brought, {@code record} is what each person has learned, {@code quiz} says what answers are worth,
 * {@code lesson} is what online courses are taught by, {@code attempt} is how people did at quizzes, {@code certificate} and
 * {@code evaluation} are what follows from having learned something, and {@code organisation} knows who is there.
 */
@NullMarked
package dev.keshi.training;

import org.jspecify.annotations.NullMarked;
