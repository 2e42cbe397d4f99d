/**
 * What an online course is taught by (课件): its lessons and the bank of questions that its quiz draws from, released together in
 * versions. A released version never changes, so that an attempt can be reckoned again at any time.
 */
@NullMarked
package dev.keshi.training.lesson;

import org.jspecify.annotations.NullMarked;
