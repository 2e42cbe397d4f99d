/** What operators did to a service. */
@NullMarked
package dev.keshi.contracts.operations;

import org.jspecify.annotations.NullMarked;
