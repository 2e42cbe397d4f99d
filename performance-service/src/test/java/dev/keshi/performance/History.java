package dev.keshi.performance;

import dev.keshi.contracts.EncryptedText;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.org.DepartmentLeadershipChangedV1;
import dev.keshi.contracts.org.DepartmentOpenedV1;
import dev.keshi.contracts.org.PersonHiredV1;
import dev.keshi.contracts.org.PersonSeparatedV1;
import dev.keshi.contracts.org.PersonTransferredV1;
import dev.keshi.contracts.org.PositionDefinedV1;
import dev.keshi.contracts.org.PositionRevisedV1;
import dev.keshi.contracts.org.ReportingLineChangedV1;
import dev.keshi.contracts.performance.FigureRecordedV1;
import dev.keshi.contracts.training.AssignmentCompletedV1;
import dev.keshi.contracts.training.AssignmentEndedV1;
import dev.keshi.contracts.training.AssignmentOverdueV1;
import dev.keshi.contracts.training.AttendanceRecordedV1;
import dev.keshi.contracts.training.CourseAssignedV1;
import dev.keshi.contracts.training.QuizPassedV1;
import dev.keshi.contracts.workflow.RequestEndedV1;
import dev.keshi.contracts.workflow.RequestSubmittedV1;
import dev.keshi.contracts.workflow.TaskClaimedV1;
import dev.keshi.contracts.workflow.TaskCreatedV1;
import dev.keshi.contracts.workflow.TaskDecidedV1;
import dev.keshi.contracts.workflow.TaskReassignedV1;
import dev.keshi.contracts.workflow.TaskReleasedV1;
import dev.keshi.contracts.workflow.WorkItemAssignedV1;
import dev.keshi.contracts.workflow.WorkItemBecameLateV1;
import dev.keshi.contracts.workflow.WorkItemCancelledV1;
import dev.keshi.contracts.workflow.WorkItemCompletedV1;
import dev.keshi.contracts.workflow.WorkItemDueDateChangedV1;
import dev.keshi.contracts.workflow.WorkItemTransferredV1;
import dev.keshi.test.events.Arrivals;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;

/** What happened in a small enterprise, told by four services. The same seed tells the same, whatever its people are called. */
final class History {

    private static final int PEOPLE = 12;
    private static final int REQUESTS = 20;
    private static final int FIGURES = 8;
    private static final int WORK_ITEMS = 20;
    private static final int COURSES = 20;
    private static final int SESSIONS = 5;
    private static final Instant BEGIN = Instant.parse("2020-02-03T01:00:00Z");

    private final Wire wire;
    private final String world;
    private final Random random;
    private final Arrivals arrivals = new Arrivals();

    private History(Wire wire, String world, long seed) {
        this.wire = wire;
        this.world = world;
        this.random = new Random(seed);
    }

    /** @param world stands before every id */
    static History of(Wire wire, String world, long seed) {
        var history = new History(wire, world, seed);
        history.organisation();
        for (int i = 0; i < REQUESTS; i++) {
            history.request(i);
        }
        for (int i = 0; i < FIGURES; i++) {
            history.figure(i);
        }
        for (int i = 0; i < WORK_ITEMS; i++) {
            history.work(i);
        }
        for (int i = 0; i < COURSES; i++) {
            history.course(i);
        }
        for (int i = 0; i < SESSIONS; i++) {
            history.session(i);
        }
        return history;
    }

    private void organisation() {
        for (int i = 0; i < 3; i++) {
            var department = world + "d" + i;
            happens(new DepartmentOpenedV1(
                    department, "D" + i, "DEPARTMENT", "部门", null, null, null, List.of(), LocalDate.of(2019, 1, 1), 1));
            happens(new DepartmentLeadershipChangedV1(department, person(), List.of(), LocalDate.of(2019, 1, 1)));
            happens(new PositionDefinedV1(world + "q" + i, "Q" + i, "岗位", null, department, 3, "operations-assistant"));
            happens(new PositionRevisedV1(world + "q" + i, "岗位（新）", "Post", department, 4));
        }
        for (int i = 0; i < PEOPLE; i++) {
            var person = world + "p" + i;
            var day = LocalDate.of(2019, 1, 1);
            happens(new PersonHiredV1(
                    person, "E" + i, new EncryptedText(person, "AAAA"), null, department(), position(), null, day));
            for (int move = random.nextInt(4); move > 0; move--) {
                day = day.plusDays(1 + random.nextInt(90));
                happens(
                        random.nextBoolean()
                                ? new PersonTransferredV1(person, department(), position(), person(), day)
                                : new ReportingLineChangedV1(person, person(), day));
            }
            if (random.nextInt(3) == 0) {
                happens(new PersonSeparatedV1(person, day.plusDays(10)));
            }
        }
    }

