package dev.keshi.org.timeline;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Something planned that came into force on a day and has not been told yet: of what, by its id. As text it is the place from which a look goes on.
 */
public record Due(LocalDate day, String id) {

    private static final String BETWEEN = " ";

    /** @param place as {@link #place} says it; empty text before the first */
    public static Optional<Due> parse(String place) {
        if (place.isEmpty()) {
            return Optional.empty();
        }
        int between = place.indexOf(BETWEEN);
        return Optional.of(
                new Due(LocalDate.parse(place.substring(0, between)), place.substring(between + BETWEEN.length())));
    }

    public String place() {
        return day + BETWEEN + id;
    }
}
