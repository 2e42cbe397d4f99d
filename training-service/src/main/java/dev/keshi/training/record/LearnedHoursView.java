package dev.keshi.training.record;

/** What a person has learned in a year. */
public record LearnedHoursView(String personId, String departmentId, int entries, int minutes) {}
