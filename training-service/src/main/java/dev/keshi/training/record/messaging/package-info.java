/** Events that say that somebody has learned something. */
@NullMarked
package dev.keshi.training.record.messaging;

import org.jspecify.annotations.NullMarked;
