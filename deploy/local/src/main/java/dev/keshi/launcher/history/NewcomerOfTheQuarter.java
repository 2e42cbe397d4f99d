package dev.keshi.launcher.history;

import dev.keshi.launcher.activity.Courses;
import dev.keshi.launcher.activity.People;
import dev.keshi.launcher.client.Caller;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Somebody is hired and goes the induction path: three courses in a room, one of them after another, and one online with a quiz. */
final class NewcomerOfTheQuarter {

    private static final List<String> NAMES = List.of("方启明", "孔雨桐", "沈亦安", "顾清和");
    private static final List<String> LOGINS = List.of("fang.qiming", "kong.yutong", "shen.yian", "gu.qinghe");
    private static final String CULTURE = "INDUCTION-CULTURE";
    private static final String RULES = "INDUCTION-RULES";
    private static final String DUTIES = "INDUCTION-DUTIES";
    private static final int HIRED = 1;
    private static final int FIRST_SESSIONS = 6;
    private static final int LAST_SESSION = 10;
    private static final int QUIZ = 12;

    private final DepartmentCast cast;
    private final QuarterDays days;
    private final QuarterFigures figures;
    private String id = "";
    private String culture = "";
    private String rules = "";
    private String duties = "";

    NewcomerOfTheQuarter(DepartmentCast cast, QuarterDays days, QuarterFigures figures) {
        this.cast = cast;
        this.days = days;
        this.figures = figures;
    }

    void plan(Agenda agenda) {
        agenda.on(HIRED, this::join);
        agenda.on(FIRST_SESSIONS - 2, this::enrolFirst);
        agenda.on(FIRST_SESSIONS + 1, this::attendFirst);
        agenda.on(LAST_SESSION - 2, this::enrolLast);
        agenda.on(LAST_SESSION + 1, this::attendLast);
        agenda.on(QUIZ, this::passQuiz);
    }

    private void join() {
        String position = People.positionOf(cast.workers().getFirst().caller());
        id = People.hire(
                cast.personnel(), "N%05d".formatted(cast.place() + 1), name(), login(), cast.departmentId(), position);
        var path = List.of(CULTURE, RULES, DUTIES, YearOfCourses.COMPLIANCE.course());
        Courses.assigned(cast.personnel(), id, path);
        // Until training-service knows the account too.
        Courses.assigned(caller(), id, path);
    }

    private void enrolFirst() {
        culture = Courses.schedule(cast.manager(), CULTURE, days.at(FIRST_SESSIONS));
        rules = Courses.schedule(cast.manager(), RULES, days.at(FIRST_SESSIONS));
        Courses.enrol(caller(), culture);
        Courses.enrol(caller(), rules);
    }

    private void attendFirst() {
        Courses.recordAttendance(cast.manager(), culture, List.of(id));
        Courses.recordAttendance(cast.manager(), rules, List.of(id));
        awaitTaken(CULTURE);
        awaitTaken(RULES);
    }

    private void enrolLast() {
        duties = Courses.schedule(cast.manager(), DUTIES, days.at(LAST_SESSION));
        Courses.enrol(caller(), duties);
    }

    private void attendLast() {
        Courses.recordAttendance(cast.manager(), duties, List.of(id));
        awaitTaken(DUTIES);
    }

    private void passQuiz() {
        var unused = YearOfCourses.COMPLIANCE.take(caller());
        awaitTaken(YearOfCourses.COMPLIANCE.course());
        figures.newcomers++;
    }

    private void awaitTaken(String course) {
        JsonNode assigned = Objects.requireNonNull(
                Courses.assigned(caller(), id, List.of(course)).get(course));
        var unused = Courses.assignment(
                caller(),
                assigned.path("id").asString(),
                "taken",
                one -> one.path("status").asString().equals("COMPLETED"));
    }

    private Caller caller() {
        return cast.newcomers().signIn(login());
    }

    private String name() {
        return NAMES.get(cast.place() % NAMES.size());
    }

    private String login() {
        return LOGINS.get(cast.place() % LOGINS.size());
    }
}
