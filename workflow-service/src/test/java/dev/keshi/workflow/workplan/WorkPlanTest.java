package dev.keshi.workflow.workplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.workflow.WorkPlanActivatedV1;
import dev.keshi.contracts.workflow.WorkPlanEndedV1;
import dev.keshi.contracts.workflow.WorkPlanRevisedV1;
import dev.keshi.messaging.AggregateFailure;
import dev.keshi.workflow.approver.PersonId;
import dev.keshi.workflow.workitem.Priority;
import dev.keshi.workflow.workitem.Wording;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A plan of the team, of which Tom thinks on Wednesday, 1 April 2026. */
class WorkPlanTest {

    private static final WorkPlanId ID = new WorkPlanId("p");
    private static final Recurrence MONDAYS = new Recurrence.Weekly(DayOfWeek.MONDAY);
    private static final Recurrence DAILY = new Recurrence.Daily();

    @Test
    void aDraftGivesNoWork() {
        var plan = drafted(DAILY);

        assertThat(plan.due(day("2026-04-01"))).isEmpty();
        assertThat(plan.toDocument().nextOn()).isNull();
        assertThat(plan.takeEvents()).isEmpty();
    }

    @Test
    void anActivePlanGivesTheWorkOfThatDayAndNoneBefore() {
        var plan = drafted(DAILY, MONDAYS);

        plan.activate(on("2026-04-01"));

        assertThat(references(plan, "2026-04-01")).containsExactly("p/1/2026-04-01");
        assertThat(plan.toDocument().nextOn()).isEqualTo(day("2026-04-01"));
        assertThat(plan.takeEvents())
                .containsExactly(
                        new WorkPlanActivatedV1("p", "team", "日常", "Routine", day("2026-01-01"), day("2026-12-31"), 2));
    }

    @Test
    void whatWasLookedAtDoesNotComeAgain() {
        var plan = active(DAILY, MONDAYS);

        plan.worked(day("2026-04-01"), List.of(), on("2026-04-01"));

        assertThat(references(plan, "2026-04-01")).isEmpty();
        assertThat(plan.toDocument().nextOn()).isEqualTo(day("2026-04-02"));
        assertThat(references(plan, "2026-04-06"))
                .containsExactly("p/1/2026-04-02", "p/1/2026-04-03", "p/1/2026-04-06", "p/2/2026-W15");
    }

    @Test
    void sevenDaysAreMadeUpForAndWhatFellBeforeIsSaid() {
        var plan = active(DAILY);
        plan.worked(day("2026-04-01"), List.of(), on("2026-04-01"));

        var due = plan.due(day("2026-04-15"));
        plan.worked(day("2026-04-15"), List.of(), on("2026-04-15"));

        assertThat(due)
                .extracting(one -> one.day().toString())
                .containsExactly("2026-04-08", "2026-04-09", "2026-04-10", "2026-04-13", "2026-04-14", "2026-04-15");
        assertThat(plan.toDocument().leftOut())
                .extracting(one -> one.why() + " " + one.day())
                .containsExactly(
                        "TOO_LONG_AGO 2026-04-07",
                        "TOO_LONG_AGO 2026-04-06",
                        "TOO_LONG_AGO 2026-04-03",
                        "TOO_LONG_AGO 2026-04-02");
        assertThat(plan.toDocument().nextOn()).isEqualTo(day("2026-04-16"));
    }

    @Test
    void whatIsMadeUpForIsDueOnTheDayOnWhichItIsGiven() {
        var plan = active(DAILY);

        assertThat(plan.due(day("2026-04-02")))
                .extracting(one -> one.dueDate(day("2026-04-02")).toString())
                .containsExactly("2026-04-03", "2026-04-04");
        assertThat(plan.due(day("2026-04-01")).getFirst().dueDate(day("2026-04-05")))
                .isEqualTo(day("2026-04-05"));
    }

    @Test
    void anEntryThatIsRevisedBeginsTodayAndTheOthersGoOn() {
        var plan = active(DAILY, MONDAYS);
        plan.worked(day("2026-04-01"), List.of(), on("2026-04-01"));

        plan.revise(
                content(null, entry("1", DAILY, "ann"), entry("2", new Recurrence.Weekly(DayOfWeek.WEDNESDAY), "ann")),
                Optional.of("周三更合适"),
                on("2026-04-01"));

        assertThat(references(plan, "2026-04-01")).containsExactly("p/2/2026-W14");
        assertThat(plan.takeEvents()).extracting(PublishedEvent::getClass).contains(WorkPlanRevisedV1.class);
        assertThat(plan.takeTurn()).hasValueSatisfying(turn -> {
            assertThat(turn.what()).isEqualTo(WorkPlanChange.REVISED);
            assertThat(turn.reason()).contains("周三更合适");
        });
    }

