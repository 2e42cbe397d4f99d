package dev.keshi.training;

import static dev.keshi.training.Enterprise.API;
import static dev.keshi.training.Enterprise.answer;
import static dev.keshi.training.Enterprise.as;
import static dev.keshi.training.Enterprise.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.test.events.EventProbe;
import dev.keshi.test.problems.BothLanguages;
import dev.keshi.training.attempt.OnlineCourse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/**
 * Each kind of bad input has a problem type of its own, says so in both languages, and leaves nothing half done. That fifty who ask at once never
 * overfill a session stands in SessionIT.
 */
@RunningService
class BadInputIT {

    private static final List<String> KEPT =
            List.of("courses", "course_order", "sessions", "assignments", "courseware", "attempt_sheets");

    private static final int MOST_WAITING = 500;

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MockMvcTester http;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private MovedClock clock;

    private record Bad(String person, String path, @Nullable String revision, String body, String status, String code) {

        static Bad posted(String person, String path, String body, String status, String code) {
            return new Bad(person, path, null, body, status, code);
        }
    }

    @Test
    void eachHasItsOwnTypeInBothLanguagesAndNothingIsHalfDone(EventProbe probe) {
        enterprise.begin();
        var cases = new ArrayList<Bad>();
        cases.addAll(courses());
        cases.addAll(sessions());
        cases.addAll(assignments());
        cases.addAll(quizzes());
        var before = kept();
        var published = published(probe);

        var types = new HashMap<String, String>();
        for (var bad : cases) {
            var type = BothLanguages.say(bad, bad.status(), bad.code(), refused(bad, "zh-CN"), refused(bad, "en"));
            types.put(bad.code(), type);
            assertThat(kept()).as(bad.toString()).isEqualTo(before);
        }
        assertThat(types.values()).doesNotHaveDuplicates();
        assertThat(published(probe)).isEqualTo(published);
    }

    /** Whatever is guessed is answered like what never was, in the language of whoever asks, so nobody learns how near it came. */
    @Test
    void aGuessedNumberIsAnsweredLikeAnyOtherInBothLanguages() {
        enterprise.begin();
        var types = new ArrayList<String>();
        var titles = new ArrayList<String>();
        for (var guess : List.of(
                "0000-0000-0000-0000-0000-0000-0000-0000",
                "x",
                "$ne",
                UUID.randomUUID().toString())) {
            var chinese = guessed(guess, "zh-CN");
            var english = guessed(guess, "en");
            types.add(BothLanguages.say(guess, "404", "certificate-not-found", chinese, english));
            titles.add(chinese.get("title").asString() + english.get("title").asString());
        }
        assertThat(types).hasSize(4).containsOnly(types.getFirst());
        assertThat(titles).hasSize(4).containsOnly(titles.getFirst());
    }

    private JsonNode guessed(String number, String language) {
        return read(http.get()
                .uri(API + "/certificates/verify/{number}", number)
                .header("Accept-Language", language)
                .exchange());
    }

    private List<Bad> courses() {
        var basic = enterprise.course("");
        var advanced = enterprise.course(",\"prerequisites\":[\"%s\"]".formatted(basic));
        var path = "/courses/" + basic;
        var now = enterprise.revision("hana", path);
        return List.of(
                new Bad("hana", path + "/revise", now, content(basic), "422", "course-requires-itself"),
                new Bad("hana", path + "/revise", now, content(advanced), "422", "course-requires-itself"),
                new Bad("hana", path + "/retire", now, "", "409", "course-required-by-others"),
                Bad.posted("hana", "/courses", Enterprise.course(basic, ""), "409", "course-code-taken"),
                Bad.posted(
                        "hana",
                        "/courses",
                        Enterprise.course(Enterprise.code(), ",\"prerequisites\":[\"C-NONE\"]"),
                        "422",
                        "prerequisite-missing"));
    }

    private List<Bad> sessions() {
        var course = enterprise.course("");
        var session = enterprise.session(course, inDays(1), 1);
        var path = "/sessions/" + session;
        var full = enterprise.session(course, inDays(1), 1);
        fill(full);
        return List.of(
                Bad.posted(
                        "tom",
                        "/sessions",
                        Enterprise.session(course, "mia", inDays(-1), 2),
                        "422",
                        "session-starts-in-the-past"),
                Bad.posted(
                        "tom", "/sessions", Enterprise.session("C-NONE", "mia", inDays(1), 2), "422", "course-missing"),
                Bad.posted(
                        "tom", "/sessions", Enterprise.session(course, "lea", inDays(1), 2), "422", "person-has-left"),
                Bad.posted("mia", path + "/enrol", "{}", "422", "lecturer-enrols"),
                Bad.posted("lea", path + "/enrol", "{}", "403", "caller-has-left"),
                Bad.posted("ona", "/sessions/" + full + "/enrol", "{}", "409", "waiting-list-full"),
                Bad.posted("ona", path + "/enrol", "{\"personId\":\"olga\"}", "422", "person-missing"),
                Bad.posted("max", path + "/withdraw", "{}", "409", "not-enrolled"),
                Bad.posted("mia", path + "/attendance", "{\"attended\":[\"ona\"]}", "409", "session-not-begun"));
    }