    private void request(int number) {
        var instance = world + "i" + number;
        var title = "REQ-" + number;
        happens(new RequestSubmittedV1(instance, title, "purchase", 1, "采购", null, person(), null));
        for (int step = random.nextInt(3); step >= 0; step--) {
            var task = instance + "-t" + step;
            happens(new TaskCreatedV1(
                    instance,
                    task,
                    "desk",
                    "desk",
                    null,
                    random.nextBoolean() ? person() : null,
                    List.of(),
                    "manager",
                    title,
                    "采购",
                    null,
                    person(),
                    null));
            for (int turn = random.nextInt(4); turn > 0; turn--) {
                happens(
                        switch (random.nextInt(3)) {
                            case 0 -> new TaskClaimedV1(instance, task, person(), null);
                            case 1 ->
                                new TaskReleasedV1(
                                        instance, task, "desk", "desk", null, person(), List.of(), title, "采购", null,
                                        person(), null);
                            default ->
                                new TaskReassignedV1(
                                        instance, task, "desk", "desk", null, person(), person(), title, "采购", null,
                                        person(), null);
                        });
            }
            happens(new TaskDecidedV1(
                    instance, task, "desk", "desk", null, "APPROVED", person(), title, "采购", null, person(), null));
        }
        var outcome = List.of("APPROVED", "REJECTED", "WITHDRAWN").get(random.nextInt(3));
        happens(new RequestEndedV1(instance, outcome, title, "采购", null, person(), null, null));
    }

    private void figure(int number) {
        for (int again = random.nextInt(4); again >= 0; again--) {
            happens(new FigureRecordedV1(
                    world + "f" + number,
                    "sales-target",
                    world + "p" + number,
                    LocalDate.of(2020, 2, 29),
                    String.valueOf(random.nextInt(100)),
                    "100"));
        }
    }

    private void work(int number) {
        var item = world + "w" + number;
        var owner = person();
        var due = LocalDate.of(2020, 2, 3).plusDays(random.nextInt(10));
        happens(new WorkItemAssignedV1(item, "W-" + number, owner, department(), null, "PERSON", null, due, "NORMAL"));
        boolean late = random.nextBoolean();
        if (late) {
            happens(new WorkItemBecameLateV1(item, "W-" + number, owner, department(), null, due));
        }
        if (random.nextInt(3) == 0) {
            var before = owner;
            owner = person();
            happens(new WorkItemTransferredV1(
                    item, "W-" + number, owner, department(), before, null, due, "NORMAL", before));
        }
        if (random.nextInt(3) == 0) {
            var before = due;
            due = due.plusDays(5);
            late = false;
            happens(new WorkItemDueDateChangedV1(item, "W-" + number, owner, department(), null, due, before, owner));
        }
        switch (random.nextInt(3)) {
            case 0 -> happens(new WorkItemCancelledV1(item, "W-" + number, owner, department(), null, owner));
            case 1 -> happens(done(item, number, owner, due, late));
            default -> {}
        }
    }

    private void course(int number) {
        var assignment = world + "a" + number;
        var person = person();
        var code = "C-" + number;
        var due = LocalDate.of(2020, 2, 3).plusDays(random.nextInt(10));
        happens(new CourseAssignedV1(assignment, person, department(), code, "BY_HAND", null, due, null));
        boolean overdue = random.nextBoolean();
        if (overdue) {
            happens(new AssignmentOverdueV1(assignment, person, department(), code, due));
        }
        var taken = due.plusDays(random.nextInt(5) - 2);
        switch (random.nextInt(4)) {
            case 0 ->
                happens(new AssignmentEndedV1(
                        assignment,
                        person,
                        department(),
                        code,
                        random.nextBoolean() ? "CANCELLED" : "PERSON_LEFT",
                        null));
            case 1 ->
                happens(new AssignmentCompletedV1(
                        assignment, person, department(), code, taken, "session/s", taken.isAfter(due), due));
            case 2 -> {
                happens(new QuizPassedV1(
                        world + "k" + number,
                        world + "k" + number + "/1",
                        code,
                        1,
                        person,
                        department(),
                        1,
                        "90.0",
                        false,
                        30));
                happens(new AssignmentCompletedV1(
                        assignment, person, department(), code, taken, "quiz/k", taken.isAfter(due), null));
            }
            default -> {}
        }
    }

    private void session(int number) {
        happens(new AttendanceRecordedV1(
                world + "s" + number,
                "C-" + number,
                "INTERNAL",
                60,
                LocalDate.of(2020, 2, 5),
                person(),
                List.of(world + "p" + number, world + "p" + (number + 1)),
                List.of(world + "p" + (number + 2))));
    }

    private WorkItemCompletedV1 done(String item, int number, String owner, LocalDate due, boolean late) {
        var reported = due.plusDays(late ? 1 : -1).atTime(4, 0).toInstant(ZoneOffset.UTC);
        return new WorkItemCompletedV1(
                item,
                "W-" + number,
                owner,
                department(),
                null,
                "PERSON",
                null,
                "NORMAL",
                due,
                due,
                BEGIN,
                reported,
                reported,
                !late,
                random.nextInt(2),
                60,
                null);
    }

    private void happens(PublishedEvent event) {
        arrivals.add(wire.told(event, BEGIN.plus(Duration.ofMinutes(arrivals.size()))));
    }

    private String person() {
        return world + "p" + random.nextInt(PEOPLE);
    }

    private String department() {
        return world + "d" + random.nextInt(3);
    }

    private String position() {
        return world + "q" + random.nextInt(3);
    }

    Arrivals arrivals() {
        return arrivals;
    }

    /** Of the ids of everything that is kept of it. */
    String pattern() {
        return "^([A-Z_]+:)*" + world;
    }

    /** Text as it would be in any other world. */
    String anonymous(String text) {
        return arrivals.withoutIds(text.replace(world, ""));
    }
}
