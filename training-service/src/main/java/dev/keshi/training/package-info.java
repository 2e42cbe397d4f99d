/**
 * The training service. Its features are packages beside each other: {@code course} is the catalogue, {@code session} are the
 * courses held at a place and time with those who come, {@code assignment} says who has to take what until when and what it
 * brought, {@code record} is what each person has learned, and {@code organisation} knows who is there.
 */
@NullMarked
package dev.keshi.training;

import org.jspecify.annotations.NullMarked;
