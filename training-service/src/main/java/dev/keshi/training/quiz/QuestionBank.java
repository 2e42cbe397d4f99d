package dev.keshi.training.quiz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;

/** A bank that a quiz can be drawn from (题库). */
public record QuestionBank(List<Question> questions, QuizRules rules) {

    /** @throws QuizProblem when a code is there twice, or fewer questions than are to be drawn */
    public QuestionBank {
        questions = List.copyOf(questions);
        var codes = new HashSet<String>();
        for (var question : questions) {
            if (!codes.add(question.code())) {
                throw new QuizProblem.QuestionTwice(question.code());
            }
        }
        if (questions.size() < rules.drawn()) {
            throw new QuizProblem.BankTooSmall(rules.drawn(), questions.size());
        }
    }

    /**
     * The questions of one attempt in its order, each with its choices in their order. They follow from the seed alone, so
     * that they can be drawn again; what {@link Random} and {@link Collections#shuffle} do with a seed is specified.
     */
    public List<Question> draw(long seed) {
        var random = new Random(seed);
        var shuffled = new ArrayList<>(questions);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, rules.drawn()).stream()
                .map(question -> mixed(question, random))
                .toList();
    }

    private static Question mixed(Question question, Random random) {
        var choices = new ArrayList<>(question.choices());
        Collections.shuffle(choices, random);
        return new Question(
                question.code(),
                question.kind(),
                question.text(),
                question.textEn(),
                choices,
                question.right(),
                question.points());
    }
}
