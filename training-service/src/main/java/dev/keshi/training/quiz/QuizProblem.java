package dev.keshi.training.quiz;

/** Why questions make no quiz. */
public abstract sealed class QuizProblem extends RuntimeException {

    private final String question;

    private QuizProblem(String message, String question) {
        super(message, null, false, false);
        this.question = question;
    }

    /** Code of the question. */
    public String question() {
        return question;
    }

    /** Two questions have one code. */
    public static final class QuestionTwice extends QuizProblem {
        QuestionTwice(String question) {
            super("Two questions " + question, question);
        }
    }

    /** Two choices have one code. */
    public static final class ChoiceTwice extends QuizProblem {
        ChoiceTwice(String question) {
            super("One choice twice in " + question, question);
        }
    }

    /** There is nothing to choose. */
    public static final class TooFewChoices extends QuizProblem {
        TooFewChoices(String question) {
            super("Fewer than two choices in " + question, question);
        }
    }

    /** True or false is all there is to choose. */
    public static final class ChoicesOfTrueFalse extends QuizProblem {
        ChoicesOfTrueFalse(String question) {
            super("Choices in " + question, question);
        }
    }

    /** No answer would be right. */
    public static final class NoRightAnswer extends QuizProblem {
        NoRightAnswer(String question) {
            super("No right answer to " + question, question);
        }
    }

    /** The right answer is none of the choices, or named twice. */
    public static final class RightAnswerUnknown extends QuizProblem {
        RightAnswerUnknown(String question) {
            super("The right answer to " + question + " is none of its choices", question);
        }
    }

    /** Of one choice, only one can be right. */
    public static final class SeveralRightAnswers extends QuizProblem {
        SeveralRightAnswers(String question) {
            super("Several right answers to " + question, question);
        }
    }

    /** More are to be drawn than there are; the code is empty. */
    public static final class BankTooSmall extends QuizProblem {
        private final int drawn;
        private final int questions;

        BankTooSmall(int drawn, int questions) {
            super(drawn + " of " + questions, "");
            this.drawn = drawn;
            this.questions = questions;
        }

        public int drawn() {
            return drawn;
        }

        public int questions() {
            return questions;
        }
    }
}
