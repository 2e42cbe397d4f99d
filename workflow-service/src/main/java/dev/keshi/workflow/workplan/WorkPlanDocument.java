package dev.keshi.workflow.workplan;

import dev.keshi.workflow.approver.PersonId;
import dev.keshi.workflow.workitem.Priority;
import dev.keshi.workflow.workitem.Wording;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A work plan as it is kept.
 *
 * @param ownerIds those whom its entries name
 * @param entriesEver how many entries it has had; the ids of new ones go on from there
 * @param revision rises by one with everything that people do with it, and when it ends
 * @param nextOn the next day on which there is something to do for it; absent unless it is active
 * @param againAt when to look again for those who were not known when its work was given; absent when there is nothing to give them
 * @param leftOut work that it has not given, the newest first
 */
record WorkPlanDocument(
        String departmentId,
        String name,
        @Nullable String nameEn,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        WorkPlanStatus status,
        List<Entry> entries,
        List<String> ownerIds,
        int entriesEver,
        long revision,
        String draftedBy,
        Instant draftedAt,
        @Nullable Instant activatedAt,
        @Nullable Instant endedAt,
        @Nullable LocalDate nextOn,
        @Nullable Instant againAt,
        List<LeftOut> leftOut) {

    WorkPlanDocument {
        entries = List.copyOf(entries);
        ownerIds = List.copyOf(ownerIds);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * @param weekday of weekly ones only
     * @param month of the quarter, or of the year
     * @param ownerId absent when it is for everybody
     * @param since the first day on which it falls as it does; absent while the plan is a draft, and where that was not kept
     * @param from the first day that was not looked at yet; absent while the plan is a draft
     */
    record Entry(
            String id,
            String title,
            @Nullable String description,
            Priority priority,
            Frequency frequency,
            @Nullable DayOfWeek weekday,
            @Nullable Integer month,
            @Nullable Integer dayOfMonth,
            int dueAfterDays,
            @Nullable String ownerId,
            @Nullable LocalDate since,
            @Nullable LocalDate from) {

        static Entry of(
                String id, PlanContent.Recurring recurring, @Nullable LocalDate since, @Nullable LocalDate from) {
            var recurrence = recurring.recurrence();
            return new Entry(
                    id,
                    recurring.wording().title(),
                    recurring.wording().description().orElse(null),
                    recurring.priority(),
                    recurrence.frequency(),
                    recurrence instanceof Recurrence.Weekly(var on) ? on : null,
                    switch (recurrence) {
                        case Recurrence.Quarterly(var month, var _) -> (Integer) month;
                        case Recurrence.Yearly(var month, var _) -> (Integer) month;
                        case Recurrence.Daily _, Recurrence.Weekly _, Recurrence.Monthly _ -> null;
                    },
                    switch (recurrence) {
                        case Recurrence.Monthly(var day) -> (Integer) day;
                        case Recurrence.Quarterly(var _, var day) -> (Integer) day;
                        case Recurrence.Yearly(var _, var day) -> (Integer) day;
                        case Recurrence.Daily _, Recurrence.Weekly _ -> null;
                    },
                    recurring.dueAfterDays(),
                    recurring.owner().map(PersonId::value).orElse(null),
                    since,
                    from);
        }

        PlanContent.Recurring recurring() {
            return new PlanContent.Recurring(
                    new Wording(title, Optional.ofNullable(description)),
                    priority,
                    recurrence(),
                    dueAfterDays,
                    Optional.ofNullable(ownerId).map(PersonId::new));
        }

        Recurrence recurrence() {
            return switch (frequency) {
                case DAILY -> new Recurrence.Daily();
                case WEEKLY -> new Recurrence.Weekly(there(weekday));
                case MONTHLY -> new Recurrence.Monthly(there(dayOfMonth));
                case QUARTERLY -> new Recurrence.Quarterly(there(month), there(dayOfMonth));
                case YEARLY -> new Recurrence.Yearly(there(month), there(dayOfMonth));
            };
        }

        /** The same rule for the same owner, whatever else it says. */
        boolean fallsAs(PlanContent.Recurring other) {
            return recurrence().equals(other.recurrence())
                    && Objects.equals(
                            ownerId, other.owner().map(PersonId::value).orElse(null));
        }

        /** It gives work of this day, and of none before. */
        Entry begunOn(LocalDate day) {
            return of(id, recurring(), day, day);
        }

        /** What was not looked at before begins on this day. */
        Entry lookedAtFrom(LocalDate day) {
            return of(id, recurring(), since == null ? from : since, day);
        }

        private static <T> T there(@Nullable T value) {
            return Objects.requireNonNull(value);
        }
    }

    PlanContent content() {
        return new PlanContent(
                name,
                Optional.ofNullable(nameEn),
                validFrom,
                Optional.ofNullable(validUntil),
                entries.stream()
                        .map(entry -> new PlanContent.Entry(Optional.of(entry.id()), entry.recurring()))
                        .toList());
    }
}
