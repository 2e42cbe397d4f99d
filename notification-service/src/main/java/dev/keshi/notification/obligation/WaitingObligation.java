package dev.keshi.notification.obligation;

import java.time.LocalDate;
import java.util.List;

/**
 * An obligation with a due date that waits for somebody, as reminders see it.
 *
 * @param waitsSince day on which it began to wait for them, by the enterprise's calendar
 */
public record WaitingObligation(
        ObligationKind kind, Topic topic, List<Holder> holders, LocalDate dueOn, LocalDate waitsSince) {

    public WaitingObligation {
        holders = List.copyOf(holders);
    }
}
