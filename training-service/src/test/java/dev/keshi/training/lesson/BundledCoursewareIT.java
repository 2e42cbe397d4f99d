package dev.keshi.training.lesson;

import static dev.keshi.test.Eventually.eventually;
import static dev.keshi.training.Enterprise.answer;
import static dev.keshi.training.Enterprise.read;
import static dev.keshi.training.attempt.OnlineCourse.courseware;
import static dev.keshi.training.attempt.OnlineCourse.quiz;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.EncryptedText;
import dev.keshi.contracts.org.PersonHiredV1;
import dev.keshi.messaging.CommandContext;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.infrastructure.RealKafka;
import dev.keshi.training.Enterprise;
import dev.keshi.training.MovedClock;
import dev.keshi.training.RunningService;
import dev.keshi.training.Wire;
import dev.keshi.training.attempt.OnlineCourse;
import dev.keshi.training.course.CourseCode;
import dev.keshi.training.quiz.Question;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The lessons and quizzes that come with the service, on a real store and broker. */
@RunningService
class BundledCoursewareIT {

    private static final String COMPLIANCE = "COMPLIANCE-BASICS";
    private static final CommandContext STARTING = CommandContext.of("system:bundled-courseware");

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MovedClock clock;

    @Autowired
    private CoursewareService courseware;

    private final Courseware content = BundledCourseware.all().get(new CourseCode(COMPLIANCE));

    @BeforeEach
    void begin() {
        enterprise.begin();
        eventually(() -> assertThat(answer(enterprise.get("ona", path(COMPLIANCE) + "/1")))
                .isEqualTo("200"));
    }

    @Test
    void whoeverJoinsLearnsComplianceOnlineInEitherLanguage(RealKafka kafka) {
        var newcomer = "newcomer-" + UUID.randomUUID();
        enterprise.person(newcomer, "team", true);
        try (var wire = new Wire(kafka.bootstrap())) {
            wire.happens(hired(newcomer), clock.instant());
        }
        eventually(() -> assertThat(assigned(newcomer).get("status").asString()).isEqualTo("OPEN"));

        assertThat(read(enterprise.get(newcomer, path(COMPLIANCE) + "/1")).get("lessons"))
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(BundledCoursewareIT::inBothLanguages);
        var attempt = read(enterprise.post(newcomer, "/courses/" + COMPLIANCE + "/attempts", null, "{}"));
        assertThat(attempt.get("questions"))
                .hasSize(content.bank().rules().drawn())
                .allSatisfy(BundledCoursewareIT::inBothLanguages)
                .allSatisfy(question ->
                        assertThat(question.get("choices")).allSatisfy(BundledCoursewareIT::inBothLanguages));
        var ended = read(enterprise.post(
                newcomer, "/attempts/" + attempt.get("id").asString() + "/submit", null, rightAnswers(attempt)));

        assertThat(ended.get("status").asString()).isEqualTo("PASSED");
        assertThat(ended.get("percent").asString()).isEqualTo("100.0");
        eventually(() -> assertThat(assigned(newcomer).get("status").asString()).isEqualTo("COMPLETED"));
        eventually(() -> assertThat(read(enterprise.get(newcomer, "/certificates?limit=100"))
                        .get("items")
                        .findValuesAsString("courseCode"))
                .containsExactly(COMPLIANCE));
    }

    @Test
    void itIsReleasedOnceAlsoWhenManyDoSoAtTheSameMoment(EventProbe probe) throws Exception {
        for (int round = 0; round < 5; round++) {
            var code = OnlineCourse.published(enterprise, "");

            atOnce(Collections.nCopies(8, () -> bundle(code)));

            assertThat(versions(code)).containsExactly(1);
            told(probe, code);
        }
    }

