package dev.keshi.messaging;

/**
 * An aggregate as it was read or written.
 *
 * @param version rises by one with every change of the state; publishing and trimming events do not touch it
 */
public record Versioned<S>(String id, long version, S state) {}
