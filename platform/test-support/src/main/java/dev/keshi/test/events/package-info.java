/** Looks at published events from outside, with nothing of the services in between, and lets events arrive in every way they may. */
@NullMarked
package dev.keshi.test.events;

import org.jspecify.annotations.NullMarked;
