/** Events that say that somebody has passed a quiz. */
@NullMarked
package dev.keshi.training.attempt.messaging;

import org.jspecify.annotations.NullMarked;
