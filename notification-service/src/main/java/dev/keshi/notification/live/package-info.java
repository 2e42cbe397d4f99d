/**
 * Inboxes as they change. Each open stream remembers one number, the place of the last change it has told; everything
 * else is read when a bell rings. So a stream that comes back goes on where it was, on any replica, and a slow reader
 * costs no more than a fast one.
 */
@NullMarked
package dev.keshi.notification.live;

import org.jspecify.annotations.NullMarked;
