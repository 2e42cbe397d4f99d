package dev.keshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.client.Answer;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Cast.Part;
import dev.keshi.test.Eventually;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Online courses with their quizzes and certificates, and what they brought, through the gateway. */
@OnThePlatform
class LearningIT {

    private static final String API = "/api/training/v1";

    private final Keshi keshi;
    private final Caller personnel;
    private final Caller employee;

    LearningIT(Keshi keshi) {
        this.keshi = keshi;
        personnel = keshi.person(Part.HR);
        employee = keshi.person(Part.EMPLOYEE);
    }

    @Scenario("T5")
    void aQuizIsPassedAndItsCertificateIsVerifiedByAnybody() {
        String course = OnlineCourse.publishedBy(personnel);
        JsonNode failed = OnlineCourse.takenBy(employee, course, 2);
        assertThat(failed.path("status").asString()).isEqualTo("FAILED");
        assertThat(failed.path("percent").asString()).isEqualTo("40.0");
        assertThat(failed.toString()).doesNotContain("\"right\"");

        JsonNode passed = OnlineCourse.takenBy(employee, course, 4);

        assertThat(passed.path("status").asString()).isEqualTo("PASSED");
        assertThat(passed.path("percent").asString()).isEqualTo("80.0");
        assertThat(code(employee.post(API + "/courses/" + course + "/attempts", body())))
                .isEqualTo("quiz-passed-before");
        assertThat(employee.get(API + "/courses/" + course + "/courseware/1/questions")
                        .status())
                .isEqualTo(403);
        assertThat(keshi.person(Part.MANAGER)
                        .get(API + "/attempts/" + Leave.id(passed))
                        .status())
                .isEqualTo(404);
        Eventually.holds(() -> certificate(employee, course).isPresent());
        JsonNode certificate = certificate(employee, course).orElseThrow();
        String verify = API + "/certificates/verify/";
        String number = certificate.path("number").asString();
        JsonNode shown = keshi.nobody().get(verify + number).expect(200).json();
        assertThat(shown.path("standing").asString()).isEqualTo("VALID");
        assertThat(shown.path("holder").asString()).endsWith("**").hasSizeLessThanOrEqualTo(8);
        Answer page = keshi.nobody().get(verify + number, "Accept", "text/html", "Accept-Language", "zh-CN");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("证书有效", number).doesNotContain("<script");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(code(keshi.nobody().get(verify + new StringBuilder(number).reverse())))
                .isEqualTo("certificate-not-found");
        assertThat(code(keshi.nobody().get(verify + Leave.id(certificate)))).isEqualTo("certificate-not-found");
        assertThat(keshi.nobody().get(API + "/certificates").status()).isEqualTo(401);

        personnel
                .post(API + "/certificates/" + Leave.id(certificate) + "/revoke", body().put("reason", "代考"))
                .expect(200);

        assertThat(keshi.nobody()
                        .get(verify + number)
                        .expect(200)
                        .json()
                        .path("standing")
                        .asString())
                .isEqualTo("REVOKED");
        Eventually.holds(() -> archived(Leave.id(certificate)).size() == 2);
        assertThat(archived(Leave.id(certificate)).toString())
                .contains("certificate-issued", "certificate-revoked")
                .doesNotContain(number);
    }

    @Scenario({"T6", "Z16"})
    void whatACourseBroughtIsSeenOnceEnoughHaveSaidSo() {
        String course = OnlineCourse.publishedBy(personnel);
        List<Caller> learners = List.of(
                employee,
                keshi.person(Part.MANAGER),
                keshi.person(Part.DEPUTY),
                keshi.person(Part.BUSY_EMPLOYEE),
                keshi.person(Part.BUSY_MANAGER));
        OnlineCourse.takenBy(employee, course, 1);
        learners.forEach(learner -> assertThat(OnlineCourse.takenBy(learner, course, OnlineCourse.QUESTIONS)
                        .path("status")
                        .asString())
                .isEqualTo("PASSED"));
        int points = 1;
        for (Caller learner : learners) {
            assertThat(evaluation(course).has("reaction")).isFalse();
            Eventually.holds(() -> asked(learner, course).isPresent());
            Eventually.holds(() -> duties(learner, course).equals(List.of("COURSE_REACTION")));
            String path = API + "/reactions/" + Leave.id(asked(learner, course).orElseThrow());
            learner.post(path, reaction(points++)).expect(204);
            assertThat(code(learner.post(path, reaction(5)))).isEqualTo("reacted-before");
            Eventually.holds(() -> duties(learner, course).isEmpty());
        }

        JsonNode evaluation = evaluation(course);

        assertThat(evaluation.path("reaction").path("answers").asInt()).isEqualTo(OnlineCourse.QUESTIONS);
        assertThat(evaluation.path("reaction").path("content").asString()).isEqualTo("3.0");
        assertThat(evaluation.path("test").path("people").asInt()).isEqualTo(OnlineCourse.QUESTIONS);
        assertThat(evaluation.path("test").path("first").asString()).isEqualTo("84.0");
        assertThat(evaluation.path("test").path("last").asString()).isEqualTo("100.0");
        assertThat(code(employee.get(API + "/courses/" + course + "/evaluation")))
                .isEqualTo("evaluation-not-yours");
    }

    private JsonNode evaluation(String course) {
        return personnel
                .get(API + "/courses/" + course + "/evaluation")
                .expect(200)
                .json();
    }

    /** What the learner has to do about the course, in the list of all that has to be done. */
    private static List<String> duties(Caller learner, String course) {
        return learner.get("/api/notification/v1/obligations?kind=COURSE&kind=COURSE_REACTION&limit=100")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("target").path("parentId").asString("").equals(course))
                .map(one -> one.path("kind").asString())
                .toList();
    }

    private static Optional<JsonNode> asked(Caller learner, String course) {
        return ofCourse(learner.get(API + "/reactions?limit=100"), course);
    }

    private static Optional<JsonNode> certificate(Caller holder, String course) {
        return ofCourse(holder.get(API + "/certificates?limit=100"), course);
    }

    private static Optional<JsonNode> ofCourse(Answer list, String course) {
        return list.expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("courseCode").asString().equals(course))
                .findFirst();
    }

    private List<JsonNode> archived(String key) {
        return keshi.person(Part.AUDITOR)
                .get("/api/reporting/v1/events?limit=100&key=" + key)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private static ObjectNode reaction(int points) {
        return body().put("content", points)
                .put("lecturer", points)
                .put("organisation", points)
                .put("usefulness", points);
    }

    private static String code(Answer refusal) {
        return refusal.json().path("code").asString();
    }

    private static ObjectNode body() {
        return JsonMapper.shared().createObjectNode();
    }
}
