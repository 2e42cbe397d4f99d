package dev.keshi.training.course;

import java.util.List;

/** Why something about a course is refused. Nothing was written. */
public abstract sealed class CourseProblem extends RuntimeException {

    private CourseProblem(String message) {
        super(message, null, false, false);
    }

    /** There is no such course to be looked at. */
    public static final class Unknown extends CourseProblem {
        public Unknown(CourseCode code) {
            super("No course " + code.value());
        }
    }

    /** A command names a course that is not there. */
    public static final class Missing extends CourseProblem {
        private final String code;

        public Missing(CourseCode code) {
            super("No course " + code.value());
            this.code = code.value();
        }

        public String code() {
            return code;
        }
    }

    /** A retired course is neither changed nor given any more. */
    public static final class Retired extends CourseProblem {
        private final String code;

        public Retired(CourseCode code) {
            super(code.value() + " is retired");
            this.code = code.value();
        }

        public String code() {
            return code;
        }
    }

    /** A code means one course for good. */
    public static final class CodeTaken extends CourseProblem {
        private final String code;

        CodeTaken(CourseCode code) {
            super(code.value() + " is taken");
            this.code = code.value();
        }

        public String code() {
            return code;
        }
    }

    /** A prerequisite is not in the catalogue, or retired. */
    public static final class PrerequisiteMissing extends CourseProblem {
        private final String code;

        PrerequisiteMissing(CourseCode code) {
            super("Requires " + code.value() + ", which nobody can take");
            this.code = code.value();
        }

        public String code() {
            return code;
        }
    }

    /** The course would require itself, also through others, so nobody could ever take it. */
    public static final class RequiresItself extends CourseProblem {
        private final List<CourseCode> circle;

        RequiresItself(List<CourseCode> circle) {
            super("A circle: " + circle);
            this.circle = List.copyOf(circle);
        }

        /** From the course back to it. */
        public List<CourseCode> circle() {
            return circle;
        }
    }

    /** Others require it, so they could not be taken any more. */
    public static final class RequiredByOthers extends CourseProblem {
        private final List<CourseCode> others;

        RequiredByOthers(List<CourseCode> others) {
            super("Required by " + others);
            this.others = List.copyOf(others);
        }

        public List<CourseCode> others() {
            return others;
        }
    }
}
