/**
 * Faults on purpose, seeded and repeatable: a platform of its own works under load, one thing is broken at a time and mended again, and a ledger
 * that stands outside of the services says which promises were kept. {@code ./keshi chaos} and the tests use the same code.
 */
@NullMarked
package dev.keshi.chaos;

import org.jspecify.annotations.NullMarked;