    /** So the work that it gave in that week already is the same, and not given twice. */
    @Test
    void anotherDayOfTheSamePeriodIsTheSameWork() {
        var plan = active(new Recurrence.Weekly(DayOfWeek.WEDNESDAY));
        var before = references(plan, "2026-04-01");
        plan.worked(day("2026-04-01"), List.of(), on("2026-04-01"));

        plan.revise(
                content(null, entry("1", new Recurrence.Weekly(DayOfWeek.FRIDAY), "ann")),
                Optional.empty(),
                on("2026-04-01"));

        assertThat(references(plan, "2026-04-03")).isEqualTo(before);
    }

    @Test
    void newEntriesGetIdsThatWereNeverUsed() {
        var plan = active(DAILY, MONDAYS);

        plan.revise(content(null, entry("1", DAILY, "ann")), Optional.empty(), on("2026-04-01"));
        plan.revise(
                content(null, entry("1", DAILY, "ann"), entry(null, MONDAYS, "ann")),
                Optional.empty(),
                on("2026-04-01"));

        assertThat(plan.toDocument().entries())
                .extracting(WorkPlanDocument.Entry::id)
                .containsExactly("1", "3");
    }

    @Test
    void aRevisionThatChangesNothingIsNone() {
        var plan = active(DAILY);
        var before = plan.toDocument();
        plan.takeTurn();

        plan.revise(content(null, entry("1", DAILY, "ann")), Optional.empty(), on("2026-04-02"));

        assertThat(plan.toDocument()).isEqualTo(before);
        assertThat(plan.takeTurn()).isEmpty();
    }

    @Test
    void workThatWasLeftOutIsSaidUntilItIsGivenAfterAll() {
        var plan = active(DAILY);
        var due = plan.due(day("2026-04-01"));
        plan.worked(day("2026-04-01"), List.of(due.getFirst().leftOut(LeftOut.Why.OWNER_LEFT)), on("2026-04-01"));
        assertThat(plan.toDocument().leftOut()).hasSize(1);

        plan.revise(content(null, entry("1", DAILY, "bea")), Optional.empty(), on("2026-04-01"));
        plan.worked(day("2026-04-01"), List.of(), on("2026-04-01"));

        assertThat(plan.toDocument().leftOut()).isEmpty();
    }

    @Test
    void whatWasGivenIsLookedAtAgainForSevenDaysAndNoLongerThanItsPeriod() {
        var plan = active(DAILY, new Recurrence.Weekly(DayOfWeek.WEDNESDAY), new Recurrence.Monthly(1));
        plan.worked(day("2026-04-01"), List.of(), on("2026-04-01"));

        assertThat(again(plan, "2026-04-01")).containsExactly("p/1/2026-04-01", "p/2/2026-W14", "p/3/2026-04");
        assertThat(again(plan, "2026-04-02")).containsExactly("p/2/2026-W14", "p/3/2026-04");
        assertThat(again(plan, "2026-04-05")).containsExactly("p/2/2026-W14", "p/3/2026-04");
        assertThat(again(plan, "2026-04-06")).containsExactly("p/3/2026-04");
        assertThat(again(plan, "2026-04-08")).containsExactly("p/3/2026-04");
        assertThat(again(plan, "2026-04-09")).isEmpty();
    }

    @Test
    void itIsLookedAtAgainEveryHourUntilThereIsNothingToGive() {
        var plan = active(new Recurrence.Monthly(1));
        assertThat(plan.toDocument().againAt()).isNull();

        plan.worked(day("2026-04-01"), List.of(), on("2026-04-01"));
        assertThat(plan.toDocument().againAt()).isEqualTo("2026-04-01T01:00:00Z");
        plan.workedAgain(day("2026-04-08"), List.of(), on("2026-04-08"));
        assertThat(plan.toDocument().againAt()).isEqualTo("2026-04-08T01:00:00Z");
        plan.workedAgain(day("2026-04-09"), List.of(), on("2026-04-09"));
        assertThat(plan.toDocument().againAt()).isNull();

        plan.worked(day("2026-05-01"), List.of(), on("2026-05-01"));
        plan.end(Optional.of("x"), on("2026-05-01"));
        assertThat(plan.toDocument().againAt()).isNull();
        assertThat(again(plan, "2026-05-01")).isEmpty();
    }

