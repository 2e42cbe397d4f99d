/** Spring Modulith's event publication registry in MongoDB, with externalisation to Kafka, as its reference describes it. */
@NullMarked
package dev.keshi.benchmarks.modulith;

import org.jspecify.annotations.NullMarked;
