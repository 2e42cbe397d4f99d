package dev.keshi.workflow.workitem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.workflow.WorkItemAssignedV1;
import dev.keshi.contracts.workflow.WorkItemBecameLateV1;
import dev.keshi.contracts.workflow.WorkItemCancelledV1;
import dev.keshi.contracts.workflow.WorkItemCompletedV1;
import dev.keshi.contracts.workflow.WorkItemDueDateChangedV1;
import dev.keshi.contracts.workflow.WorkItemHandedOverV1;
import dev.keshi.contracts.workflow.WorkItemOwnerMovedV1;
import dev.keshi.contracts.workflow.WorkItemReportedV1;
import dev.keshi.contracts.workflow.WorkItemReturnedV1;
import dev.keshi.contracts.workflow.WorkItemTransferredV1;
import dev.keshi.workflow.approver.PersonId;
import dev.keshi.workflow.workitem.WorkItem.Decision;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever people do in whatever order: who only hears the events knows the work item as well as the service itself. */
class WorkItemEventsTest {

    private static final List<PersonId> PEOPLE =
            List.of(new PersonId("ann"), new PersonId("tom"), new PersonId("vice"), new PersonId("eva"));
    private static final LocalDate FIRST_DAY = LocalDate.parse("2026-04-01");

    /** What a listener remembers of the last event, without ever asking anybody. */
    private record Heard(
            String owner,
            @Nullable String department,
            LocalDate dueDate,
            int returned,
            WorkItemStatus.Kind status,
            boolean late,
            @Nullable String waitsFor) {

        Heard hear(PublishedEvent event) {
            return switch (event) {
                case WorkItemTransferredV1 e ->
                    new Heard(e.ownerId(), e.departmentId(), e.dueDate(), returned, status, late, e.ownerId());
                case WorkItemDueDateChangedV1 e ->
                    new Heard(e.ownerId(), e.departmentId(), e.dueDate(), returned, status, false, waitsFor);
                case WorkItemReportedV1 e -> now(WorkItemStatus.Kind.REPORTED, returned, e.assignerId());
                case WorkItemReturnedV1 e -> now(WorkItemStatus.Kind.OPEN, e.timesReturned(), e.ownerId());
                case WorkItemBecameLateV1 e ->
                    new Heard(e.ownerId(), e.departmentId(), e.dueDate(), returned, status, true, waitsFor);
                case WorkItemCompletedV1 e -> now(WorkItemStatus.Kind.COMPLETED, e.timesReturned(), null);
                case WorkItemCancelledV1 _ -> now(WorkItemStatus.Kind.CANCELLED, returned, null);
                case WorkItemOwnerMovedV1 e ->
                    new Heard(e.ownerId(), e.departmentId(), e.dueDate(), returned, status, late, waitsFor);
                case WorkItemHandedOverV1 e -> {
                    assertThat(e.status()).isEqualTo(status.name());
                    yield now(status, returned, e.waitsForId());
                }
                default -> throw new AssertionError(event);
            };
        }

        private Heard now(WorkItemStatus.Kind kind, int times, @Nullable String whom) {
            return new Heard(owner, department, dueDate, times, kind, late, whom);
        }

        static Heard of(WorkItemAssignedV1 assigned) {
            return new Heard(
                    assigned.ownerId(),
                    assigned.departmentId(),
                    assigned.dueDate(),
                    0,
                    WorkItemStatus.Kind.OPEN,
                    false,
                    assigned.ownerId());
        }

        static Heard of(WorkItem item) {
            return new Heard(
                    item.owner().person().value(),
                    item.owner().departmentId(),
                    item.dueDate(),
                    item.timesReturned(),
                    item.status().kind(),
                    item.lateRecorded(),
                    item.waitsFor().map(PersonId::value).orElse(null));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void theEventsTellEverything(long seed) {
        var random = new Random(seed);
        for (int story = 0; story < 50; story++) {
            follow(random);
        }
    }

    private static void follow(Random random) {
        var begun = WorkItem.assign(
                new WorkItemId("w-1"),
                new Wording("x", Optional.empty()),
                new Owner(someone(random), "team"),
                random.nextInt(4) == 0 ? null : someone(random),
                random.nextBoolean() ? Origin.of(Origin.Kind.EVENT, "e") : Origin.person(),
                FIRST_DAY.plusDays(random.nextInt(10)),
                Priority.NORMAL,
                on(FIRST_DAY));
        var item = begun.after();
        var heard = Heard.of((WorkItemAssignedV1) only(begun));
        var ends = new ArrayList<PublishedEvent>();
        var day = FIRST_DAY;
        for (int step = 0; step < 60; step++) {
            day = day.plusDays(random.nextInt(2));
            var decision = attempt(item, random, on(day));
            for (var event : WorkItemEventTranslator.translate(decision)) {
                heard = heard.hear(event);
                if (event instanceof WorkItemCompletedV1 || event instanceof WorkItemCancelledV1) {
                    ends.add(event);
                }
            }
            item = decision.after();
            assertThat(heard).isEqualTo(Heard.of(item));
            boolean ended =
                    heard.status() == WorkItemStatus.Kind.COMPLETED || heard.status() == WorkItemStatus.Kind.CANCELLED;
            assertThat(item.waitsFor().isPresent()).isEqualTo(!ended);
            assertThat(ends).hasSize(ended ? 1 : 0);
            assertThat(WorkItemDocument.of(item).toWorkItem("w-1")).isEqualTo(item);
        }
    }

    /** What is refused changes nothing. */
    private static Decision attempt(WorkItem item, Random random, Moment now) {
        var by = someone(random);
        boolean leads = random.nextBoolean();
        try {
            return switch (random.nextInt(17)) {
                case 0, 1, 2, 3 -> item.report(item.owner().person(), Optional.empty(), now);
                case 4 -> item.accept(by, leads, Optional.empty(), now);
                case 5, 6, 7 -> item.returnForRework(by, leads, "x", now);
                case 8, 9 -> item.transfer(by, leads, new Owner(someone(random), null), "x", now);
                case 10, 11 -> item.changeDueDate(by, leads, now.day().plusDays(random.nextInt(4)), "x", now);
                case 12 -> random.nextInt(4) == 0 ? item.cancel(by, leads, "x", now) : item.recordLate(now);
                case 13, 14, 15 -> standing(random).follow(item, now);
                default -> item.recordLate(now);
            };
        } catch (WorkItemProblem refused) {
            return new Decision(item, List.of());
        }
    }

    /** Whoever moves, leaves or comes back, with a leader or without. */
    private static Standing standing(Random random) {
        var leader = random.nextInt(4) == 0 ? Optional.<PersonId>empty() : Optional.of(someone(random));
        var leavers = new Leavers(random.nextBoolean(), random.nextBoolean(), leader);
        return new Standing(random.nextBoolean() ? "team" : "other", leavers.nobody() ? Leavers.NOBODY : leavers);
    }

    private static PublishedEvent only(Decision decision) {
        return WorkItemEventTranslator.translate(decision).getFirst();
    }

    private static PersonId someone(Random random) {
        return PEOPLE.get(random.nextInt(PEOPLE.size()));
    }

    private static Moment on(LocalDate day) {
        return new Moment(day.atTime(12, 0).toInstant(ZoneOffset.UTC), day);
    }
}
