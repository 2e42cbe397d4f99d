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

    private static final Shown NONE = Shown.of("no course was to be taken");

    private final QuarterCast cast;
    private final EnterpriseClock clock;
    private final Carried carried;
    private final LocalDate nextQuarter;
    private final Set<String> openBefore = new HashSet<>();
    private String assignment = "";
    private String course = "";

    /** @param nextQuarter the first day after the quarter that is judged */
    CourseOfTheQuarter(QuarterCast cast, EnterpriseClock clock, Carried carried, LocalDate nextQuarter) {
        this.cast = cast;
        this.clock = clock;
        this.carried = carried;
        this.nextQuarter = nextQuarter;
    }

    /** Under a code of its own: who has learned a course is not given it again by the next tour. */
    Shown isOffered() {
        String code = "ON-TIME-"
                + Long.toString(System.nanoTime(), Character.MAX_RADIX).toUpperCase(Locale.ROOT);
        Courses.assignedFor(cast.employee(), cast.employeeId(), Appraisals.WORK_ON_TIME).stream()
                .filter(one -> one.path("status").asString().equals("OPEN"))
                .forEach(one -> openBefore.add(one.path("id").asString()));
        Courses.publish(cast.personnel(), code, "时间管理", Appraisals.WORK_ON_TIME);
        return Carried.shown("%s strengthens %s".formatted(code, Appraisals.WORK_ON_TIME), carried.by(code, PUBLISHED));
    }

    /** @param judged what the grade came from: with much other work on time nothing is weak, and no course follows */
    Shown isAssignedOnce(OnTime judged) {
        if (!judged.isWeak()) {
            return Shown.of(
                    "%s on time with other work of this person, which is not weak: no course".formatted(judged));
        }
        assignment = Courses.onlyOpen(cast.employee(), cast.employeeId(), Appraisals.WORK_ON_TIME)
                .path("id")
                .asString();
        // The figure of a calendar quarter may have been weak before; then the appraisal is heard of a moment later.
        JsonNode assigned = Courses.assignment(
                cast.employee(), assignment, "found weak by the appraisal", one -> one.hasNonNull("before"));
        course = assigned.path("courseCode").asString();
        if (openBefore.contains(assignment)) {
            return Shown.of("%s was to be taken already".formatted(course));
        }
        return Carried.shown(
                "%s points are weak, as the person alone sees: %s is to be taken by %s"
                        .formatted(
                                assigned.path("before").asString(),
                                course,
                                assigned.path("dueOn").asString()),
                carried.by(assignment, ASSIGNED));
    }

    Shown isTaken() {
        if (assignment.isEmpty()) {
            return NONE;
        }
        String session = Courses.schedule(cast.manager(), course, clock.now().plus(Duration.ofDays(2)));
        Courses.enrol(cast.employee(), session);
        clock.forwardTo(nextQuarter.plusDays(5));
        Courses.recordAttendance(cast.manager(), session, cast.employeeId());
        JsonNode taken = Courses.assignment(
                cast.employee(),
                assignment,
                "taken",
                one -> one.path("status").asString().equals("COMPLETED"));
        return Carried.shown(
                "day 5 of the next quarter: taken on %s"
                        .formatted(taken.path("completedOn").asString()),
                carried.by(session, ATTENDED),
                carried.by(assignment, TAKEN));
    }

    /**
     * By the same indicator; and it was assigned once, whatever came after.
     *
     * @param better whether more of the work was on time than in the quarter before
     */
    Shown hasHelped(boolean better) {
        if (assignment.isEmpty()) {
            return NONE;
        }
        JsonNode measured =
                Courses.assignment(cast.employee(), assignment, "measured again", one -> one.hasNonNull("after"));
        double before = measured.path("before").asDouble();
        double after = measured.path("after").asDouble();
        require(!better || after > before, "it was %s before the course and %s after", before, after);
        var forTheSame = Courses.assignedFor(cast.personnel(), cast.employeeId(), Appraisals.WORK_ON_TIME).stream()
                .filter(one -> one.path("courseCode").asString().equals(course))
                .toList();
        List<KafkaEvent> events = carried.by(assignment, MEASURED);
        require(forTheSame.size() == 1, "the course was assigned %s times", forTheSame.size());
        return Carried.shown("%s before the course, %s after it; assigned once".formatted(before, after), events);
    }
}