    @Test
    void nothingIsGivenAgainOfDaysBeforeThePlanWasActiveOrFellAsItDoes() {
        var plan = active(MONDAYS, DAILY);
        plan.worked(day("2026-04-01"), List.of(), on("2026-04-01"));
        assertThat(again(plan, "2026-04-01")).containsExactly("p/2/2026-04-01");

        plan.worked(day("2026-04-06"), List.of(), on("2026-04-06"));
        plan.revise(
                content(null, entry("1", MONDAYS, "bea"), entry("2", DAILY, "ann")),
                Optional.empty(),
                on("2026-04-07"));

        assertThat(again(plan, "2026-04-07")).isEmpty();
        assertThat(again(WorkPlan.of(ID, plan.toDocument()), "2026-04-06")).containsExactly("p/2/2026-04-06");
    }

    /** So it is unknown since when its entries fall as they do. */
    @Test
    void aPlanFromBeforeThisWasKeptIsLookedAtAgainFromItsNextDayOn() {
        var kept = active(DAILY).toDocument();
        var entry = kept.entries().getFirst();
        var plan = WorkPlan.of(
                ID, withEntry(kept, WorkPlanDocument.Entry.of(entry.id(), entry.recurring(), null, day("2026-04-02"))));
        assertThat(again(plan, "2026-04-01")).isEmpty();

        plan.worked(day("2026-04-02"), List.of(), on("2026-04-02"));

        assertThat(again(plan, "2026-04-02")).containsExactly("p/1/2026-04-02");
    }

    @Test
    void whatIsStillLeftOutIsSaidAndWhatWasGivenAgainIsNot() {
        var plan = active(DAILY, DAILY);
        var due = plan.due(day("2026-04-01"));
        var out = due.stream()
                .map(one -> one.leftOut(LeftOut.Why.OWNER_ELSEWHERE))
                .toList();
        plan.worked(day("2026-04-01"), out, on("2026-04-01"));

        plan.workedAgain(day("2026-04-01"), out, on("2026-04-01"));
        assertThat(plan.toDocument().leftOut()).isEqualTo(out);
        plan.workedAgain(day("2026-04-01"), List.of(out.getLast()), on("2026-04-01"));
        assertThat(plan.toDocument().leftOut()).containsExactly(out.getLast());
    }

    /** It was given, and its owner has left since. */
    @Test
    void whatWasGivenIsNotCalledLeftOutLater() {
        var plan = active(DAILY);
        var due = plan.due(day("2026-04-01"));
        plan.worked(day("2026-04-01"), List.of(), on("2026-04-01"));

        plan.workedAgain(day("2026-04-01"), List.of(due.getFirst().leftOut(LeftOut.Why.OWNER_LEFT)), on("2026-04-01"));

        assertThat(plan.toDocument().leftOut()).isEmpty();
    }

    @Test
    void noMoreIsSaidOfWhatWasLeftOutThanAPlanCanHold() {
        var plan = active(DAILY, DAILY, DAILY);
        plan.worked(day("2026-04-01"), List.of(), on("2026-04-01"));

        plan.worked(day("2026-10-01"), List.of(), on("2026-10-01"));

        assertThat(plan.toDocument().leftOut())
                .hasSize(WorkPlan.MOST_LEFT_OUT)
                .first()
                .satisfies(newest -> assertThat(newest.day()).isEqualTo(day("2026-09-23")));
    }

    @Test
    void aPlanWhoseLastDayHasPassedEndsByItself() {
        var plan = active(DAILY);
        plan.worked(day("2026-12-31"), List.of(), on("2026-12-31"));
        plan.takeEvents();
        assertThat(plan.toDocument().nextOn()).isEqualTo(day("2027-01-01"));

        plan.worked(day("2027-01-01"), List.of(), on("2027-01-01"));

        assertThat(plan.toDocument().status()).isEqualTo(WorkPlanStatus.ENDED);
        assertThat(plan.toDocument().nextOn()).isNull();
        assertThat(plan.takeEvents())
                .containsExactly(new WorkPlanEndedV1("p", "team", "日常", "Routine", day("2027-01-01")));
    }

    @Test
    void aPlanGivesNoWorkBeforeItBeginsNorAfterItsLastDay() {
        var later = WorkPlan.drafted(
                ID,
                "team",
                new PlanContent(
                        "x",
                        Optional.empty(),
                        day("2026-04-03"),
                        Optional.of(day("2026-04-06")),
                        List.of(entry(null, DAILY, "ann"))),
                on("2026-04-01"));

        later.activate(on("2026-04-01"));

        assertThat(later.toDocument().nextOn()).isEqualTo(day("2026-04-03"));
        assertThat(references(later, "2026-04-08")).containsExactly("p/1/2026-04-03", "p/1/2026-04-06");
    }

