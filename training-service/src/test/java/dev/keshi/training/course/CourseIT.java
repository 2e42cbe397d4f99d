package dev.keshi.training.course;

import static dev.keshi.test.Eventually.eventually;
import static dev.keshi.training.Enterprise.answer;
import static dev.keshi.training.Enterprise.code;
import static dev.keshi.training.Enterprise.data;
import static dev.keshi.training.Enterprise.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.messaging.CommandContext;
import dev.keshi.test.events.EventProbe;
import dev.keshi.training.Enterprise;
import dev.keshi.training.RunningService;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The catalogue over HTTP, on a real store and broker. */
@RunningService
class CourseIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private CourseService courses;

    @BeforeEach
    void begin() {
        enterprise.begin();
    }

    @Test
    void aCourseIsPublishedRevisedAndRetiredAndEachIsTold(EventProbe probe) {
        var code = enterprise.course(",\"nameEn\":\"Data analysis\",\"indicators\":[\"analysis\"],"
                + "\"inductionOf\":[\"data-analyst\"],\"certificateMonths\":24");
        var path = "/courses/" + code;

        var told = data(probe.awaitOne("keshi.training.course-published.v1", code, PATIENCE));
        assertThat(told.get("certificateMonths").asInt()).isEqualTo(24);
        assertThat(told.get("inductionOf").get(0).asString()).isEqualTo("data-analyst");
        assertThat(read(enterprise.get("ona", path)).get("nameEn").asString()).isEqualTo("Data analysis");
        assertThat(read(enterprise.get("ona", "/courses?limit=100&indicator=analysis&form=INTERNAL"))
                        .toString())
                .contains(code);

        assertThat(answer(enterprise.post("hana", path + "/revise", null, revision("90"))))
                .startsWith("428");
        assertThat(answer(enterprise.command("hana", path, "/revise", revision("90"))))
                .isEqualTo("200");
        assertThat(read(enterprise.get("ona", path)).get("minutes").asInt()).isEqualTo(90);
        assertThat(answer(enterprise.command("hana", path, "/retire", ""))).isEqualTo("200");
        probe.awaitOne("keshi.training.course-retired.v1", code, PATIENCE);
        assertThat(answer(enterprise.command("hana", path, "/revise", revision("60"))))
                .isEqualTo("409 course-retired");
    }

    @Test
    void theCoursesOfTheRegulationsComeWithTheService() {
        for (var bundled : BundledCourses.all()) {
            assertThat(answer(enterprise.get("ona", "/courses/" + bundled.code().value())))
                    .isEqualTo("200");
        }
        assertThat(read(enterprise.get("ona", "/courses?limit=100&subject=INDUCTION"))
                        .get("items")
                        .size())
                .isEqualTo(3);
    }

    @Test
    void thoseThatAreTaughtOnlineComeWithLessonsAndAQuizThatTakeAsLongAsTheySay() {
        for (var bundled : BundledCourses.all()) {
            if (bundled.content().form() == CourseForm.ONLINE) {
                var path = "/courses/" + bundled.code().value() + "/courseware/1";
                eventually(() ->
                        assertThat(answer(enterprise.get("ona", path))).as(path).isEqualTo("200"));
                var taught = read(enterprise.get("ona", path));
                assertThat(taught.get("minutes").asInt()
                                + taught.get("quiz").get("minutes").asInt())
                        .as(path)
                        .isEqualTo(bundled.content().minutes());
            }
        }
    }

    @Test
    void whatPeopleAreMeasuredByFindsACourse() {
        for (var indicator : List.of(
                "tasks-on-time",
                "tasks-right-first-time",
                "approvals-in-time",
                "request-accuracy",
                "document-accuracy",
                "customer-satisfaction")) {
            assertThat(read(enterprise.get("ona", "/courses?indicator=" + indicator))
                            .get("items")
                            .size())
                    .as(indicator)
                    .isPositive();
        }
    }

    @Test
    void aCourseOfAnEarlierReleaseIsRevisedUnlessSomebodyHasMadeItAnother() {
        var now = BundledCourses.all().stream()
                .filter(course -> course.code().value().equals("WORK-PLANNING"))
                .findFirst()
                .orElseThrow()
                .content();
        var former = Optional.of(Objects.requireNonNull(BundledCourses.former().get(new CourseCode("WORK-PLANNING"))));
        var untouched = bundledBefore(former.get());
        var revised = bundledBefore(former.get());
        assertThat(answer(enterprise.command("hana", "/courses/" + revised.value(), "/revise", revision("90"))))
                .isEqualTo("200");

        for (var code : List.of(untouched, revised, untouched)) {
            courses.bundle(CommandContext.of("x"), new CourseCommand.Publish(code, now), former);
        }

        assertThat(read(enterprise.get("ona", "/courses/" + untouched.value()))
                        .get("indicators")
                        .toString())
                .contains("tasks-on-time");
        assertThat(read(enterprise.get("ona", "/courses/" + revised.value())).toString())
                .contains("\"minutes\":90")
                .doesNotContain("tasks-on-time");
    }

    private CourseCode bundledBefore(CourseContent content) {
        var code = new CourseCode(code());
        courses.bundle(CommandContext.of("x"), new CourseCommand.Publish(code, content), Optional.empty());
        return code;
    }

    @Test
    void whatCannotStandInTheCatalogueIsRefusedEachInItsWay() {
        var code = enterprise.course("");
        assertThat(answer(enterprise.post("hana", "/courses", null, Enterprise.course(code, ""))))
                .isEqualTo("409 course-code-taken");
        assertThat(answer(enterprise.post("ona", "/courses", null, Enterprise.course(code(), ""))))
                .startsWith("403");
        assertThat(answer(enterprise.post("hana", "/courses", null, Enterprise.course("klein", ""))))
                .startsWith("400");
        assertThat(answer(enterprise.post(
                        "hana", "/courses", null, Enterprise.course(code(), ",\"prerequisites\":[\"C-NONE\"]"))))
                .isEqualTo("422 prerequisite-missing");
        assertThat(answer(enterprise.get("ona", "/courses/C-NONE"))).isEqualTo("404 course-not-found");
        var advanced = enterprise.course(",\"prerequisites\":[\"%s\"]".formatted(code));
        assertThat(answer(enterprise.command("hana", "/courses/" + code, "/revise", requiring(advanced))))
                .isEqualTo("422 course-requires-itself");
        assertThat(answer(enterprise.command("hana", "/courses/" + code, "/retire", "")))
                .isEqualTo("409 course-required-by-others");
    }

    @Test
    void aRepeatedCommandPublishesOnce() {
        var code = code();
        var key = UUID.randomUUID().toString();

        assertThat(answer(enterprise.post("hana", "/courses", null, Enterprise.course(code, ""), key)))
                .isEqualTo("201");
        assertThat(answer(enterprise.post("hana", "/courses", null, Enterprise.course(code, ""), key)))
                .isEqualTo("201");
    }

    /** Each revision alone is possible, both together are not. */
    @Test
    void twoCoursesNeverComeToRequireEachOtherAtTheSameMoment() throws Exception {
        for (int round = 0; round < 5; round++) {
            var one = enterprise.course("");
            var other = enterprise.course("");
            try (var two = Executors.newFixedThreadPool(2)) {
                var answers = two.invokeAll(List.<Callable<String>>of(
                        () -> answer(enterprise.command("hana", "/courses/" + one, "/revise", requiring(other))),
                        () -> answer(enterprise.command("ada", "/courses/" + other, "/revise", requiring(one)))));
                assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
                        .containsExactlyInAnyOrder("200", "422 course-requires-itself");
            }
        }
    }

    private static String revision(String minutes) {
        return """
            {"name":"数据分析","form":"ONLINE","subject":"TOOLS","minutes":%s}
            """.formatted(minutes);
    }

    private static String requiring(String course) {
        return """
            {"name":"数据分析","form":"INTERNAL","subject":"TOOLS","minutes":60,"prerequisites":["%s"]}
            """.formatted(course);
    }
}
