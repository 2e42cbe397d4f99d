package dev.keshi.training.record;

import static dev.keshi.test.Eventually.eventually;
import static dev.keshi.training.Enterprise.answer;
import static dev.keshi.training.Enterprise.data;
import static dev.keshi.training.Enterprise.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.test.events.EventProbe;
import dev.keshi.training.Enterprise;
import dev.keshi.training.MovedClock;
import dev.keshi.training.RunningService;
import dev.keshi.training.attempt.OnlineCourse;
import dev.keshi.training.course.CourseForm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A course of each form, from the catalogue to the hours in somebody's learning record; on a real store and broker. */
@RunningService
class CourseFormsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Map<CourseForm, Integer> MINUTES = Map.of(
            CourseForm.INTERNAL, 120,
            CourseForm.EXTERNAL, 960,
            CourseForm.ONLINE, 45,
            CourseForm.EXCHANGE, 480);

    /** A colleague, whoever teaches at a training body, and whoever leads the department that one goes to. */
    private static final Map<CourseForm, String> LECTURERS = Map.of(
            CourseForm.INTERNAL, "\"lecturerId\":\"mia\"",
            CourseForm.EXTERNAL, "\"lecturerName\":\"省培训中心 王老师\"",
            CourseForm.EXCHANGE, "\"lecturerId\":\"otto\"");

    private static final Map<CourseForm, String> PLACES = Map.of(
            CourseForm.INTERNAL, "三楼培训室",
            CourseForm.EXTERNAL, "省培训中心",
            CourseForm.EXCHANGE, "业务二部");

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MovedClock clock;

    private final String learner = "learner-" + UUID.randomUUID();
    private final String absent = "absent-" + UUID.randomUUID();

    @BeforeEach
    void twoOfATeam() {
        enterprise.begin();
        enterprise.person(learner, "team", true);
        enterprise.person(absent, "team", true);
    }

    @Test
    void whatIsLearnedInEachFormCountsByItsMinutes(EventProbe probe) {
        var courses = new EnumMap<CourseForm, String>(CourseForm.class);
        var sessions = new EnumMap<CourseForm, String>(CourseForm.class);
        for (var form : CourseForm.values()) {
            courses.put(form, published(form));
            assertThat(listed(form)).contains(courses.get(form));
        }
        for (var form : LECTURERS.keySet()) {
            sessions.put(form, nominated(form, courses.get(form)));
        }
        clock.letPass(2);
        for (var session : sessions.values()) {
            assertThat(answer(enterprise.post(
                            "tom",
                            "/sessions/" + session + "/attendance",
                            null,
                            "{\"attended\":[\"" + learner + "\"]}")))
                    .isEqualTo("200");
        }
        passed(courses.get(CourseForm.ONLINE));

        eventually(() -> assertThat(minutes(learner)).isEqualTo(MINUTES));
        var record = record(learner);
        assertThat(record.get("minutes").asInt()).isEqualTo(1605);
        assertThat(record.get("entries").asInt()).isEqualTo(4);
        assertThat(entries(learner)).containsExactlyInAnyOrderElementsOf(courses.values());
        assertThat(minutes(absent)).isEmpty();
        sessions.forEach((form, session) -> {
            var recorded = data(probe.awaitOne("keshi.training.attendance-recorded.v1", session, PATIENCE));
            assertThat(recorded.get("form").asString()).isEqualTo(form.name());
            assertThat(recorded.get("minutes").asInt()).isEqualTo(MINUTES.get(form));
            assertThat(recorded.get("absent").toString()).contains(absent);
        });
        assertThat(hours("tom", learner)).isEqualTo(1605);
        assertThat(hours("tom", absent)).isZero();
    }

    @Test
    void whatIsTakenElsewhereIsNoOnlineCourse() {
        for (var form : List.of(CourseForm.EXTERNAL, CourseForm.EXCHANGE)) {
            var course = published(form);
            assertThat(answer(enterprise.post(
                            "hana",
                            "/courses/" + course + "/courseware",
                            null,
                            OnlineCourse.courseware(OnlineCourse.quiz(2, 60, 2, "NEVER")))))
                    .isEqualTo("409 course-not-online");
            assertThat(answer(enterprise.post(learner, "/courses/" + course + "/attempts", null, "{}")))
                    .isEqualTo("409 course-not-online");
            assertThat(minutes(learner)).isEmpty();
        }
        assertThat(answer(enterprise.post(
                        "hana",
                        "/courses",
                        null,
                        Enterprise.course(Enterprise.code(), "").replace("INTERNAL", "ABROAD"))))
                .isEqualTo("400 invalid-request");
        assertThat(answer(enterprise.get("ona", "/courses?form=ABROAD"))).startsWith("400");
    }

    private String published(CourseForm form) {
        var code = Enterprise.code();
        var course = Enterprise.course(code, "")
                .replace("INTERNAL", form.name())
                .replace("\"minutes\":120", "\"minutes\":" + MINUTES.get(form));
        assertThat(answer(enterprise.post("hana", "/courses", null, course))).isEqualTo("201");
        return code;
    }

    private List<String> listed(CourseForm form) {
        var all = new ArrayList<String>();
        var next = "";
        do {
            var page = read(enterprise.get("ona", "/courses?limit=100&form=" + form + next));
            page.get("items").forEach(one -> all.add(one.get("code").asString()));
            next = page.hasNonNull("nextCursor")
                    ? "&cursor=" + page.get("nextCursor").asString()
                    : "";
        } while (!next.isEmpty());
        return all;
    }

    /** Whoever leads them sends both there (选派). */
    private String nominated(CourseForm form, String course) {
        var starts = clock.instant().plus(Duration.ofDays(1));
        var body = Enterprise.session(course, "mia", starts, 5)
                .replace("\"lecturerId\":\"mia\"", LECTURERS.get(form))
                .replace("三楼培训室", PLACES.get(form));
        var scheduled = enterprise.post("tom", "/sessions", null, body);
        assertThat(answer(scheduled)).isEqualTo("201");
        var session = read(scheduled).get("id").asString();
        for (var person : List.of(learner, absent)) {
            assertThat(answer(enterprise.post(
                            "tom", "/sessions/" + session + "/enrol", null, "{\"personId\":\"%s\"}".formatted(person))))
                    .isEqualTo("200");
        }
        return session;
    }

    private void passed(String course) {
        var online = OnlineCourse.of(enterprise, course);
        assertThat(answer(online.release(OnlineCourse.courseware(OnlineCourse.quiz(2, 60, 2, "NEVER")))))
                .isEqualTo("201");
        var unused = online.passed(learner);
    }

    private JsonNode record(String person) {
        return read(enterprise.get("tom", "/records/" + person));
    }

    /** Of all years, by form. */
    private Map<CourseForm, Integer> minutes(String person) {
        var minutes = new EnumMap<CourseForm, Integer>(CourseForm.class);
        record(person)
                .get("years")
                .forEach(year -> year.get("forms")
                        .forEach(form -> minutes.merge(
                                CourseForm.valueOf(form.get("form").asString()),
                                form.get("minutes").asInt(),
                                Integer::sum)));
        return minutes;
    }

    private List<String> entries(String person) {
        return read(enterprise.get(person, "/records/" + person + "/entries?limit=100"))
                .get("items")
                .valueStream()
                .map(one -> one.get("courseCode").asString())
                .toList();
    }

    /** Of this year and the one before, in case the session was held on its last day. */
    private int hours(String reader, String person) {
        int sum = 0;
        for (int year = clock.today().getYear() - 1; year <= clock.today().getYear(); year++) {
            var next = "";
            do {
                var page = read(enterprise.get(reader, "/records?limit=100&year=" + year + next));
                sum += page.get("items")
                        .valueStream()
                        .filter(one -> one.get("personId").asString().equals(person))
                        .mapToInt(one -> one.get("minutes").asInt())
                        .sum();
                next = page.hasNonNull("nextCursor")
                        ? "&cursor=" + page.get("nextCursor").asString()
                        : "";
            } while (!next.isEmpty());
        }
        return sum;
    }
}