    @Test
    void whatPersonnelHasReleasedBeforeIsNotFollowed() {
        var course = OnlineCourse.taught(enterprise, "", quiz(5, 80, 3, "NEVER"));

        bundle(course.code());

        assertThat(versions(course.code())).containsExactly(1);
        assertThat(drawn(course.code())).isEqualTo(5);
    }

    @Test
    void whatPersonnelReleasesOverItHolds() throws Exception {
        for (int round = 0; round < 5; round++) {
            var course = OnlineCourse.of(enterprise, OnlineCourse.published(enterprise, ""));
            var own = courseware(quiz(5, 80, 3, "NEVER"));

            atOnce(List.of(
                    () -> assertThat(answer(course.release(own))).isEqualTo("201"), () -> bundle(course.code())));
            bundle(course.code());

            assertThat(drawn(course.code())).isEqualTo(5);
        }
    }

    @Test
    void aCourseThatPersonnelTeachesOtherwiseTakesNone() {
        var inARoom = new CourseCode(enterprise.course(""));
        var retired = new CourseCode(OnlineCourse.published(enterprise, ""));
        assertThat(answer(enterprise.command("hana", "/courses/" + retired.value(), "/retire", "")))
                .isEqualTo("200");

        bundle(inARoom.value());
        bundle(retired.value());

        assertThat(versions(inARoom.value())).isEmpty();
        assertThat(versions(retired.value())).isEmpty();
    }

    private Object bundle(String code) {
        courseware.bundle(STARTING, new CourseCode(code), content);
        return code;
    }

    private static void atOnce(List<Callable<?>> calls) throws Exception {
        var barrier = new CyclicBarrier(calls.size());
        try (var all = Executors.newFixedThreadPool(calls.size())) {
            var begun = calls.stream()
                    .map(call -> all.submit(() -> {
                        barrier.await();
                        return call.call();
                    }))
                    .toList();
            for (var one : begun) {
                one.get();
            }
        }
    }

    private void told(EventProbe probe, String code) {
        var id = read(enterprise.get("ona", path(code) + "/1")).get("id").asString();
        assertThat(probe.awaitOne("keshi.training.courseware-released.v1", id, Duration.ofSeconds(30))
                        .json())
                .contains(code);
    }

    private List<Integer> versions(String code) {
        return read(enterprise.get("ona", path(code)))
                .get("items")
                .valueStream()
                .map(one -> one.get("version").asInt())
                .toList();
    }

    private int drawn(String code) {
        return read(enterprise.get("ona", path(code) + "/current"))
                .get("quiz")
                .get("drawn")
                .asInt();
    }

    private static void inBothLanguages(JsonNode shown) {
        for (var field : List.of("title", "text")) {
            if (shown.has(field)) {
                assertThat(shown.get(field).asString()).matches("(?s).*\\p{IsHan}.*");
                assertThat(shown.path(field + "En").asString()).isNotBlank().doesNotMatch("(?s).*\\p{IsHan}.*");
            }
        }
    }

    private String rightAnswers(JsonNode attempt) {
        var right = content.bank().questions().stream().collect(Collectors.toMap(Question::code, Question::right));
        return attempt.get("questions")
                .valueStream()
                .map(question -> question.get("code").asString())
                .map(code -> "{\"question\":\"%s\",\"choices\":[\"%s\"]}"
                        .formatted(code, String.join("\",\"", right.get(code))))
                .collect(Collectors.joining(",", "{\"answers\":[", "]}"));
    }

    private JsonNode assigned(String person) {
        return read(enterprise.get("hana", "/assignments?limit=100&personId=" + person))
                .get("items")
                .valueStream()
                .filter(one -> one.get("courseCode").asString().equals(COMPLIANCE))
                .findFirst()
                .orElseThrow();
    }

    private PersonHiredV1 hired(String person) {
        return new PersonHiredV1(
                person, "E-" + person, new EncryptedText(person, "AAAA"), null, "team", null, null, clock.today());
    }

    private static String path(String code) {
        return "/courses/" + code + "/courseware";
    }
}
