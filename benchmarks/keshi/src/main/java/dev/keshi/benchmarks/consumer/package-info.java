/** Consumers that read a topic from its start: the archive of reporting-service, a projection, and a bare one. */
@NullMarked
package dev.keshi.benchmarks.consumer;

import org.jspecify.annotations.NullMarked;
