/** Facts that hold from a day on, until the next one: what makes the organisation visible as it stood on any day. */
@NullMarked
package dev.keshi.org.timeline;

import org.jspecify.annotations.NullMarked;
