/** Live inboxes as server-sent events. */
@NullMarked
package dev.keshi.notification.live.web;

import org.jspecify.annotations.NullMarked;
