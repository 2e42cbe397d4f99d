package dev.keshi.training.attempt;

import dev.keshi.training.course.CourseCode;

/** Why a command about an attempt was refused. Nothing was written. */
public abstract sealed class AttemptProblem extends RuntimeException {

    private AttemptProblem(String message) {
        super(message, null, false, false);
    }

    /** There is no such attempt, or it is somebody else's. */
    public static final class Unknown extends AttemptProblem {
        public Unknown(AttemptId id) {
            super("No attempt " + id.value());
        }
    }

    /** There is no such sheet, or the caller may not see it. */
    public static final class UnknownSheet extends AttemptProblem {
        public UnknownSheet(AttemptSheetId id) {
            super("No attempt sheet " + id.value());
        }
    }

    /** There is nothing to draw from yet. */
    public static final class NoQuiz extends AttemptProblem {
        NoQuiz(CourseCode course) {
            super("No quiz of " + course.value());
        }
    }

    /** One attempt runs at a time. */
    public static final class AnotherRuns extends AttemptProblem {
        private final String running;

        AnotherRuns(String running) {
            super("Attempt " + running + " runs");
            this.running = running;
        }

        /** Id of the attempt to go on with. */
        public String running() {
            return running;
        }
    }

    /** There is no attempt left. */
    public static final class Spent extends AttemptProblem {
        private final int allowed;

        Spent(int allowed) {
            super(allowed + " attempts are spent");
            this.allowed = allowed;
        }

        public int allowed() {
            return allowed;
        }
    }

    /** It was passed, and is not to be renewed yet. */
    public static final class PassedBefore extends AttemptProblem {
        PassedBefore() {
            super("Passed before");
        }
    }

    /** Nobody needs more attempts who has some left. */
    public static final class AttemptsLeft extends AttemptProblem {
        AttemptsLeft() {
            super("Attempts are left");
        }
    }

    /** It was handed in, or scored when time ran out. */
    public static final class Over extends AttemptProblem {
        Over() {
            super("Over");
        }
    }

    /** The time is over; what was kept before is scored. */
    public static final class RanOut extends AttemptProblem {
        RanOut() {
            super("Ran out");
        }
    }

    /** The attempt does not have that question. */
    public static final class NotAsked extends AttemptProblem {
        private final String question;

        NotAsked(String question) {
            super("Not asked: " + question);
            this.question = question;
        }

        public String question() {
            return question;
        }
    }

    /** The question does not have that choice. */
    public static final class NoSuchChoice extends AttemptProblem {
        private final String question;

        NoSuchChoice(String question) {
            super("No such choice: " + question);
            this.question = question;
        }

        public String question() {
            return question;
        }
    }

    /** The question takes one choice. */
    public static final class SeveralChoices extends AttemptProblem {
        private final String question;

        SeveralChoices(String question) {
            super("Several choices: " + question);
            this.question = question;
        }

        public String question() {
            return question;
        }
    }
}
