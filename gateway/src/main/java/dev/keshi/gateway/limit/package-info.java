/** How much may come in: requests at once, open streams, requests of one caller, bytes of a body. */
@NullMarked
package dev.keshi.gateway.limit;

import org.jspecify.annotations.NullMarked;
