package dev.keshi.contracts;

/**
 * A fact that a service has published, as it stands in the record's JSON value. Implementations are records that carry
 * {@link EventContract}; they are complete in themselves and never change their meaning, only gain optional fields.
 */
public interface PublishedEvent {}
