package dev.keshi.training.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuestionBankTest {

    private static final QuizRules RULES = new QuizRules(3, 60, 1, 30, Disclosure.NEVER);

    @Test
    void aSeedThatWasStoredDrawsTheSameForGood() {
        var bank = new QuestionBank(
                IntStream.rangeClosed(1, 8)
                        .mapToObj(at -> single("q" + at, "a"))
                        .toList(),
                RULES);

        assertThat(bank.draw(42)).extracting(Question::code).containsExactly("q3", "q7", "q4");
        assertThat(bank.draw(43)).isNotEqualTo(bank.draw(42));
    }

    @Test
    void aBankSmallerThanWhatIsDrawnIsRefused() {
        assertThatExceptionOfType(QuizProblem.BankTooSmall.class)
                .isThrownBy(() -> new QuestionBank(List.of(single("one", "a"), single("two", "a")), RULES))
                .satisfies(small ->
                        assertThat(small.drawn() + " of " + small.questions()).isEqualTo("3 of 2"));
    }

    @Test
    void twoQuestionsOfOneCodeAreRefused() {
        assertThatExceptionOfType(QuizProblem.QuestionTwice.class)
                .isThrownBy(() ->
                        new QuestionBank(List.of(single("one", "a"), single("one", "b"), single("two", "a")), RULES));
    }

    @Test
    void aQuestionThatNobodyCanAnswerIsRefusedEachInItsWay() {
        assertThatExceptionOfType(QuizProblem.NoRightAnswer.class).isThrownBy(() -> single("one"));
        assertThatExceptionOfType(QuizProblem.RightAnswerUnknown.class).isThrownBy(() -> single("one", "z"));
        assertThatExceptionOfType(QuizProblem.RightAnswerUnknown.class).isThrownBy(() -> single("one", "a", "a"));
        assertThatExceptionOfType(QuizProblem.SeveralRightAnswers.class).isThrownBy(() -> single("one", "a", "b"));
        assertThatExceptionOfType(QuizProblem.TooFewChoices.class)
                .isThrownBy(() -> of(QuestionKind.MULTIPLE_CHOICE, List.of(choice("a")), "a"));
        assertThatExceptionOfType(QuizProblem.ChoiceTwice.class)
                .isThrownBy(() -> of(QuestionKind.MULTIPLE_CHOICE, List.of(choice("a"), choice("a")), "a"));
        assertThatExceptionOfType(QuizProblem.ChoicesOfTrueFalse.class)
                .isThrownBy(() -> of(QuestionKind.TRUE_FALSE, List.of(choice("true"), choice("false")), "true"));
        assertThatExceptionOfType(QuizProblem.RightAnswerUnknown.class)
                .isThrownBy(() -> of(QuestionKind.TRUE_FALSE, List.of(), "yes"));
    }

    private static Question single(String code, String... right) {
        return new Question(
                code, QuestionKind.SINGLE_CHOICE, "题", null, List.of(choice("a"), choice("b")), List.of(right), 1);
    }

    private static Question of(QuestionKind kind, List<Choice> choices, String right) {
        return new Question("one", kind, "题", null, choices, List.of(right), 1);
    }

    private static Choice choice(String code) {
        return new Choice(code, code, null);
    }
}
