/** JSON Schema of every event, made from its record, and what its fields mean in both languages. */
@NullMarked
package dev.keshi.contracts.schema;

import org.jspecify.annotations.NullMarked;
