package dev.keshi.service.page;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A place in an ordered list: the value the list is sorted by and, between equal values, the id.
 *
 * @param key as text, in the form in which {@code of} wrote it
 */
public record Position(String key, String id) {

    public static Position of(String key, String id) {
        return new Position(key, id);
    }

    public static Position of(long key, String id) {
        return new Position(Long.toString(key), id);
    }

    public static Position of(Instant key, String id) {
        return new Position(key.toString(), id);
    }

    public static Position of(LocalDate key, String id) {
        return new Position(key.toString(), id);
    }

    public long number() {
        return Long.parseLong(key);
    }

    public Instant instant() {
        return Instant.parse(key);
    }

    public LocalDate date() {
        return LocalDate.parse(key);
    }
}
