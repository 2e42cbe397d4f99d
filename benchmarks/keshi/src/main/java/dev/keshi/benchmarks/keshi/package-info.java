/** Keshi's own store, relay and consumer kit, auto-configured as in a service. */
@NullMarked
package dev.keshi.benchmarks.keshi;

import org.jspecify.annotations.NullMarked;
