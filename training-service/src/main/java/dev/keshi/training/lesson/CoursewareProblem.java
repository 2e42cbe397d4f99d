package dev.keshi.training.lesson;

import dev.keshi.training.course.CourseCode;

/** Why a command about courseware was refused, or a question could not be answered. Nothing was written. */
public abstract sealed class CoursewareProblem extends RuntimeException {

    private CoursewareProblem(String message) {
        super(message, null, false, false);
    }

    /** The course has no lessons yet, or not in that version. */
    public static final class Unknown extends CoursewareProblem {
        public Unknown(CourseCode course) {
            super("No courseware of " + course.value());
        }
    }

    /** Only online courses are taught by lessons. */
    public static final class NotOnline extends CoursewareProblem {
        NotOnline(CourseCode course) {
            super("Not online: " + course.value());
        }
    }

    /** Others released version after version. */
    public static final class ReleasedByOthers extends CoursewareProblem {
        ReleasedByOthers() {
            super("Released by others");
        }
    }
}
