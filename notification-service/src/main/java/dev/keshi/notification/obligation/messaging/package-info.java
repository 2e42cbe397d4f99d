/** What this feature hears from other services. */
@NullMarked
package dev.keshi.notification.obligation.messaging;

import org.jspecify.annotations.NullMarked;
