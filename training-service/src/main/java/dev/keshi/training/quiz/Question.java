package dev.keshi.training.quiz;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question of a bank. One that cannot be answered does not come into being.
 *
 * @param code names it within its bank
 * @param choices none for {@link QuestionKind#TRUE_FALSE}
 * @param right codes of the right choices
 * @param points what the right answer is worth, 1 to 100
 */
public record Question(
        String code,
        QuestionKind kind,
        String text,
        @Nullable String textEn,
        List<Choice> choices,
        List<String> right,
        int points) {

    public static final String TRUE = "true";
    public static final String FALSE = "false";
    public static final int MOST_POINTS = 100;
    private static final Set<String> TRUTH = Set.of(TRUE, FALSE);

    /** @throws QuizProblem when nobody could answer it */
    public Question {
        choices = List.copyOf(choices);
        right = List.copyOf(right);
        if (points < 1 || points > MOST_POINTS) {
            throw new IllegalArgumentException("points: " + points);
        }
        requireGoodChoices(code, kind, choices);
        requireGoodAnswers(code, kind, choices, right);
    }

    /** The codes that an answer may name. */
    public Set<String> answerable() {
        return answerable(kind, choices);
    }

    /** Whether exactly the right choices are named, in whatever order. */
    public boolean isRight(Set<String> named) {
        return named.equals(Set.copyOf(right));
    }

    private static Set<String> answerable(QuestionKind kind, List<Choice> choices) {
        if (kind == QuestionKind.TRUE_FALSE) {
            return TRUTH;
        }
        var codes = new HashSet<String>();
        choices.forEach(choice -> codes.add(choice.code()));
        return Set.copyOf(codes);
    }

    private static void requireGoodChoices(String code, QuestionKind kind, List<Choice> choices) {
        switch (kind) {
            case TRUE_FALSE -> {
                if (!choices.isEmpty()) {
                    throw new QuizProblem.ChoicesOfTrueFalse(code);
                }
            }
            case SINGLE_CHOICE, MULTIPLE_CHOICE -> {
                if (choices.size() < 2) {
                    throw new QuizProblem.TooFewChoices(code);
                }
                if (answerable(kind, choices).size() < choices.size()) {
                    throw new QuizProblem.ChoiceTwice(code);
                }
            }
        }
    }

    private static void requireGoodAnswers(String code, QuestionKind kind, List<Choice> choices, List<String> right) {
        if (right.isEmpty()) {
            throw new QuizProblem.NoRightAnswer(code);
        }
        var answers = new HashSet<>(right);
        if (answers.size() < right.size() || !answerable(kind, choices).containsAll(answers)) {
            throw new QuizProblem.RightAnswerUnknown(code);
        }
        if (kind != QuestionKind.MULTIPLE_CHOICE && answers.size() > 1) {
            throw new QuizProblem.SeveralRightAnswers(code);
        }
    }
}
