/** A subscriber with Spring Boot, as somebody else would write one; docs/subscribing.md shows parts of it. */
@NullMarked
package dev.keshi.events.examples;

import org.jspecify.annotations.NullMarked;
