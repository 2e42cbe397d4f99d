package dev.keshi.launcher.activity;

import dev.keshi.launcher.client.Caller;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An online course's lesson with the questions after it, all of them asked; four of five have to be right.
 *
 * @param course its code
 * @param lesson title of what is to be read
 * @param text what is to be read
 */
public record Quiz(String course, String lesson, String text, List<Question> questions) {

    private static final String COURSES = "/api/training/v1/courses/";
    private static final String ATTEMPTS = "/api/training/v1/attempts/";
    private static final int MINUTES = 45;

    public Quiz {
        questions = List.copyOf(questions);
    }

    /** With two answers, of which the one is right. */
    public record Question(String code, String text, String right, String wrong) {

        /** Not always the first. */
        private String rightChoice() {
            return code.hashCode() % 2 == 0 ? "a" : "b";
        }

        private String textOf(String choice) {
            return choice.equals(rightChoice()) ? right : wrong;
        }
    }

    /** Brings it out as the courseware of its course. */
    public void release(Caller personnel) {
        ObjectNode courseware = Resource.body();
        courseware
                .putArray("lessons")
                .addObject()
                .put("title", lesson)
                .put("text", text)
                .put("minutes", MINUTES);
        var asked = courseware.putArray("questions");
        for (Question question : questions) {
            ObjectNode one = asked.addObject()
                    .put("code", question.code())
                    .put("kind", "SINGLE_CHOICE")
                    .put("text", question.text())
                    .put("points", 10);
            var choices = one.putArray("choices");
            List.of("a", "b")
                    .forEach(choice -> choices.addObject().put("code", choice).put("text", question.textOf(choice)));
            one.putArray("right").add(question.rightChoice());
        }
        courseware
                .putObject("quiz")
                .put("drawn", questions.size())
                .put("passPercent", 80)
                .put("attempts", 3)
                .put("minutes", 30)
                .put("disclosure", "WHEN_PASSED");
        personnel.post(COURSES + course + "/courseware", courseware).expect(201);
    }

    /** Somebody answers all of it. @return the attempt */
    public JsonNode take(Caller learner) {
        var byCode = questions.stream().collect(Collectors.toMap(Question::code, Question::rightChoice));
        JsonNode attempt = learner.post(COURSES + course + "/attempts", Resource.body())
                .expect(201)
                .json();
        ObjectNode answers = Resource.body();
        var given = answers.putArray("answers");
        attempt.path("questions").forEach(asked -> {
            String code = asked.path("code").asString();
            given.addObject().put("question", code).putArray("choices").add(byCode.getOrDefault(code, "a"));
        });
        return learner.post(ATTEMPTS + Resource.idOf(attempt) + "/submit", answers)
                .expect(200)
                .json();
    }
}
