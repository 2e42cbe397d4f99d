/**
 * People as training knows them: what became known of each, from whom it was heard and when. Facts are kept as they arrive, in whatever
 * order and however often; what follows from all of them together is decided anew by those who follow a person, so neither order nor
 * repetition leaves a trace.
 */
@NullMarked
package dev.keshi.training.trainee;

import org.jspecify.annotations.NullMarked;
