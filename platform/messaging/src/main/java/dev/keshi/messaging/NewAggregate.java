package dev.keshi.messaging;

/** An aggregate that a bulk command creates. */
public record NewAggregate<S>(String id, Change<S> change) {}
