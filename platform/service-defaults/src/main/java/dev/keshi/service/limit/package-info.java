/** What a service takes at once and how large a request may be; the rest is refused quickly and says when to return. */
@NullMarked
package dev.keshi.service.limit;

import org.jspecify.annotations.NullMarked;
