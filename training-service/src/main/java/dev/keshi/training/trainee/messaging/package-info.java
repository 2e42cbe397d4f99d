/** Events of other services that tell something about people. */
@NullMarked
package dev.keshi.training.trainee.messaging;

import org.jspecify.annotations.NullMarked;
