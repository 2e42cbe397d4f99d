/** Query parameters of the interfaces: what an operation does not know, or knows once and is given twice, is refused, as unknown fields of a body are. */
@NullMarked
package dev.keshi.service.query;

import org.jspecify.annotations.NullMarked;
