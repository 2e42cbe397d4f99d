/**
 * Runs inside a contender's process: writes at a given pace, sees the acknowledgements of Kafka and the calls of handlers, and answers
 * the runner's questions over standard input and output.
 */
@NullMarked
package dev.keshi.benchmarks.load;

import org.jspecify.annotations.NullMarked;
