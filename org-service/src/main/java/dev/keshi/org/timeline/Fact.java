package dev.keshi.org.timeline;

import java.time.LocalDate;

/** Something that holds from a day on. */
public record Fact<T>(LocalDate from, T value) {}
