package dev.keshi.training.lesson;

import static dev.keshi.training.Enterprise.answer;
import static dev.keshi.training.Enterprise.read;
import static dev.keshi.training.attempt.OnlineCourse.courseware;
import static dev.keshi.training.attempt.OnlineCourse.question;
import static dev.keshi.training.attempt.OnlineCourse.quiz;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.messaging.CommandContext;
import dev.keshi.test.Eventually;
import dev.keshi.test.events.EventProbe;
import dev.keshi.training.Enterprise;
import dev.keshi.training.RunningService;
import dev.keshi.training.attempt.OnlineCourse;
import dev.keshi.training.course.CourseCode;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** Lessons and question banks over HTTP, on a real store and broker. */
@RunningService
class CoursewareIT {

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private CoursewareService service;

    @BeforeEach
    void begin() {
        enterprise.begin();
    }

    @Test
    void lessonsAreForEverybodyAndQuestionsForThoseWhoKeepThem(EventProbe probe) {
        var course = OnlineCourse.taught(enterprise, "", quiz(5, 80, 3, "NEVER"));
        var path = "/courses/" + course.code() + "/courseware";

        var shown = read(enterprise.get("ona", path + "/current"));

        assertThat(shown.get("version").asInt()).isOne();
        assertThat(shown.get("minutes").asInt()).isEqualTo(45);
        assertThat(shown.get("questions").asInt()).isEqualTo(8);
        assertThat(shown.get("lessons").get(0).get("text").asString()).isEqualTo("# 原则\n\n- 最小必要");
        assertThat(shown.toString()).doesNotContain("第 q1 题");
        for (var other : List.of("ona", "tom", "aud")) {
            assertThat(answer(enterprise.get(other, path + "/1/questions")))
                    .as(other)
                    .startsWith("403");
        }
        assertThat(read(enterprise.get("hana", path + "/1/questions"))
                        .get("questions")
                        .get(0)
                        .get("right")
                        .get(0)
                        .asString())
                .isEqualTo("a");
        assertThat(probe.awaitOne(
                                "keshi.training.courseware-released.v1",
                                shown.get("id").asString(),
                                Duration.ofSeconds(30))
                        .json())
                .contains("\"questions\":8")
                .doesNotContain("\"q1\"");
    }

    @Test
    void versionsFollowEachOtherAndStayAsTheyWere() {
        var course = OnlineCourse.taught(enterprise, "", quiz(5, 80, 3, "NEVER"));
        var path = "/courses/" + course.code() + "/courseware";
        var key = UUID.randomUUID().toString();
        var second = courseware(quiz(3, 70, 3, "NEVER"));

        var once = enterprise.post("hana", path, null, second, key);
        assertThat(read(enterprise.post("hana", path, null, second, key)).get("id"))
                .isEqualTo(read(once).get("id"));

        assertThat(read(enterprise.get("ona", path))
                        .get("items")
                        .valueStream()
                        .map(one -> one.get("version").asInt()))
                .containsExactly(2, 1);
        assertThat(read(enterprise.get("ona", path + "/1"))
                        .get("quiz")
                        .get("drawn")
                        .asInt())
                .isEqualTo(5);
        assertThat(read(enterprise.get("ona", path + "/current"))
                        .get("quiz")
                        .get("drawn")
                        .asInt())
                .isEqualTo(3);
        assertThat(answer(enterprise.get("ona", path + "/3"))).isEqualTo("404 courseware-not-found");
    }

    @Test
    void everyBundledOnlineCourseCanBeTaken() {
        for (var bundled : BundledCourseware.all().keySet()) {
            var code = bundled.value();
            var path = "/courses/" + code + "/courseware";
            Eventually.holds(
                    () -> enterprise.get("ona", path + "/current").getResponse().getStatus() == 200);
            var shown = read(enterprise.get("ona", path + "/current"));
            var course = read(enterprise.get("ona", "/courses/" + code));
            assertThat(course.get("form").asString()).isEqualTo("ONLINE");
            assertThat(shown.get("minutes").asInt()
                            + shown.get("quiz").get("minutes").asInt())
                    .as(code)
                    .isEqualTo(course.get("minutes").asInt());
            assertThat(shown.get("lessons").get(0).get("textEn").asString()).isNotBlank();

            assertThat(taken(code).get("status").asString()).as(code).isEqualTo("PASSED");
        }
        Eventually.eventually(() -> assertThat(read(enterprise.get("ona", "/certificates"))
                        .get("items")
                        .findValuesAsString("courseCode"))
                .contains("COMPLIANCE-BASICS"));
    }

