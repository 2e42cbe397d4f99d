/** Facts that hold from a day on, until the next one: what makes the organisation visible as it stood on any day, and what is told of it when its day has come. */
@NullMarked
package dev.keshi.org.timeline;

import org.jspecify.annotations.NullMarked;
