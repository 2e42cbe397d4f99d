package dev.keshi.launcher.tour;

import static dev.keshi.launcher.tour.TourFailure.require;

import dev.keshi.launcher.activity.Appraisals;
import dev.keshi.launcher.activity.Courses;
import dev.keshi.launcher.platform.EnterpriseClock;
import dev.keshi.launcher.tour.Step.Shown;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What follows from a weak indicator: a course, assigned once and taken, and the same indicator in the next quarter's appraisal. */
final class CourseOfTheQuarter {

    private static final String PUBLISHED = "keshi.training.course-published.v1";
    private static final String ASSIGNED = "keshi.training.course-assigned.v1";
    private static final String ATTENDED = "keshi.training.attendance-recorded.v1";
    private static final String TAKEN = "keshi.training.assignment-completed.v1";
    private static final String MEASURED = "keshi.training.effect-measured.v1";

    /** How the codes of tours begin; before those of other courses for the same indicator, so that these are assigned first. */
    private static final String CODES = "ON-TIME-";

    private final QuarterCast cast;
    private final EnterpriseClock clock;
    private final Carried carried;
    private final LocalDate nextQuarter;
    private final Set<String> before = new HashSet<>();
    private String assignment = "";
    private String course = "";

    /** @param nextQuarter the first day after the quarter that is judged */
    CourseOfTheQuarter(QuarterCast cast, EnterpriseClock clock, Carried carried, LocalDate nextQuarter) {
        this.cast = cast;
        this.clock = clock;
        this.carried = carried;
        this.nextQuarter = nextQuarter;
    }

    /** Under a code of its own; what earlier tours have offered or left open would be taken in its place. */
    Shown isOffered() {
        var known = Courses.assignedFor(cast.employee(), cast.employeeId(), Appraisals.WORK_ON_TIME);
        known.forEach(one -> before.add(one.path("id").asString()));
        var left = known.stream()
                .filter(one -> one.path("status").asString().equals("OPEN"))
                .map(one -> one.path("id").asString())
                .toList();
        left.forEach(open -> Courses.cancel(cast.personnel(), open));
        int retired = Courses.retire(cast.personnel(), Appraisals.WORK_ON_TIME, CODES);
        String course =
                CODES + Long.toString(System.nanoTime(), Character.MAX_RADIX).toUpperCase(Locale.ROOT);
        Courses.publish(cast.personnel(), course, "时间管理", Appraisals.WORK_ON_TIME);
        return Carried.shown(
                "%s strengthens %s%s%s"
                        .formatted(
                                course,
                                Appraisals.WORK_ON_TIME,
                                retired == 0 ? "" : "; retired: %d of earlier tours".formatted(retired),
                                left.isEmpty()
                                        ? ""
                                        : "; cancelled: %d that this person had open".formatted(left.size())),
                carried.by(course, PUBLISHED));
    }

    /** @param judged what the grade came from */
    Shown isAssignedOnce(OnTime judged) {
        require(judged.isWeak(), "%s on time is not weak, so no course follows: other work was done meanwhile", judged);
        assignment = Courses.onlyOpen(cast.employee(), cast.employeeId(), Appraisals.WORK_ON_TIME)
                .path("id")
                .asString();
        // The figure of a calendar quarter may have been weak before; then the appraisal is heard of a moment later.
        JsonNode assigned = Courses.assignment(
                cast.employee(), assignment, "found weak by the appraisal", one -> one.hasNonNull("before"));
        course = assigned.path("courseCode").asString();
        require(!before.contains(assignment), "%s was to be taken before this tour", course);
        require(
                judged.isWorth(assigned.path("before").asDouble()),
                "it was found weak with %s points, not by %s on time",
                assigned.path("before"),
                judged);
        return Carried.shown(
                "%s points are weak, as the person alone sees: %s is to be taken by %s"
                        .formatted(
                                assigned.path("before").asString(),
                                course,
                                assigned.path("dueOn").asString()),
                carried.by(assignment, ASSIGNED));
    }

    Shown isTaken() {
        String session = Courses.schedule(cast.manager(), course, clock.now().plus(Duration.ofDays(2)));
        Courses.enrol(cast.employee(), session);
        clock.forwardTo(nextQuarter.plusDays(5));
        Courses.recordAttendance(cast.manager(), session, List.of(cast.employeeId()));
        JsonNode taken = Courses.assignment(
                cast.employee(),
                assignment,
                "taken",
                one -> one.path("status").asString().equals("COMPLETED"));
        return Carried.shown(
                "day 5 of the next quarter: the course was attended on %s"
                        .formatted(taken.path("completedOn").asString()),
                carried.by(session, ATTENDED),
                carried.by(assignment, TAKEN));
    }

    /**
     * By the same indicator; and it was assigned once, whatever came after.
     *
     * @param judged what the grade of the quarter before came from
     * @param next what that of this quarter came from
     */
    Shown hasHelped(OnTime judged, OnTime next) {
        JsonNode measured =
                Courses.assignment(cast.employee(), assignment, "measured again", one -> one.hasNonNull("after"));
        double points = measured.path("before").asDouble();
        double after = measured.path("after").asDouble();
        require(next.isWorth(after), "%s after the course are not %s on time", after, next);
        require(
                judged.isLessThan(next) && after > points,
                "the course has not helped: %s before and %s after: %s, then %s on time",
                points,
                after,
                judged,
                next);
        var forTheSame = Courses.assignedFor(cast.personnel(), cast.employeeId(), Appraisals.WORK_ON_TIME).stream()
                .filter(one -> one.path("courseCode").asString().equals(course)
                        && !before.contains(one.path("id").asString()))
                .toList();
        List<KafkaEvent> events = carried.by(assignment, MEASURED);
        require(forTheSame.size() == 1, "the course was assigned %s times", forTheSame.size());
        return Carried.shown("%s before the course, %s after it; assigned once".formatted(points, after), events);
    }
}
