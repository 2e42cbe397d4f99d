/**
 * Changes of a store's shape from release to release, declared as data and carried out when a service starts: in order,
 * once, by one replica, and after a crash from where it was.
 */
@NullMarked
package dev.keshi.messaging.migration;

import org.jspecify.annotations.NullMarked;
