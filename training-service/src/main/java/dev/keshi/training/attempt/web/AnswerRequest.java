package dev.keshi.training.attempt.web;

import dev.keshi.service.problem.Finding;
import dev.keshi.service.problem.Problem;
import dev.keshi.training.quiz.QuizRules;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Answers to questions of an attempt; those to others stay as they are. */
record AnswerRequest(
        @NotNull @Size(max = QuizRules.MOST_DRAWN) List<@NotNull @Valid AnswerBody> answers) {

    private static final int CODE = 40;
    private static final int MOST_CHOICES = 10;

    /** @param choices codes; none takes the answer back */
    record AnswerBody(
            @NotNull @Size(min = 1, max = CODE) String question,
            @NotNull @Size(max = MOST_CHOICES) List<@NotNull @Size(min = 1, max = CODE) String> choices) {}

    Map<String, Set<String>> toAnswers() {
        var byQuestion = new LinkedHashMap<String, Set<String>>();
        for (int at = 0; at < answers.size(); at++) {
            var answer = answers.get(at);
            if (byQuestion.put(answer.question(), new HashSet<>(answer.choices())) != null) {
                throw Problem.unprocessable("question-answered-twice", answer.question())
                        .withErrors(List.of(Finding.at(
                                "/answers/" + at + "/question", "question-answered-twice", answer.question())))
                        .toException();
            }
        }
        return byQuestion;
    }
}
