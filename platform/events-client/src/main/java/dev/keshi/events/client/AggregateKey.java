package dev.keshi.events.client;

/**
 * The unit of order: one aggregate of one service, as one subscription sees it.
 *
 * @param subscription name of the subscription, which is also its consumer group
 * @param kind owner and kind, for example {@code org/person}
 * @param id id of the aggregate, for example of the person
 */
public record AggregateKey(String subscription, String kind, String id) {}
