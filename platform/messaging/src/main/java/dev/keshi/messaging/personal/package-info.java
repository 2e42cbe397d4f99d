/**
 * Personal data that travels in events: encrypted with a key per person, so that destroying the key erases it from
 * Kafka, from the archive and from every copy at once.
 */
@NullMarked
package dev.keshi.messaging.personal;

import org.jspecify.annotations.NullMarked;
