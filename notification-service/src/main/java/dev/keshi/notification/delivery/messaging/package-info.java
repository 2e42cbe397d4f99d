/** What this feature hears from other services. */
@NullMarked
package dev.keshi.notification.delivery.messaging;

import org.jspecify.annotations.NullMarked;
