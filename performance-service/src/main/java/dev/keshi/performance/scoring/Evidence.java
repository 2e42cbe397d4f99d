package dev.keshi.performance.scoring;

/** What one event says of an indicator that events feed. */
public record Evidence(String indicator, String eventId, Points points) {}
