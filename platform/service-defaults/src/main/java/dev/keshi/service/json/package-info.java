/** The JSON that requests may consist of: exactly what the operation names, in the right types, not deep, not twice. */
@NullMarked
package dev.keshi.service.json;

import org.jspecify.annotations.NullMarked;
