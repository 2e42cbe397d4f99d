package dev.keshi.training.attempt;

import static dev.keshi.training.Enterprise.answer;
import static dev.keshi.training.Enterprise.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.training.Enterprise;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/**
 * An online course of which the tests know the answers: of single choices {@code a} is right, of several {@code a} and {@code b}, and
 * whatever is true or false is true. Every question is worth ten points.
 */
public final class OnlineCourse {

    private final Enterprise enterprise;
    private final String code;

    private OnlineCourse(Enterprise enterprise, String code) {
        this.enterprise = enterprise;
        this.code = code;
    }

    /** One that is published and has no courseware yet. */
    public static OnlineCourse of(Enterprise enterprise, String code) {
        return new OnlineCourse(enterprise, code);
    }

    /** @param more members of the course, each with a comma before it */
    public static OnlineCourse taught(Enterprise enterprise, String more, String quiz) {
        var course = new OnlineCourse(enterprise, published(enterprise, more));
        assertThat(answer(course.release(courseware(quiz)))).isEqualTo("201");
        return course;
    }

    public static String published(Enterprise enterprise, String more) {
        var code = Enterprise.code();
        published(enterprise, code, more);
        return code;
    }

    public static void published(Enterprise enterprise, String code, String more) {
        var course = Enterprise.course(code, more).replace("INTERNAL", "ONLINE");
        assertThat(answer(enterprise.post("hana", "/courses", null, course))).isEqualTo("201");
    }

    public static String quiz(int drawn, int passPercent, int attempts, String disclosure) {
        return """
            {"drawn":%d,"passPercent":%d,"attempts":%d,"minutes":30,"disclosure":"%s"}""".formatted(drawn, passPercent, attempts, disclosure);
    }

    /** Four single choices, two of several, two that are true or false. */
    public static String courseware(String quiz) {
        var questions = IntStream.range(0, 8)
                .mapToObj(
                        at -> question("q" + at, at < 4 ? "SINGLE_CHOICE" : at < 6 ? "MULTIPLE_CHOICE" : "TRUE_FALSE"))
                .collect(Collectors.joining(","));
        return """
            {"lessons":[{"title":"数据保护","titleEn":"Data protection","text":"# 原则\\n\\n- 最小必要","minutes":20},
                        {"title":"案例","text":"一则案例","minutes":25}],
             "questions":[%s],"quiz":%s}
            """.formatted(questions, quiz);
    }

    public static String question(String code, String kind) {
        var choices = """
            ,"choices":[{"code":"a","text":"甲","textEn":"A"},{"code":"b","text":"乙"},{"code":"c","text":"丙"}]""";
        var right = switch (kind) {
            case "SINGLE_CHOICE" -> "\"a\"";
            case "MULTIPLE_CHOICE" -> "\"a\",\"b\"";
            default -> "\"true\"";
        };
        return """
            {"code":"%s","kind":"%s","text":"第 %s 题"%s,"right":[%s],"points":10}""".formatted(code, kind, code, kind.equals("TRUE_FALSE") ? "" : choices, right);
    }

    public String code() {
        return code;
    }

    public MvcTestResult release(String courseware) {
        return enterprise.post("hana", "/courses/" + code + "/courseware", null, courseware);
    }

    public MvcTestResult start(String person) {
        return enterprise.post(person, "/courses/" + code + "/attempts", null, "{}");
    }

    public JsonNode started(String person) {
        var begun = start(person);
        assertThat(answer(begun)).isEqualTo("201");
        return read(begun);
    }

    /** Answers so many of the questions right and the others wrong. */
    public static String answers(JsonNode attempt, int right) {
        var questions = attempt.get("questions");
        return IntStream.range(0, questions.size())
                .mapToObj(at -> given(questions.get(at), at < right))
                .collect(Collectors.joining(",", "{\"answers\":[", "]}"));
    }

    private static String given(JsonNode question, boolean right) {
        var choices = switch (question.get("kind").asString()) {
            case "SINGLE_CHOICE" -> right ? "\"a\"" : "\"b\"";
            case "MULTIPLE_CHOICE" -> right ? "\"b\",\"a\"" : "\"a\"";
            default -> right ? "\"true\"" : "\"false\"";
        };
        return "{\"question\":\"%s\",\"choices\":[%s]}"
                .formatted(question.get("code").asString(), choices);
    }

    public MvcTestResult submit(String person, JsonNode attempt, int right) {
        return enterprise.post(
                person, "/attempts/" + attempt.get("id").asString() + "/submit", null, answers(attempt, right));
    }

    /** Somebody passes. @return the attempt */
    public JsonNode passed(String person) {
        var attempt = started(person);
        var ended = read(submit(person, attempt, attempt.get("questions").size()));
        assertThat(ended.get("status").asString()).isEqualTo("PASSED");
        return ended;
    }
}
