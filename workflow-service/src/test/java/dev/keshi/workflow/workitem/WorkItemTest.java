package dev.keshi.workflow.workitem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.workflow.WorkItemAssignedV1;
import dev.keshi.contracts.workflow.WorkItemBecameLateV1;
import dev.keshi.contracts.workflow.WorkItemCancelledV1;
import dev.keshi.contracts.workflow.WorkItemCompletedV1;
import dev.keshi.contracts.workflow.WorkItemDueDateChangedV1;
import dev.keshi.contracts.workflow.WorkItemReportedV1;
import dev.keshi.contracts.workflow.WorkItemReturnedV1;
import dev.keshi.contracts.workflow.WorkItemTransferredV1;
import dev.keshi.workflow.approver.PersonId;
import dev.keshi.workflow.workitem.HistoryEntry.What;
import dev.keshi.workflow.workitem.WorkItem.Decision;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WorkItemTest {

    private static final LocalDate DUE = LocalDate.parse("2026-04-10");
    private static final PersonId ANN = new PersonId("ann");
    private static final PersonId TOM = new PersonId("tom");
    private static final PersonId VICE = new PersonId("vice");
    private static final Moment FIRST_OF_APRIL = on("2026-04-01");

    @Test
    void workThatSomebodyAssignedIsDoneWhenThatPersonAcceptsIt() {
        var reported = assigned(TOM).report(ANN, Optional.of("已上传"), on("2026-04-10"));

        assertThat(reported.after().waitsFor()).contains(TOM);
        assertThat(published(reported))
                .isEqualTo(new WorkItemReportedV1(
                        "w-1",
                        "整理反馈",
                        "ann",
                        "team",
                        "tom",
                        DUE,
                        on("2026-04-10").at(),
                        true));

        var accepted = reported.after().accept(TOM, false, Optional.empty(), on("2026-04-12"));

        assertThat(accepted.after().waitsFor()).isEmpty();
        assertThat(published(accepted))
                .isEqualTo(new WorkItemCompletedV1(
                        "w-1",
                        "整理反馈",
                        "ann",
                        "team",
                        "tom",
                        "PERSON",
                        null,
                        "HIGH",
                        DUE,
                        DUE,
                        FIRST_OF_APRIL.at(),
                        on("2026-04-10").at(),
                        on("2026-04-12").at(),
                        true,
                        0,
                        9L * 24 * 3600,
                        "tom"));
    }

    @Test
    void whoeverAssignsWorkToOneselfNeedsNobodyToAcceptIt() {
        var done = assigned(ANN).report(ANN, Optional.empty(), on("2026-04-11"));

        assertThat(done.after().status()).isInstanceOf(WorkItemStatus.Completed.class);
        assertThat(published(done)).isInstanceOfSatisfying(WorkItemCompletedV1.class, completed -> {
            assertThat(completed.onTime()).isFalse();
            assertThat(completed.acceptedBy()).isNull();
        });
    }

    @Test
    void workThatAnEventLedToNeedsNobodyToAcceptIt() {
        var done = ordered().report(ANN, Optional.empty(), on("2026-04-09"));

        assertThat(published(done)).isInstanceOfSatisfying(WorkItemCompletedV1.class, completed -> {
            assertThat(completed.origin()).isEqualTo("EVENT");
            assertThat(completed.originReference()).isEqualTo("risk-measure/7");
            assertThat(completed.assignerId()).isNull();
        });
    }

    @Test
    void workThatItsOwnerDidElsewhereIsDoneWhenThatWasSaid() {
        var over = ordered().over(Optional.of(ANN), on("2026-04-09"), on("2026-04-12"));

        assertThat(published(over)).isInstanceOfSatisfying(WorkItemCompletedV1.class, completed -> {
            assertThat(completed.reportedAt()).isEqualTo(on("2026-04-09").at());
            assertThat(completed.onTime()).isTrue();
        });
        assertThat(over.after()
                        .over(Optional.of(ANN), on("2026-04-09"), on("2026-04-12"))
                        .events())
                .isEmpty();
    }

    @Test
    void workThatSomebodyElseDidOrNobodyNeedsIsCancelledByNobody() {
        for (var by : List.of(Optional.<PersonId>empty(), Optional.of(TOM))) {
            var over = ordered().over(by, on("2026-04-09"), on("2026-04-09"));

            assertThat(published(over)).isInstanceOfSatisfying(WorkItemCancelledV1.class, cancelled -> {
                assertThat(cancelled.cancelledBy()).isEqualTo("system");
                assertThat(cancelled.ownerId()).isEqualTo("ann");
            });
            assertThat(WorkItemDocument.of(over.after()).toWorkItem("w-1")).isEqualTo(over.after());
        }
    }

    @Test
    void returnedWorkIsJudgedByItsLastReport() {
        var returned = reported("2026-04-08").returnForRework(TOM, false, "缺少三月数据", on("2026-04-09"));
        assertThat(returned.after().waitsFor()).contains(ANN);
        assertThat(published(returned))
                .isEqualTo(new WorkItemReturnedV1("w-1", "整理反馈", "ann", "team", "tom", DUE, 1, "tom"));

        var again =
                returned.after().report(ANN, Optional.empty(), on("2026-04-12")).after();
        var accepted = again.accept(TOM, false, Optional.empty(), on("2026-04-12"));

        assertThat(published(accepted)).isInstanceOfSatisfying(WorkItemCompletedV1.class, completed -> {
            assertThat(completed.timesReturned()).isEqualTo(1);
            assertThat(completed.onTime()).isFalse();
            assertThat(completed.reportedAt()).isEqualTo(on("2026-04-12").at());
        });
        assertThat(accepted.after().history().stream().map(HistoryEntry::what))
                .containsExactly(What.ASSIGNED, What.REPORTED, What.RETURNED, What.REPORTED, What.ACCEPTED);
    }

    @Test
    void onlyTheOwnerReports() {
        assertThatExceptionOfType(WorkItemProblem.NotOwner.class)
                .isThrownBy(() -> assigned(TOM).report(TOM, Optional.empty(), FIRST_OF_APRIL));
    }

    @Test
    void whoeverAssignedItOrLeadsTheOwnerDecidesAndNobodyElse() {
        var item = reported("2026-04-08");

        assertThat(item.accept(VICE, true, Optional.empty(), FIRST_OF_APRIL).events())
                .hasSize(1);
        assertThatExceptionOfType(WorkItemProblem.NotInCharge.class)
                .isThrownBy(() -> item.accept(VICE, false, Optional.empty(), FIRST_OF_APRIL));
        assertThatExceptionOfType(WorkItemProblem.NotInCharge.class)
                .isThrownBy(() -> item.returnForRework(VICE, false, "x", FIRST_OF_APRIL));
        assertThatExceptionOfType(WorkItemProblem.NotInCharge.class)
                .isThrownBy(() -> item.cancel(ANN, false, "x", FIRST_OF_APRIL));
    }

    @Test
    void alsoALeaderDoesNotDecideAboutOnesOwnWork() {
        var ofLeader = WorkItem.assign(
                        new WorkItemId("w-1"),
                        new Wording("周报", Optional.empty()),
                        new Owner(TOM, "team"),
                        VICE,
                        Origin.person(),
                        DUE,
                        Priority.NORMAL,
                        FIRST_OF_APRIL)
                .after();
        var reported = ofLeader.report(TOM, Optional.empty(), FIRST_OF_APRIL).after();

        assertThatExceptionOfType(WorkItemProblem.NotInCharge.class)
                .isThrownBy(() -> reported.accept(TOM, true, Optional.empty(), FIRST_OF_APRIL));
        assertThatExceptionOfType(WorkItemProblem.NotInCharge.class)
                .isThrownBy(() -> ofLeader.changeDueDate(TOM, true, DUE.plusDays(1), "x", FIRST_OF_APRIL));
    }

    @Test
    void aDueDateMovesWithAReasonAndTheFirstOneStays() {
        var moved = assigned(TOM).changeDueDate(TOM, false, DUE.plusDays(4), "客户推迟", on("2026-04-02"));

        assertThat(published(moved))
                .isEqualTo(
                        new WorkItemDueDateChangedV1("w-1", "整理反馈", "ann", "team", "tom", DUE.plusDays(4), DUE, "tom"));
        assertThat(moved.after().firstDueDate()).isEqualTo(DUE);
        assertThat(moved.after().history().getLast())
                .isEqualTo(new HistoryEntry(
                        What.DUE_DATE_CHANGED, on("2026-04-02").at(), TOM, "客户推迟", null, DUE.plusDays(4)));
    }

    @Test
    void aDueDateDoesNotLieInThePastNorBeyondAllPlansNorStayTheSame() {
        var item = assigned(TOM);

        assertThatExceptionOfType(WorkItemProblem.DueInThePast.class)
                .isThrownBy(() -> item.changeDueDate(TOM, false, DUE.minusDays(20), "x", FIRST_OF_APRIL));
        assertThatExceptionOfType(WorkItemProblem.DueTooFarAway.class)
                .isThrownBy(() -> item.changeDueDate(TOM, false, DUE.plusYears(11), "x", FIRST_OF_APRIL));
        assertThatExceptionOfType(WorkItemProblem.SameDueDate.class)
                .isThrownBy(() -> item.changeDueDate(TOM, false, DUE, "x", FIRST_OF_APRIL));
        WorkItem.requireDueDate(FIRST_OF_APRIL.day(), FIRST_OF_APRIL);
    }

    @Test
    void itBecomesLateTheDayAfterItIsDueAndIsToldOnceForEachDueDate() {
        var item = assigned(TOM);
        assertThat(item.recordLate(on("2026-04-10")).events()).isEmpty();

        var late = item.recordLate(on("2026-04-11"));
        assertThat(published(late)).isEqualTo(new WorkItemBecameLateV1("w-1", "整理反馈", "ann", "team", "tom", DUE));
        assertThat(late.after().recordLate(on("2026-04-12")).events()).isEmpty();

        var moved = late.after()
                .changeDueDate(TOM, false, LocalDate.parse("2026-04-15"), "x", on("2026-04-12"))
                .after();
        assertThat(moved.isLate(LocalDate.parse("2026-04-15"))).isFalse();
        assertThat(moved.recordLate(on("2026-04-16")).events()).hasSize(1);
    }

    @Test
    void whatWasReportedDoesNotBecomeLateWhileItWaitsToBeAccepted() {
        var item = reported("2026-04-10");

        assertThat(item.recordLate(on("2026-04-20")).events()).isEmpty();
        var returned = item.returnForRework(TOM, false, "x", on("2026-04-20")).after();
        assertThat(returned.recordLate(on("2026-04-20")).events()).hasSize(1);
    }

    @Test
    void aNewOwnerHasToDoItFromThenOn() {
        var next = new Owner(VICE, "group");
        var transferred = assigned(TOM).transfer(TOM, false, next, "请假", on("2026-04-03"));

        assertThat(published(transferred))
                .isEqualTo(new WorkItemTransferredV1("w-1", "整理反馈", "vice", "group", "ann", "tom", DUE, "HIGH", "tom"));
        assertThat(transferred.after().waitsFor()).contains(VICE);
        assertThatExceptionOfType(WorkItemProblem.SameOwner.class)
                .isThrownBy(() -> transferred.after().transfer(TOM, false, next, "x", on("2026-04-03")));
    }

    @Test
    void whatEndedStaysAsItIs() {
        var cancelled = assigned(TOM).cancel(TOM, false, "不再需要", on("2026-04-03"));
        assertThat(published(cancelled)).isEqualTo(new WorkItemCancelledV1("w-1", "整理反馈", "ann", "team", "tom", "tom"));
        var completed = reported("2026-04-08")
                .accept(TOM, false, Optional.empty(), on("2026-04-09"))
                .after();

        for (var ended : List.of(cancelled.after(), completed)) {
            assertThatExceptionOfType(WorkItemProblem.Ended.class)
                    .isThrownBy(() -> ended.report(ANN, Optional.empty(), FIRST_OF_APRIL));
            assertThatExceptionOfType(WorkItemProblem.Ended.class)
                    .isThrownBy(() -> ended.accept(TOM, false, Optional.empty(), FIRST_OF_APRIL));
            assertThatExceptionOfType(WorkItemProblem.Ended.class)
                    .isThrownBy(() -> ended.changeDueDate(TOM, false, DUE.plusDays(1), "x", FIRST_OF_APRIL));
            assertThatExceptionOfType(WorkItemProblem.Ended.class)
                    .isThrownBy(() -> ended.transfer(TOM, false, new Owner(VICE, null), "x", FIRST_OF_APRIL));
            assertThatExceptionOfType(WorkItemProblem.Ended.class)
                    .isThrownBy(() -> ended.cancel(TOM, false, "x", FIRST_OF_APRIL));
            assertThat(ended.recordLate(on("2027-01-01")).events()).isEmpty();
        }
    }

    @Test
    void whatWasNotReportedIsNotAcceptedAndWhatWasReportedIsNotMoved() {
        assertThatExceptionOfType(WorkItemProblem.NotReported.class)
                .isThrownBy(() -> assigned(TOM).accept(TOM, false, Optional.empty(), FIRST_OF_APRIL));
        assertThatExceptionOfType(WorkItemProblem.AlreadyReported.class)
                .isThrownBy(() -> reported("2026-04-08").report(ANN, Optional.empty(), FIRST_OF_APRIL));
        assertThatExceptionOfType(WorkItemProblem.AlreadyReported.class)
                .isThrownBy(
                        () -> reported("2026-04-08").changeDueDate(TOM, false, DUE.plusDays(1), "x", FIRST_OF_APRIL));
    }

    @Test
    void itsHistoryIsBoundedAndItCanStillBeBroughtToItsEnd() {
        var item = assigned(TOM);
        while (item.history().size() < WorkItem.MOST_ENTRIES) {
            var other = item.dueDate().equals(DUE) ? DUE.plusDays(1) : DUE;
            item = item.changeDueDate(TOM, false, other, "x", FIRST_OF_APRIL).after();
        }
        var full = item;

        assertThatExceptionOfType(WorkItemProblem.ChangedTooOften.class)
                .isThrownBy(() -> full.changeDueDate(TOM, false, DUE.plusDays(9), "x", FIRST_OF_APRIL));
        var reported = full.report(ANN, Optional.empty(), FIRST_OF_APRIL).after();
        assertThat(reported.accept(TOM, false, Optional.empty(), FIRST_OF_APRIL).events())
                .hasSize(1);
        assertThat(reported.cancel(TOM, false, "x", FIRST_OF_APRIL).events()).hasSize(1);
    }

    @Test
    void theStoreGivesBackWhatItWasGiven() {
        var returned = reported("2026-04-08")
                .returnForRework(TOM, false, "x", on("2026-04-09"))
                .after();
        var completed = reported("2026-04-08")
                .accept(TOM, false, Optional.of("好"), FIRST_OF_APRIL)
                .after();
        var cancelled = ordered().cancel(TOM, true, "x", FIRST_OF_APRIL).after();

        for (var item : List.of(assigned(TOM), ordered(), reported("2026-04-08"), returned, completed, cancelled)) {
            assertThat(WorkItemDocument.of(item).toWorkItem("w-1")).isEqualTo(item);
        }
    }

    @Test
    void aTitleIsOneLineAndAReferenceBelongsToWhatIsNoPerson() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Wording(" ", Optional.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Wording("a\nb", Optional.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Wording("x".repeat(201), Optional.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> Origin.of(Origin.Kind.PERSON, "x"));
    }

    @Test
    void anAssignmentTellsEverything() {
        var decision = decided(TOM, Origin.of(Origin.Kind.REQUEST, "r-1"));

        assertThat(published(decision))
                .isEqualTo(new WorkItemAssignedV1("w-1", "整理反馈", "ann", "team", "tom", "REQUEST", "r-1", DUE, "HIGH"));
    }

    private static WorkItem assigned(PersonId assigner) {
        return decided(assigner, Origin.person()).after();
    }

    private static WorkItem ordered() {
        return decided(null, Origin.of(Origin.Kind.EVENT, "risk-measure/7")).after();
    }

    private static WorkItem reported(String day) {
        return assigned(TOM).report(ANN, Optional.empty(), on(day)).after();
    }

    private static Decision decided(@Nullable PersonId assigner, Origin origin) {
        return WorkItem.assign(
                new WorkItemId("w-1"),
                new Wording("整理反馈", Optional.of("三月")),
                new Owner(ANN, "team"),
                assigner,
                origin,
                DUE,
                Priority.HIGH,
                FIRST_OF_APRIL);
    }

    private static PublishedEvent published(Decision decision) {
        var events = WorkItemEventTranslator.translate(decision);
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    private static Moment on(String day) {
        var date = LocalDate.parse(day);
        return new Moment(date.atTime(12, 0).toInstant(ZoneOffset.UTC), date);
    }
}
