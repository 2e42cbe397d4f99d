/** Events published by notification-service. */
@NullMarked
package dev.keshi.contracts.notification;

import org.jspecify.annotations.NullMarked;
