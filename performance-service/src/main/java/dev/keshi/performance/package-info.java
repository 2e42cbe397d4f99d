/**
 * The performance service. Its features are packages beside each other: {@code scoring} turns ratings and events into a total
 * and a grade that explain themselves, {@code template} keeps what each position is judged by, {@code population} knows who
 * held which position when, {@code goal} keeps what is to be
 * reached, {@code indicator} measures work by the events it leaves, and {@code cycle} runs an appraisal from opening
 * to sign-off; {@code movement} tells of values of indicators that have moved; {@code bundle} brings in what comes with the service.
 */
@NullMarked
package dev.keshi.performance;

import org.jspecify.annotations.NullMarked;
