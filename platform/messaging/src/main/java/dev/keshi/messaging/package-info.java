/**
 * The aggregate store, whose documents carry their own unpublished events, and the consumer kit. A command is one
 * atomic document write; the relay publishes what the write left behind; consumers apply each event once.
 */
@NullMarked
package dev.keshi.messaging;

import org.jspecify.annotations.NullMarked;
