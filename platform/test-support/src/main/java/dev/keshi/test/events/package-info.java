/** Looks at published events from outside, with nothing of the services in between. */
@NullMarked
package dev.keshi.test.events;

import org.jspecify.annotations.NullMarked;
