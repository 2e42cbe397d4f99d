package dev.keshi.training.lesson;

import static dev.keshi.training.Enterprise.answer;
import static dev.keshi.training.Enterprise.read;
import static dev.keshi.training.attempt.OnlineCourse.courseware;
import static dev.keshi.training.attempt.OnlineCourse.question;
import static dev.keshi.training.attempt.OnlineCourse.quiz;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.test.events.EventProbe;
import dev.keshi.training.Enterprise;
import dev.keshi.training.RunningService;
import dev.keshi.training.attempt.OnlineCourse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Lessons and question banks over HTTP, on a real store and broker. */
@RunningService
class CoursewareIT {

    @Autowired
    private Enterprise enterprise;

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
