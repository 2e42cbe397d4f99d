/** Query parameters of the interfaces: what an operation does not know is refused, as unknown fields of a body are. */
@NullMarked
package dev.keshi.service.query;

import org.jspecify.annotations.NullMarked;
