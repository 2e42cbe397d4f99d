/** The published events, described for subscribers: AsyncAPI 3, a JSON Schema and an example for each type. */
@NullMarked
package dev.keshi.gateway.event;

import org.jspecify.annotations.NullMarked;