    @Test
    void whatAPlanDoesNotAllowIsRefused() {
        refused(
                WorkPlanProblem.EndBeforeStart.class,
                () -> WorkPlan.drafted(ID, "team", content("2025-12-31", entry(null, DAILY, "ann")), on("2026-04-01")));
        refused(
                WorkPlanProblem.DayOutOfRange.class,
                () -> WorkPlan.drafted(
                        ID, "team", content("+10000-01-01", entry(null, DAILY, "ann")), on("2026-04-01")));
        refused(WorkPlanProblem.Over.class, () -> drafted(DAILY).activate(on("2027-01-01")));
        refused(WorkPlanProblem.AlreadyActive.class, () -> active(DAILY).activate(on("2026-04-01")));
        refused(
                WorkPlanProblem.UnknownEntries.class,
                () -> active(DAILY)
                        .revise(content(null, entry("2", DAILY, "ann")), Optional.empty(), on("2026-04-01")));
        refused(
                WorkPlanProblem.EntriesTwice.class,
                () -> active(DAILY)
                        .revise(
                                content(null, entry("1", DAILY, "ann"), entry("1", MONDAYS, "ann")),
                                Optional.empty(),
                                on("2026-04-01")));
        refused(
                WorkPlanProblem.Over.class,
                () -> active(DAILY)
                        .revise(content("2026-03-31", entry("1", DAILY, "ann")), Optional.empty(), on("2026-04-01")));
        refused(
                WorkPlanProblem.Ended.class,
                () -> ended().revise(content(null, entry("1", DAILY, "ann")), Optional.empty(), on("2026-04-01")));
        refused(WorkPlanProblem.Ended.class, () -> ended().activate(on("2026-04-01")));
        refused(WorkPlanProblem.Ended.class, () -> ended().end(Optional.of("x"), on("2026-04-01")));
        assertThatExceptionOfType(AggregateFailure.Stale.class)
                .isThrownBy(() -> active(DAILY).requireRevision(OptionalLong.of(1)));
    }

    @Test
    void aDraftThatIsGivenUpWasNeverToldOf() {
        var plan = drafted(DAILY);

        plan.end(Optional.of("不需要"), on("2026-04-02"));

        assertThat(plan.takeEvents()).isEmpty();
        assertThat(plan.toDocument().status()).isEqualTo(WorkPlanStatus.ENDED);
    }

    private static void refused(Class<? extends WorkPlanProblem> problem, Runnable command) {
        assertThatExceptionOfType(problem).isThrownBy(command::run);
    }

    private static WorkPlan ended() {
        var plan = active(DAILY);
        plan.end(Optional.of("x"), on("2026-04-01"));
        return plan;
    }

    private static WorkPlan active(Recurrence... recurrences) {
        var plan = drafted(recurrences);
        plan.activate(on("2026-04-01"));
        // As it is read again.
        return WorkPlan.of(ID, plan.toDocument());
    }

    private static WorkPlan drafted(Recurrence... recurrences) {
        var content = content(
                null, Stream.of(recurrences).map(one -> entry(null, one, "ann")).toArray(PlanContent.Entry[]::new));
        return WorkPlan.of(
                ID, WorkPlan.drafted(ID, "team", content, on("2026-04-01")).toDocument());
    }

    /** @param until the end of the year when it is not said */
    private static PlanContent content(@Nullable String until, PlanContent.Entry... entries) {
        return new PlanContent(
                "日常",
                Optional.of("Routine"),
                day("2026-01-01"),
                Optional.of(day(until == null ? "2026-12-31" : until)),
                List.of(entries));
    }

    private static PlanContent.Entry entry(@Nullable String id, Recurrence recurrence, String owner) {
        return new PlanContent.Entry(
                Optional.ofNullable(id),
                new PlanContent.Recurring(
                        new Wording("日报", Optional.empty()),
                        Priority.NORMAL,
                        recurrence,
                        2,
                        Optional.of(new PersonId(owner))));
    }

    private static List<String> references(WorkPlan plan, String on) {
        return plan.due(day(on)).stream().map(Occurrence::reference).toList();
    }

    private static List<String> again(WorkPlan plan, String on) {
        return plan.again(day(on)).stream().map(Occurrence::reference).toList();
    }

    private static WorkPlanDocument withEntry(WorkPlanDocument kept, WorkPlanDocument.Entry entry) {
        return new WorkPlanDocument(
                kept.departmentId(),
                kept.name(),
                kept.nameEn(),
                kept.validFrom(),
                kept.validUntil(),
                kept.status(),
                List.of(entry),
                kept.ownerIds(),
                kept.entriesEver(),
                kept.revision(),
                kept.draftedBy(),
                kept.draftedAt(),
                kept.activatedAt(),
                kept.endedAt(),
                kept.nextOn(),
                kept.againAt(),
                kept.leftOut());
    }

    private static Stamp on(String day) {
        return new Stamp("tom", day(day).atStartOfDay().toInstant(ZoneOffset.UTC), day(day));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
