/** What this feature hears from training-service. */
@NullMarked
package dev.keshi.notification.course.messaging;

import org.jspecify.annotations.NullMarked;
