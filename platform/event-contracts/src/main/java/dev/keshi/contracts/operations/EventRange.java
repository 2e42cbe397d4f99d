package dev.keshi.contracts.operations;

/**
 * Events of one aggregate.
 *
 * @param key id of the aggregate
 * @param from sequence of the first
 * @param to sequence of the last, itself included
 */
public record EventRange(String key, long from, long to) {}
