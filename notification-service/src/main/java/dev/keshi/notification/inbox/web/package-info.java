/** The inbox over HTTP. */
@NullMarked
package dev.keshi.notification.inbox.web;

import org.jspecify.annotations.NullMarked;