    /** By whoever knows the bank. */
    private JsonNode taken(String code) {
        var attempt = OnlineCourse.of(enterprise, code).started("ona");
        var right = new HashMap<String, JsonNode>();
        read(enterprise.get(
                        "hana",
                        "/courses/" + code + "/courseware/"
                                + attempt.get("coursewareVersion").asInt() + "/questions"))
                .get("questions")
                .forEach(question -> right.put(question.get("code").asString(), question.get("right")));
        var answers = attempt.get("questions")
                .valueStream()
                .map(question -> question.get("code").asString())
                .map(asked -> "{\"question\":\"%s\",\"choices\":%s}".formatted(asked, right.get(asked)))
                .collect(Collectors.joining(",", "{\"answers\":[", "]}"));
        return read(enterprise.post("ona", "/attempts/" + attempt.get("id").asString() + "/submit", null, answers));
    }

    @Test
    void replicasBringTheBundledVersionInOnceAndNeverOverOnesOwn() throws Exception {
        var content = BundledCourseware.all().get(new CourseCode("WORK-PLANNING"));
        var fresh = new CourseCode(OnlineCourse.published(enterprise, ""));
        var own = new CourseCode(
                OnlineCourse.taught(enterprise, "", quiz(5, 80, 3, "NEVER")).code());
        var inARoom = new CourseCode(enterprise.course(""));
        var context = CommandContext.of("system:bundled-courseware");

        try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> start = () -> {
                List.of(fresh, own, inARoom).forEach(course -> service.bundle(context, course, content));
                return true;
            };
            for (var done : replicas.invokeAll(Collections.nCopies(8, start))) {
                assertThat(done.get()).isTrue();
            }
        }

        assertThat(versions(fresh)).containsExactly(1);
        assertThat(versions(own)).containsExactly(1);
        assertThat(read(enterprise.get("ona", "/courses/" + own.value() + "/courseware/current"))
                        .get("lessons")
                        .get(0)
                        .get("title")
                        .asString())
                .isEqualTo("数据保护");
        assertThat(versions(inARoom)).isEmpty();
    }

    private List<Integer> versions(CourseCode course) {
        return read(enterprise.get("ona", "/courses/" + course.value() + "/courseware"))
                .get("items")
                .valueStream()
                .map(one -> one.get("version").asInt())
                .toList();
    }

    @Test
    void coursewareThatCannotBeIsRefusedEachInItsWay() {
        var online = OnlineCourse.published(enterprise, "");
        var good = courseware(quiz(5, 80, 3, "NEVER"));

        assertThat(answer(release("ona", online, good))).startsWith("403");
        assertThat(answer(release("hana", Enterprise.code(), good))).isEqualTo("404 course-not-found");
        assertThat(answer(release("hana", enterprise.course(""), good))).isEqualTo("409 course-not-online");
        assertThat(answer(release("hana", online, courseware(quiz(9, 80, 3, "NEVER")))))
                .isEqualTo("422 question-bank-too-small");
        assertThat(answer(release("hana", online, courseware(quiz(5, 101, 3, "NEVER")))))
                .startsWith("400");
        var first = question("q0", "SINGLE_CHOICE");
        assertRefused(online, good.replace("\"q1\"", "\"q0\""), "question-twice");
        assertRefused(online, good.replace(first, first.replace("\"code\":\"b\"", "\"code\":\"a\"")), "choice-twice");
        assertRefused(
                online,
                good.replace(
                        first, first.replace(",{\"code\":\"b\",\"text\":\"乙\"},{\"code\":\"c\",\"text\":\"丙\"}", "")),
                "choices-too-few");
        assertRefused(online, good.replace(first, first.replace("[\"a\"]", "[]")), "right-answer-missing");
        assertRefused(online, good.replace(first, first.replace("[\"a\"]", "[\"z\"]")), "right-answer-unknown");
        assertRefused(online, good.replace(first, first.replace("[\"a\"]", "[\"a\",\"b\"]")), "right-answers-several");
        assertRefused(
                online, good.replace(first, first.replace("SINGLE_CHOICE", "TRUE_FALSE")), "choices-of-true-false");
        assertThat(answer(enterprise.get("ona", "/courses/" + online + "/courseware/current")))
                .isEqualTo("404 courseware-not-found");
    }

    private void assertRefused(String course, String courseware, String code) {
        assertThat(answer(release("hana", course, courseware))).isEqualTo("422 " + code);
    }

    private MvcTestResult release(String person, String course, String courseware) {
        return enterprise.post(person, "/courses/" + course + "/courseware", null, courseware);
    }
}
