/**
 * The aggregate store, whose documents carry their own unpublished events. A command is one atomic document write; the
 * relay publishes what the write left behind.
 */
@NullMarked
package dev.keshi.messaging;

import org.jspecify.annotations.NullMarked;
