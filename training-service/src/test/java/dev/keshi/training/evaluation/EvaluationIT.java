package dev.keshi.training.evaluation;

import static dev.keshi.test.Eventually.eventually;
import static dev.keshi.training.Enterprise.answer;
import static dev.keshi.training.Enterprise.read;
import static dev.keshi.training.attempt.OnlineCourse.quiz;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.test.events.EventProbe;
import dev.keshi.test.events.SeenEvent;
import dev.keshi.training.Enterprise;
import dev.keshi.training.MovedClock;
import dev.keshi.training.RunningService;
import dev.keshi.training.attempt.OnlineCourse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Evaluations over HTTP, on a real store and broker. */
@RunningService
class EvaluationIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MovedClock clock;

    @BeforeEach
    void begin() {
        enterprise.begin();
    }

    @Test
    void whatPeopleSayIsShownInStepsOfFiveAndNamesNobody(EventProbe probe) {
        var course = enterprise.course("");
        var people = attended(course, 7);
        var session = session(people.getFirst());
        for (int one = 0; one < 4; one++) {
            assertThat(answer(react(people.get(one), session, 5))).isEqualTo("204");
        }
        assertThat(answer(shown("mia", session))).isEqualTo("409 answers-too-few");
        assertThat(read(enterprise.get("tom", "/courses/" + course + "/evaluation"))
                        .has("reaction"))
                .isFalse();

        assertThat(answer(react(people.get(4), session, 3))).isEqualTo("204");
        assertThat(answer(react(people.get(5), session, 1))).isEqualTo("204");

        var reaction = read(shown("mia", session));
        assertThat(reaction.get("answers").asInt()).isEqualTo(5);
        assertThat(reaction.get("content").asString()).isEqualTo("4.6");
        assertThat(reaction.get("usefulness").asString()).isEqualTo("4.0");
        assertThat(read(enterprise.get("hana", "/courses/" + course + "/evaluation"))
                        .get("reaction"))
                .isEqualTo(reaction);
        for (var other : List.of("ona", "otto", people.getFirst())) {
            assertThat(answer(shown(other, session))).as(other).isEqualTo("404 session-reactions-not-found");
        }
        var told = probe.await(
                1,
                event -> event.type().equals("keshi.training.reaction-shown.v1")
                        && event.json().contains(course),
                PATIENCE);
        assertThat(told.getFirst().json()).contains("\"lecturerId\":\"mia\"", "\"answers\":5");
        people.forEach(person -> assertThat(told.getFirst().json()).doesNotContain(person));
    }

    @Test
    void everybodyWhoCameSaysItOnceAndNobodyElse() {
        var people = attended(enterprise.course(""), 2);
        var asked = asked(people.get(0)).get("id").asString();
        var key = UUID.randomUUID().toString();

        assertThat(answer(enterprise.post(people.get(1), "/reactions/" + asked, null, reaction(5))))
                .isEqualTo("404 follow-up-not-found");
        assertThat(answer(enterprise.post(people.get(0), "/reactions/" + asked, null, reaction(6))))
                .startsWith("400");
        assertThat(answer(enterprise.post(people.get(0), "/reactions/" + asked, null, reaction(5), key)))
                .isEqualTo("204");
        assertThat(answer(enterprise.post(people.get(0), "/reactions/" + asked, null, reaction(5), key)))
                .isEqualTo("204");
        assertThat(answer(enterprise.post(people.get(0), "/reactions/" + asked, null, reaction(5))))
                .isEqualTo("409 reacted-before");
        assertThat(read(enterprise.get(people.get(0), "/reactions"))
                        .get("items")
                        .size())
                .isZero();
    }

    /** Whether it was said or not waited for any more is not told, nor what was said. */
    @Test
    void whoeverCameIsAskedByADayAndThatItWasSaidIsTold(EventProbe probe) {
        var people = attended(enterprise.course(""), 2);
        var id = followUp(people.getFirst());
        var silent = asked(people.getLast()).get("id").asString();
        var due =
                LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai")).plusDays(14);
        var asked = probe.awaitOne("keshi.training.reaction-asked.v1", id, PATIENCE);
        assertThat(asked.json()).contains("\"personId\":\"" + people.getFirst() + "\"");
        // Midnight may have come since.
        assertThat(LocalDate.parse(
                        JsonMapper.shared().readTree(asked.json()).get("dueOn").asString()))
                .isBetween(due.minusDays(1), due);

        assertThat(answer(enterprise.post(people.getFirst(), "/reactions/" + id, null, reaction(2))))
                .isEqualTo("204");

        var settled = probe.awaitOne("keshi.training.reaction-settled.v1", id, PATIENCE);
        assertThat(settled.json()).doesNotContain(people.getFirst(), "content", ":2");
        assertThat(settled.headers()).containsEntry("ce_actor", "system:evaluation");
        assertThat(settled.headers().values()).noneMatch(header -> header.contains(people.getFirst()));
        assertThat(settled(probe, silent)).isEmpty();

        clock.letPass(57);

        probe.awaitOne("keshi.training.behaviour-rating-due.v1", silent, PATIENCE);
        probe.awaitOne("keshi.training.behaviour-rating-due.v1", id, PATIENCE);
        probe.drain();
        assertThat(settled(probe, silent)).hasSize(1);
        assertThat(settled(probe, id)).hasSize(1);
        assertThat(answer(enterprise.post(people.getLast(), "/reactions/" + silent, null, reaction(5))))
                .as("it may still be said")
                .isEqualTo("204");
    }

    private static List<SeenEvent> settled(EventProbe probe, String followUp) {
        return probe.seen().stream()
                .filter(event -> event.type().equals("keshi.training.reaction-settled.v1"))
                .filter(event -> event.key().equals(followUp))
                .toList();
    }

    @Test
    void someWeeksLaterTheSuperiorSaysWhatHasChanged(EventProbe probe) {
        var course = enterprise.course("");
        var people = attended(course, 3);
        var followUp = followUp(people.getFirst());
        var others = people.stream().skip(1).map(person -> followUp(person)).toList();
        var path = "/behaviour-ratings/" + followUp;
        assertThat(answer(enterprise.post("tom", path, null, "{\"points\":4}"))).isEqualTo("404 follow-up-not-found");

        clock.letPass(57);

        var due = probe.awaitOne("keshi.training.behaviour-rating-due.v1", followUp, PATIENCE);
        assertThat(due.json()).contains("\"superiorId\":\"tom\"");
        assertThat(read(enterprise.get("tom", "/behaviour-ratings?limit=100"))
                        .get("items")
                        .toString())
                .contains(followUp);
        assertThat(answer(enterprise.post("otto", path, null, "{\"points\":4}")))
                .isEqualTo("404 follow-up-not-found");
        assertThat(answer(enterprise.post("tom", path, null, "{\"points\":0}"))).startsWith("400");
        assertThat(answer(enterprise.post("tom", path, null, "{\"points\":4,\"note\":\"报表更快\"}")))
                .isEqualTo("204");
        assertThat(answer(enterprise.post("tom", path, null, "{\"points\":4}")))
                .isEqualTo("409 behaviour-rated-before");
        var behaviour = read(enterprise.get("tom", "/courses/" + course + "/evaluation"))
                .get("behaviour");
        assertThat(behaviour.get("rated").asInt()).isOne();
        assertThat(behaviour.has("points")).as("what one was given").isFalse();
        for (var other : others) {
            probe.awaitOne("keshi.training.behaviour-rating-due.v1", other, PATIENCE);
            assertThat(answer(enterprise.post("tom", "/behaviour-ratings/" + other, null, "{\"points\":2}")))
                    .isEqualTo("204");
        }
        var all = read(enterprise.get("hana", "/courses/" + course + "/evaluation"))
                .get("behaviour");
        assertThat(all.get("asked").asInt()).isEqualTo(3);
        assertThat(all.get("points").asString()).isEqualTo("2.7");
        assertThat(probe.awaitOne("keshi.training.behaviour-rated.v1", followUp, PATIENCE)
                        .json())
                .doesNotContain("points", "报表更快");
    }

    @Test
    void whatWasSaidOfALeaderIsNotInTheFiguresOfThatLeader(EventProbe probe) {
        var course = enterprise.course("");
        var leader = "leader-" + UUID.randomUUID();
        enterprise.department("of-" + leader, leader);
        var people = Stream.concat(people(3, "of-" + leader), Stream.of(leader)).toList();
        enterprise.person(leader, "of-" + leader, true);
        attended(course, people);
        var asked = people.stream().collect(toMap(identity(), this::followUp));
        clock.letPass(57);
        asked.forEach((person, followUp) -> {
            probe.awaitOne("keshi.training.behaviour-rating-due.v1", followUp, PATIENCE);
            var said = person.equals(leader) ? "{\"points\":1}" : "{\"points\":5}";
            var superior = person.equals(leader) ? "boss" : leader;
            assertThat(answer(enterprise.post(superior, "/behaviour-ratings/" + followUp, null, said)))
                    .isEqualTo("204");
        });

        var evaluation = "/courses/" + course + "/evaluation";
        assertThat(read(enterprise.get(leader, evaluation)).get("behaviour").toString())
                .isEqualTo("{\"asked\":3,\"rated\":3,\"points\":\"5.0\"}");
        assertThat(read(enterprise.get("boss", evaluation)).get("behaviour").toString())
                .isEqualTo("{\"asked\":4,\"rated\":4,\"points\":\"4.0\"}");
    }

    @Test
    void aRatingThatNobodyGivesInTimeIsAskedForNoMore(EventProbe probe) {
        var person = attended(enterprise.course(""), 1).getFirst();
        var followUp = followUp(person);
        clock.letPass(57);
        probe.awaitOne("keshi.training.behaviour-rating-due.v1", followUp, PATIENCE);

        clock.letPass(16);

        eventually(() -> assertThat(
                        answer(enterprise.post("tom", "/behaviour-ratings/" + followUp, null, "{\"points\":4}")))
                .isEqualTo("409 behaviour-not-asked"));
        assertThat(probe.awaitOne("keshi.training.behaviour-rating-lapsed.v1", followUp, PATIENCE)
                        .json())
                .contains("\"superiorId\":\"tom\"", person);
    }

    @Test
    void testsAreComparedFirstWithLastWithinTheScope() {
        var course = OnlineCourse.taught(enterprise, "", quiz(5, 60, 3, "NEVER"));
        course.submit("ona", course.started("ona"), 1);
        course.submit("ona", course.started("ona"), 5);
        course.submit("max", course.started("max"), 2);
        course.submit("olga", course.started("olga"), 3);
        var running = course.started("mia");

        var two = read(evaluation("tom", course)).get("test");
        assertThat(two.get("people").asInt()).isEqualTo(2);
        assertThat(two.has("passed") || two.has("first") || two.has("last"))
                .as("what one of two reached")
                .isFalse();
        assertThat(read(evaluation("otto", course)).get("test").has("first"))
                .as("what the only one reached")
                .isFalse();
        var all = read(evaluation("hana", course)).get("test");
        assertThat(all.get("people").asInt()).isEqualTo(3);
        assertThat(all.get("first").asString()).isEqualTo("40.0");
        assertThat(read(evaluation("otto", course)).get("test").get("people").asInt())
                .isOne();
        course.submit("mia", running, 4);
        var team = read(evaluation("tom", course)).get("test");
        assertThat(team.get("passed").asInt()).isEqualTo(2);
        assertThat(team.get("first").asString()).isEqualTo("46.7");
        assertThat(team.get("last").asString()).isEqualTo("73.3");
        assertThat(answer(evaluation("ona", course))).isEqualTo("403 evaluation-not-yours");
        assertThat(answer(enterprise.get("hana", "/courses/" + Enterprise.code() + "/evaluation")))
                .isEqualTo("404 course-not-found");
    }

    private MvcTestResult evaluation(String reader, OnlineCourse course) {
        return enterprise.get(reader, "/courses/" + course.code() + "/evaluation");
    }

    /** So many who came to a session of the course that Mia held; each is asked what it was like. */
    private List<String> attended(String course, int many) {
        return attended(course, people(many, "team").toList());
    }

    private Stream<String> people(int many, String department) {
        return IntStream.range(0, many)
                .mapToObj(each -> "guest-" + each + "-" + UUID.randomUUID())
                .peek(person -> enterprise.person(person, department, true));
    }

    private List<String> attended(String course, List<String> people) {
        var session = enterprise.session(course, clock.instant().plus(Duration.ofDays(1)), people.size());
        for (var person : people) {
            assertThat(answer(enterprise.post(person, "/sessions/" + session + "/enrol", null, "{}")))
                    .isEqualTo("200");
        }
        clock.letPass(2);
        var came = people.stream().collect(Collectors.joining("\",\"", "{\"attended\":[\"", "\"]}"));
        assertThat(answer(enterprise.post("mia", "/sessions/" + session + "/attendance", null, came)))
                .isEqualTo("200");
        people.forEach(person -> eventually(() -> assertThat(
                        read(enterprise.get(person, "/reactions")).get("items").size())
                .isOne()));
        return people;
    }

    private String followUp(String person) {
        return asked(person).get("id").asString();
    }

    private JsonNode asked(String person) {
        return read(enterprise.get(person, "/reactions")).get("items").get(0);
    }

    private String session(String person) {
        return asked(person).get("reference").asString().replace("session/", "");
    }

    /** Everything is worth the same, but usefulness, which is good. */
    private static String reaction(int points) {
        return "{\"content\":%d,\"lecturer\":%d,\"organisation\":%d,\"usefulness\":4}"
                .formatted(points, points, points);
    }

    private MvcTestResult react(String person, String session, int points) {
        var asked = asked(person);
        assertThat(asked.get("reference").asString()).isEqualTo("session/" + session);
        return enterprise.post(person, "/reactions/" + asked.get("id").asString(), null, reaction(points));
    }

    private MvcTestResult shown(String reader, String session) {
        return enterprise.get(reader, "/sessions/" + session + "/reactions");
    }
}
