package dev.keshi.training.attempt;

import static dev.keshi.training.Enterprise.answer;
import static dev.keshi.training.Enterprise.read;
import static dev.keshi.training.attempt.OnlineCourse.quiz;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.test.Eventually;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.events.SeenEvent;
import dev.keshi.training.Enterprise;
import dev.keshi.training.MovedClock;
import dev.keshi.training.RunningService;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Attempts at quizzes over HTTP, on a real store and broker. */
@RunningService
class AttemptIT {

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
    void aQuizIsTakenScoredAndPassedAndTheCourseIsLearned(EventProbe probe) {
        var course = OnlineCourse.taught(enterprise, "", quiz(6, 60, 2, "WHEN_OVER"));
        var attempt = course.started("ona");
        assertThat(attempt.get("questions").size()).isEqualTo(6);
        assertThat(attempt.toString()).doesNotContain("\"right\"").doesNotContain("percent");
        var path = "/attempts/" + attempt.get("id").asString();

        assertThat(answer(enterprise.post("ona", path + "/answers", null, OnlineCourse.answers(attempt, 6))))
                .isEqualTo("200");
        assertThat(read(enterprise.get("ona", path)).toString()).doesNotContain("\"right\"");
        var ended = read(course.submit("ona", attempt, 5));

        assertThat(ended.get("status").asString()).isEqualTo("PASSED");
        assertThat(ended.get("percent").asString()).isEqualTo("83.3");
        assertThat(ended.get("earned").asInt()).isEqualTo(50);
        assertThat(ended.get("possible").asInt()).isEqualTo(60);
        assertThat(ended.get("questions").get(0).get("right").isArray()).isTrue();
        assertThat(answer(course.start("ona"))).isEqualTo("409 quiz-passed-before");
        var told = probe.await(
                2, event -> event.key().equals(attempt.get("sheetId").asString()), PATIENCE);
        assertThat(told)
                .extracting(SeenEvent::type)
                .containsExactly("keshi.training.quiz-started.v1", "keshi.training.quiz-passed.v1");
        assertThat(told.getLast().json()).contains("\"percent\":\"83.3\"").doesNotContain("\"q1\"");
        Eventually.holds(() -> read(enterprise.get("ona", "/records/ona/entries?limit=100"))
                .toString()
                .contains("quiz/" + attempt.get("id").asString()));
    }

    @Test
    void attemptsAreBoundedUntilTheyAreGivenAnew(EventProbe probe) {
        var course = OnlineCourse.taught(enterprise, "", quiz(5, 80, 2, "WHEN_PASSED"));
        for (int time = 1; time <= 2; time++) {
            var failed = read(course.submit("max", course.started("max"), 3));
            assertThat(failed.get("status").asString()).isEqualTo("FAILED");
            assertThat(failed.get("percent").asString()).isEqualTo("60.0");
            assertThat(failed.toString()).doesNotContain("\"right\"");
        }
        assertThat(answer(course.start("max"))).isEqualTo("409 attempts-spent");
        var sheet = sheets("hana", course).get(0);
        assertThat(sheet.get("attempts").size()).isEqualTo(2);
        var path = "/attempt-sheets/" + sheet.get("id").asString();

        assertThat(answer(enterprise.post("max", path + "/renew", null, ""))).startsWith("403");
        assertThat(answer(enterprise.command("hana", path, "/renew", ""))).isEqualTo("200");
        assertThat(answer(enterprise.command("hana", path, "/renew", ""))).isEqualTo("409 attempts-left");
        assertThat(course.started("max").get("number").asInt()).isEqualTo(3);
        probe.awaitOne("keshi.training.attempts-renewed.v1", sheet.get("id").asString(), PATIENCE);
    }

    @Test
    void aNewVersionCountsAttemptsAnewAndAnAttemptEndsWithTheVersionItBeganWith() {
        var course = OnlineCourse.taught(enterprise, "", quiz(5, 60, 1, "NEVER"));
        var running = course.started("mia");
        assertThat(answer(course.release(OnlineCourse.courseware(quiz(8, 100, 1, "NEVER")))))
                .isEqualTo("201");

        var failed = read(course.submit("mia", running, 2));
        assertThat(failed.get("coursewareVersion").asInt()).isOne();
        assertThat(failed.get("questions").size()).isEqualTo(5);
        assertThat(failed.get("percent").asString()).isEqualTo("40.0");
        var next = course.started("mia");
        assertThat(next.get("coursewareVersion").asInt()).isEqualTo(2);
        assertThat(next.get("questions").size()).isEqualTo(8);
    }

    @Test
    void manySubmissionsAtTheSameMomentCountOnce(EventProbe probe) throws Exception {
        var course = OnlineCourse.taught(enterprise, "", quiz(5, 60, 1, "NEVER"));
        var attempt = course.started("tom");

        var answers = atOnce(8, () -> answer(course.submit("tom", attempt, 4)));

        assertThat(answers).filteredOn("200"::equals).hasSize(1);
        assertThat(answers).filteredOn(one -> !one.equals("200")).containsOnly("409 attempt-over");
        var told = probe.await(
                2, event -> event.key().equals(attempt.get("sheetId").asString()), PATIENCE);
        assertThat(told).extracting(SeenEvent::type).endsWith("keshi.training.quiz-passed.v1");
        assertThat(sheets("tom", course).get(0).get("attempts").size()).isOne();
    }

