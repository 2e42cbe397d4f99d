package dev.keshi.chaos.load;

import dev.keshi.chaos.ledger.Invariant;
import dev.keshi.chaos.ledger.Ledger;
import dev.keshi.chaos.ledger.Operation;
import dev.keshi.chaos.ledger.Operation.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The quiz of a course: two questions, of which the first choice is right, and both have to be. */
final class Quiz {

    private static final String API = "/api/training/v1";
    private static final List<String> QUESTIONS = List.of("q1", "q2");
    private static final String RIGHT = "a";
    private static final String WRONG = "b";

    private final Ledger ledger;

    Quiz(Ledger ledger) {
        this.ledger = ledger;
    }

    static ObjectNode courseware() {
        ObjectNode courseware = node();
        courseware
                .putArray("lessons")
                .addObject()
                .put("title", "原则")
                .put("text", "# 最小必要")
                .put("minutes", 45);
        var questions = courseware.putArray("questions");
        for (String code : QUESTIONS) {
            ObjectNode question = questions
                    .addObject()
                    .put("code", code)
                    .put("kind", "SINGLE_CHOICE")
                    .put("text", "哪一项正确？")
                    .put("points", 10);
            var choices = question.putArray("choices");
            choices.addObject().put("code", RIGHT).put("text", "甲");
            choices.addObject().put("code", WRONG).put("text", "乙");
            question.putArray("right").add(RIGHT);
        }
        courseware
                .putObject("quiz")
                .put("drawn", QUESTIONS.size())
                .put("passPercent", 80)
                .put("attempts", 3)
                .put("minutes", 30)
                .put("disclosure", "NEVER");
        return courseware;
    }

    /** One passes; another hands in twice at the same moment, right and wrong, and the first counts. */
    void taken(String course, Person passes, Person either, Random chance) {
        boolean insists = chance.nextBoolean();
        begin(course, passes, chance).ifPresent(attempt -> handIn(passes, attempt, true, insists));
        begin(course, either, chance).ifPresent(attempt -> {
            var replies = AtOnce.all(List.<Supplier<Reply>>of(
                    () -> handIn(either, attempt, true, insists), () -> handIn(either, attempt, false, false)));
            if (replies.stream().allMatch(Reply::isOk)) {
                ledger.broken(Invariant.I6, "the attempt %s was handed in twice".formatted(attempt));
            }
        });
    }

    /** @return the attempt */
    private Optional<String> begin(String course, Person learner, Random chance) {
        long number = ledger.next();
        Reply reply = learner.send("%s/courses/%s/attempts".formatted(API, course), node(), chance.nextBoolean());
        Optional<String> attempt = reply.answer()
                .filter(_ -> reply.isOk())
                .map(answer -> answer.json().path("id").asString());
        ledger.add(new Operation(
                number,
                Kind.ATTEMPT,
                attempt.orElse(""),
                Map.of("course", course, "personId", learner.id()),
                reply.outcome(),
                reply.words()));
        return attempt;
    }

    private Reply handIn(Person learner, String attempt, boolean passes, boolean insists) {
        ObjectNode body = node();
        var answers = body.putArray("answers");
        for (String question : QUESTIONS) {
            answers.addObject().put("question", question).putArray("choices").add(passes ? RIGHT : WRONG);
        }
        Reply reply = learner.send("%s/attempts/%s/submit".formatted(API, attempt), body, insists);
        ledger.add(new Operation(
                ledger.next(),
                Kind.HAND_IN,
                attempt,
                Map.of("passes", Boolean.toString(passes)),
                reply.outcome(),
                reply.words()));
        return reply;
    }

    private static ObjectNode node() {
        return JsonMapper.shared().createObjectNode();
    }
}