    /** Somebody has the one place, and behind that one so many wait as a session takes; SessionTest shows how many that are. */
    private void fill(String session) {
        var at = clock.instant();
        var crowd = IntStream.rangeClosed(0, MOST_WAITING)
                .mapToObj(each -> new Document("personId", "crowd-" + each)
                        .append("departmentId", "team")
                        .append("status", each == 0 ? "ENROLLED" : "WAITING")
                        .append("at", Date.from(at.plusMillis(each))))
                .toList();
        mongo.getCollection("sessions")
                .updateOne(
                        new Document("_id", session),
                        new Document("$push", new Document("state.enrolments", new Document("$each", crowd))));
    }

    private List<Bad> assignments() {
        var course = enterprise.course("");
        assertThat(answer(enterprise.post("tom", "/assignments", null, assignment(course, 9))))
                .isEqualTo("201");
        return List.of(
                Bad.posted("tom", "/assignments", assignment(course, 9), "409", "assignment-open-before"),
                Bad.posted("tom", "/assignments", assignment(course, -1), "422", "assignment-due-past"));
    }

    private List<Bad> quizzes() {
        var online = OnlineCourse.taught(enterprise, "", OnlineCourse.quiz(4, 60, 3, "NEVER"));
        var courseware = "/courses/" + online.code() + "/courseware";
        var running = online.started("ona");
        var path = "/attempts/" + running.get("id").asString();
        var question = running.get("questions").get(0).get("code").asString();
        return List.of(
                Bad.posted(
                        "hana",
                        courseware,
                        OnlineCourse.courseware(OnlineCourse.quiz(9, 60, 3, "NEVER")),
                        "422",
                        "question-bank-too-small"),
                Bad.posted("ona", "/courses/" + online.code() + "/attempts", "{}", "409", "attempt-running"),
                Bad.posted("ona", path + "/answers", answered("none", "a"), "422", "question-not-asked"),
                Bad.posted("ona", path + "/answers", answered(question, "z"), "422", "choice-unknown"),
                Bad.posted("max", path + "/submit", "{\"answers\":[]}", "404", "attempt-not-found"));
    }

    private JsonNode refused(Bad bad, String language) {
        var request = http.post()
                .uri(API + bad.path())
                .with(as(bad.person()))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Accept-Language", language)
                .contentType("application/json")
                .content(bad.body());
        var answer = (bad.revision() == null ? request : request.header("If-Match", "\"" + bad.revision() + "\""))
                .exchange();
        assertThat(answer(answer)).as(bad.toString()).startsWith("4");
        return read(answer);
    }

    /** Everything that commands change, but what the relay takes away. */
    private Map<String, List<String>> kept() {
        var kept = new HashMap<String, List<String>>();
        KEPT.forEach(name -> kept.put(
                name,
                mongo.getCollection(name)
                        .find()
                        .projection(new Document("outbox", 0))
                        .sort(new Document("_id", 1))
                        .map(Document::toString)
                        .into(new ArrayList<>())));
        return kept;
    }

    /** What preparing it told may still be on its way. */
    private static List<String> published(EventProbe probe) {
        return probe.drain().stream()
                .filter(event -> event.topic().equals("keshi.training.v1"))
                .filter(event -> List.of("enrolment", "attendance", "retired", "ended", "passed", "failed").stream()
                        .anyMatch(event.type()::contains))
                .map(Object::toString)
                .toList();
    }

    private static String content(String prerequisite) {
        return """
            {"name":"数据分析","form":"INTERNAL","subject":"TOOLS","minutes":120,"prerequisites":["%s"]}
            """.formatted(prerequisite);
    }

    private String assignment(String course, int days) {
        return "{\"personId\":\"ona\",\"courseCode\":\"%s\",\"dueOn\":\"%s\"}"
                .formatted(course, clock.today().plusDays(days));
    }

    private static String answered(String question, String choice) {
        return "{\"answers\":[{\"question\":\"%s\",\"choices\":[\"%s\"]}]}".formatted(question, choice);
    }

    private Instant inDays(int days) {
        return clock.instant().plus(Duration.ofDays(days));
    }
}