    @Test
    void manyStartsAtTheSameMomentBeginOneAttempt() throws Exception {
        var course = OnlineCourse.taught(enterprise, "", quiz(5, 60, 3, "NEVER"));

        var answers = atOnce(8, () -> answer(course.start("olga")));

        assertThat(answers).filteredOn("201"::equals).hasSize(1);
        assertThat(answers).filteredOn(one -> !one.equals("201")).containsOnly("409 attempt-running");
        var attempts = sheets("olga", course).get(0).get("attempts");
        assertThat(attempts.size()).isOne();
        assertThat(read(course.start("olga")).get("detail").asString())
                .contains(attempts.get(0).get("id").asString());
    }

    @Test
    void whatRanOutIsScoredAsItStands(EventProbe probe) {
        var course = OnlineCourse.taught(enterprise, "", quiz(5, 60, 2, "NEVER"));
        var attempt = course.started("otto");
        var path = "/attempts/" + attempt.get("id").asString();
        enterprise.post("otto", path + "/answers", null, OnlineCourse.answers(attempt, 3));

        clock.letPass(1);

        assertThat(answer(course.submit("otto", attempt, 5))).isIn("409 attempt-ran-out", "409 attempt-over");
        Eventually.holds(() ->
                read(enterprise.get("otto", path)).get("status").asString().equals("PASSED"));
        var ended = read(enterprise.get("otto", path));
        assertThat(ended.get("percent").asString()).isEqualTo("60.0");
        assertThat(ended.get("ranOut").asBoolean()).isTrue();
        assertThat(ended.get("endedAt")).isEqualTo(ended.get("endsAt"));
        assertThat(probe.await(
                                2,
                                event -> event.key()
                                        .equals(attempt.get("sheetId").asString()),
                                PATIENCE)
                        .getLast()
                        .json())
                .contains("\"ranOut\":true");
    }

    @Test
    void whatSomebodyAnsweredIsForThatPersonAndPersonnel() {
        var course = OnlineCourse.taught(enterprise, "", quiz(5, 60, 1, "NEVER"));
        var attempt = course.started("ona");
        var path = "/attempts/" + attempt.get("id").asString();
        var sheet = "/attempt-sheets/" + attempt.get("sheetId").asString();

        for (var reader : List.of("ona", "hana")) {
            assertThat(answer(enterprise.get(reader, path))).as(reader).isEqualTo("200");
            assertThat(answer(enterprise.get(reader, sheet))).as(reader).isEqualTo("200");
            assertThat(sheets(reader, course).size()).as(reader).isOne();
        }
        for (var other : List.of("max", "tom", "boss", "aud", "ada")) {
            assertThat(answer(enterprise.get(other, path))).as(other).isEqualTo("404 attempt-not-found");
            assertThat(answer(enterprise.get(other, sheet))).as(other).isEqualTo("404 attempt-sheet-not-found");
            assertThat(sheets(other, course).size()).as(other).isZero();
        }
        for (var other : List.of("max", "hana")) {
            assertThat(answer(course.submit(other, attempt, 5))).as(other).isEqualTo("404 attempt-not-found");
        }
        assertThat(answer(course.start("lea"))).isEqualTo("403 caller-has-left");
    }

    @Test
    void answersThatCannotBeAreRefusedEachInItsWay() {
        var course = OnlineCourse.taught(enterprise, "", quiz(8, 60, 1, "NEVER"));
        var attempt = course.started("max");
        var path = "/attempts/" + attempt.get("id").asString() + "/answers";

        assertThat(answer(enterprise.post("max", path, null, given("nowhere", "\"a\""))))
                .isEqualTo("422 question-not-asked");
        assertThat(answer(enterprise.post("max", path, null, given("q1", "\"z\""))))
                .isEqualTo("422 choice-unknown");
        assertThat(answer(enterprise.post("max", path, null, given("q1", "\"a\",\"b\""))))
                .isEqualTo("422 choices-several");
        assertThat(answer(enterprise.post(
                        "max",
                        path,
                        null,
                        "{\"answers\":[{\"question\":\"q1\",\"choices\":[]},{\"question\":\"q1\",\"choices\":[]}]}")))
                .isEqualTo("422 question-answered-twice");
        assertThat(answer(enterprise.post("max", path, null, "{\"answers\":[{\"question\":\"q1\"}]}")))
                .startsWith("400");
        assertThat(answer(enterprise.post("max", path, "99", given("q1", "\"a\""))))
                .startsWith("412");
        assertThat(answer(enterprise.post("max", path, null, given("q1", "\"a\""))))
                .isEqualTo("200");
        assertThat(answer(enterprise.post("max", path, null, given("q1", "")))).isEqualTo("200");
        assertThat(read(enterprise.get("max", "/attempts/" + attempt.get("id").asString()))
                        .get("questions")
                        .valueStream()
                        .map(question -> question.get("answer").size()))
                .containsOnly(0);
        var silent = OnlineCourse.published(enterprise, "");
        assertThat(answer(enterprise.post("max", "/courses/" + silent + "/attempts", null, "{}")))
                .isEqualTo("409 quiz-missing");
        assertThat(answer(enterprise.post("max", "/courses/" + enterprise.course("") + "/attempts", null, "{}")))
                .isEqualTo("409 course-not-online");
    }

    private JsonNode sheets(String reader, OnlineCourse course) {
        return read(enterprise.get(reader, "/attempt-sheets?courseCode=" + course.code()))
                .get("items");
    }

    private static String given(String question, String choices) {
        return "{\"answers\":[{\"question\":\"%s\",\"choices\":[%s]}]}".formatted(question, choices);
    }

    private static List<String> atOnce(int many, Callable<String> call) throws Exception {
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, many).mapToObj(one -> call).toList();
            return people.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }
}
