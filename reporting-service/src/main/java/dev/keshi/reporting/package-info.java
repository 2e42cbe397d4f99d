/** What the enterprise can look up about itself: first of all every event there ever was. */
@NullMarked
package dev.keshi.reporting;

import org.jspecify.annotations.NullMarked;
