/** Obligations over HTTP. */
@NullMarked
package dev.keshi.notification.obligation.web;

import org.jspecify.annotations.NullMarked;
