/** The AsyncAPI 3 document of all events, made from the catalogue and read by the official parser. */
@NullMarked
package dev.keshi.contracts.asyncapi;

import org.jspecify.annotations.NullMarked;
