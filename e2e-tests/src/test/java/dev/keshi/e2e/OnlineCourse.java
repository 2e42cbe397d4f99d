package dev.keshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.client.Caller;
import java.util.Locale;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Online courses with a quiz, ten points a question; {@code a} is right everywhere. */
final class OnlineCourse {

    static final int QUESTIONS = 5;
    private static final String API = "/api/training/v1";

    private OnlineCourse() {}

    /** @return its code */
    static String publishedBy(Caller personnel) {
        return publishedBy(personnel, 24);
    }

    /** @param months how long its certificate holds */
    static String publishedBy(Caller personnel, int months) {
        String code = "C-" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        personnel
                .post(
                        API + "/courses",
                        body().put("code", code)
                                .put("name", "数据保护")
                                .put("form", "ONLINE")
                                .put("subject", "COMPLIANCE")
                                .put("minutes", 45)
                                .put("certificateMonths", months))
                .expect(201);
        ObjectNode courseware = body();
        courseware
                .putArray("lessons")
                .addObject()
                .put("title", "原则")
                .put("titleEn", "Principles")
                .put("text", "# 最小必要")
                .put("minutes", 45);
        ArrayNode questions = courseware.putArray("questions");
        for (int at = 0; at < QUESTIONS; at++) {
            ObjectNode question = questions
                    .addObject()
                    .put("code", "q" + at)
                    .put("kind", at == 0 ? "MULTIPLE_CHOICE" : "SINGLE_CHOICE")
                    .put("text", "第 " + at + " 题")
                    .put("points", 10);
            question.putArray("choices").addObject().put("code", "a").put("text", "甲");
            ((ArrayNode) question.path("choices")).addObject().put("code", "b").put("text", "乙");
            question.putArray("right").add("a");
        }
        courseware
                .putObject("quiz")
                .put("drawn", QUESTIONS)
                .put("passPercent", 80)
                .put("attempts", 3)
                .put("minutes", 30)
                .put("disclosure", "WHEN_PASSED");
        personnel.post(API + "/courses/" + code + "/courseware", courseware).expect(201);
        return code;
    }

    /** Somebody takes the quiz and answers so many questions right. */
    static JsonNode takenBy(Caller learner, String course, int right) {
        JsonNode attempt = learner.post(API + "/courses/" + course + "/attempts", body())
                .expect(201)
                .json();
        assertThat(attempt.toString()).doesNotContain("\"right\"");
        ObjectNode answers = body();
        ArrayNode given = answers.putArray("answers");
        for (int at = 0; at < attempt.path("questions").size(); at++) {
            ObjectNode answer = given.addObject()
                    .put(
                            "question",
                            attempt.path("questions").get(at).path("code").asString());
            answer.putArray("choices").add(at < right ? "a" : "b");
        }
        return learner.post(API + "/attempts/" + Leave.id(attempt) + "/submit", answers)
                .expect(200)
                .json();
    }

    private static ObjectNode body() {
        return JsonMapper.shared().createObjectNode();
    }
}
