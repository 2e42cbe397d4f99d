package dev.keshi.notification.obligation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An obligation that waits for somebody.
 *
 * @param order what the list is sorted by, before the id
 * @param version rises with every event about it
 */
record Obligation(
        String id,
        ObligationKind kind,
        Topic topic,
        List<Holder> holders,
        Instant since,
        Optional<LocalDate> dueOn,
        Instant order,
        long version) {

    Obligation {
        holders = List.copyOf(holders);
    }

    /** With another title. */
    Obligation called(String title, @Nullable String titleEn) {
        return new Obligation(id, kind, topic.called(title, titleEn), holders, since, dueOn, order, version);
    }
}
