/**
 * What may change in a published event and what may not. The contracts that subscribers already rely on are kept in the module's folder {@code released};
 * {@link dev.keshi.contracts.compatibility.SchemaComparison} holds the build against them.
 */
@NullMarked
package dev.keshi.contracts.compatibility;

import org.jspecify.annotations.NullMarked;
