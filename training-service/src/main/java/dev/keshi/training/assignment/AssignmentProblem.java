package dev.keshi.training.assignment;

/** Why something about an assigned course is refused. Nothing was written. */
public abstract sealed class AssignmentProblem extends RuntimeException {

    private AssignmentProblem(String message) {
        super(message, null, false, false);
    }

    /** There is no such assignment for the caller. */
    public static final class Unknown extends AssignmentProblem {
        public Unknown(AssignmentId id) {
            super("No assignment " + id.value());
        }
    }

    /** Only HR and those who lead somebody say what that person has to take. */
    public static final class NotYoursToAssign extends AssignmentProblem {
        NotYoursToAssign() {
            super("Leads nobody");
        }
    }

    /** Nobody can take a course until a day that has passed. */
    public static final class DuePast extends AssignmentProblem {
        DuePast() {
            super("Due in the past");
        }
    }

    /** The person has to take this course already. */
    public static final class OpenBefore extends AssignmentProblem {
        OpenBefore() {
            super("Has to take it already");
        }
    }

    /** It is completed or ended. */
    public static final class Over extends AssignmentProblem {
        Over() {
            super("Is over");
        }
    }
}
