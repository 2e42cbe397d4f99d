/**
 * The consumer kit. Handlers say what an event means; the kit writes it once, in order for each key, and parks what
 * cannot be applied.
 */
@NullMarked
package dev.keshi.messaging.consumer;

import org.jspecify.annotations.NullMarked;
