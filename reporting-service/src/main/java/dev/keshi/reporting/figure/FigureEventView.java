package dev.keshi.reporting.figure;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An archived event behind a figure; what it says in full is for those who may read the archive.
 *
 * @param aggregate kind of the thing that it is about
 * @param key id of the thing
 * @param people whose it counts for
 * @param departmentId where it counts; absent for what waits for people of several departments, and of people without one
 */
public record FigureEventView(
        String eventId,
        String type,
        String aggregate,
        String key,
        long sequence,
        Instant time,
        List<String> people,
        @Nullable String departmentId) {

    public FigureEventView {
        people = List.copyOf(people);
    }
}
