/** A private mongod: where its program comes from, how it runs, and who may open which database. */
@NullMarked
package dev.keshi.infrastructure.mongo;

import org.jspecify.annotations.NullMarked;
