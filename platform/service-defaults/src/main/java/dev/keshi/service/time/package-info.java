/** Time as an input: one clock in UTC, and the enterprise's own time zone that decides what "today" is. */
@NullMarked
package dev.keshi.service.time;

import org.jspecify.annotations.NullMarked;
