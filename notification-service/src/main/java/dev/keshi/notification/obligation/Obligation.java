package dev.keshi.notification.obligation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An obligation that waits for somebody.
 *
 * @param since when it came to wait for those who have it now
 * @param began when it began to wait, for those who have had it since then
 * @param staying those who have
 * @param order what the list is sorted by, before the id
 * @param version rises with every event about it
 */
record Obligation(
        String id,
        ObligationKind kind,
        Topic topic,
        List<Holder> holders,
        Instant since,
        Optional<Instant> began,
        List<Holder> staying,
        Optional<LocalDate> dueOn,
        Instant order,
        long version) {

    Obligation {
        holders = List.copyOf(holders);
        staying = List.copyOf(staying);
    }

    /** With another title. */
    Obligation called(String title, @Nullable String titleEn) {
        return new Obligation(
                id, kind, topic.called(title, titleEn), holders, since, began, staying, dueOn, order, version);
    }

    /** @param readers as whom somebody has it */
    Instant sinceOf(Collection<Holder> readers) {
        return began.filter(_ -> staying.stream().anyMatch(readers::contains)).orElse(since);
    }
}
