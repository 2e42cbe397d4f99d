package dev.keshi.launcher.history;

import dev.keshi.launcher.activity.Appraisals;
import dev.keshi.launcher.activity.Courses;
import dev.keshi.launcher.client.CallFailure;
import dev.keshi.launcher.history.DepartmentCast.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/**
 * The courses that follow from what was found weak before the quarter: taken in a room or online, and measured by this quarter's appraisal where an
 * appraisal had found it. What a figure finds in between waits for the next quarter, so that a quarter that is gone on with has the same learners.
 */
final class QuarterLearning {

    private static final int SCHEDULED = 2;
    private static final int HELD = 4;
    private static final int ONLINE = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DepartmentCast cast;
    private final QuarterDays days;
    private final QuarterFigures figures;
    private final Map<Worker, JsonNode> toTake = new LinkedHashMap<>();
    private String session = "";

    /** Looks at what was assigned before the quarter, whether it was taken meanwhile or not. */
    QuarterLearning(DepartmentCast cast, QuarterDays days, QuarterFigures figures) {
        this.cast = cast;
        this.days = days;
        this.figures = figures;
        for (Worker worker : cast.workers()) {
            assigned(worker).stream()
                    .filter(this::isOfThisQuarter)
                    .findFirst()
                    .ifPresent(one -> toTake.put(worker, one));
        }
    }

    boolean isLearner(Worker worker) {
        return toTake.containsKey(worker);
    }

    void plan(Agenda agenda) {
        var inARoom = learnersOf(YearOfCourses.IN_A_ROOM);
        if (!inARoom.isEmpty()) {
            agenda.on(SCHEDULED, () -> {
                session = Courses.schedule(cast.manager(), YearOfCourses.IN_A_ROOM, days.at(HELD));
                inARoom.forEach(worker -> Courses.enrol(worker.caller(), session));
            });
            agenda.on(HELD + 1, () -> {
                Courses.recordAttendance(
                        cast.manager(),
                        session,
                        inARoom.stream().map(Worker::id).toList());
                inARoom.forEach(this::awaitTaken);
            });
        }
        learnersOf(YearOfCourses.PLANNING.course())
                .forEach(worker -> agenda.on(ONLINE, () -> {
                    var unused = YearOfCourses.PLANNING.take(worker.caller());
                    awaitTaken(worker);
                }));
    }

    /** When this quarter's grades are out. What no appraisal had found is measured by a figure, at the end of a calendar's quarter. */
    void measure() {
        toTake.forEach((worker, assignment) -> {
            var measured = Courses.assignment(
                    worker.caller(),
                    assignment.path("id").asString(),
                    "measured again",
                    one -> one.hasNonNull("after") || !one.hasNonNull("before"));
            if (measured.hasNonNull("after")) {
                figures.learners++;
                figures.better += measured.path("improved").asBoolean() ? 1 : 0;
            }
        });
    }

    /** What follows for the next quarter; waits until it has. */
    void awaitAssigned(Worker weak) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        var all = assigned(weak);
        while (all.size() < YearOfCourses.ON_TIME.size() && all.stream().noneMatch(QuarterLearning::isOpen)) {
            if (System.nanoTime() > deadline) {
                throw new CallFailure("%s was weak in %s and has no course to take after %d s"
                        .formatted(weak.id(), Appraisals.WORK_ON_TIME, PATIENCE.toSeconds()));
            }
            LockSupport.parkNanos(50_000_000);
            all = assigned(weak);
        }
    }

    private List<Worker> learnersOf(String course) {
        return toTake.entrySet().stream()
                .filter(one -> one.getValue().path("courseCode").asString().equals(course))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void awaitTaken(Worker worker) {
        var unused = Courses.assignment(
                worker.caller(),
                Objects.requireNonNull(toTake.get(worker)).path("id").asString(),
                "taken",
                one -> one.path("status").asString().equals("COMPLETED"));
    }

    private boolean isOfThisQuarter(JsonNode assignment) {
        return assignedAt(assignment).isBefore(days.beginning())
                && (isOpen(assignment)
                        || assignment
                                        .path("completedOn")
                                        .asString("")
                                        .compareTo(days.first().toString())
                                >= 0);
    }

    private static boolean isOpen(JsonNode assignment) {
        return assignment.path("status").asString().equals("OPEN");
    }

    /** Of the year's own courses. */
    private static List<JsonNode> assigned(Worker worker) {
        return Courses.assignedFor(worker.caller(), worker.id(), Appraisals.WORK_ON_TIME).stream()
                .filter(one ->
                        YearOfCourses.ON_TIME.contains(one.path("courseCode").asString()))
                .toList();
    }

    private static Instant assignedAt(JsonNode assignment) {
        return Instant.parse(assignment.path("assignedAt").asString());
    }
}
