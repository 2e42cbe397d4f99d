/** The few pages that the gateway serves itself: what this is, and the description of every interface. */
@NullMarked
package dev.keshi.gateway.page;

import org.jspecify.annotations.NullMarked;
