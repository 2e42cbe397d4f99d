package dev.keshi.risk.indicator;

/** An indicator of performance-service that has a target. It never changes, so there is no more to know of it. */
record KnownIndicatorDocument(String code) {}
