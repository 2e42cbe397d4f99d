package dev.keshi.reporting.figure;

/** Why there are no figures. */
public abstract sealed class FigureProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private FigureProblem(String message) {
        super(message);
    }

    /** There is none, or it is outside of the caller's scope. */
    public static final class UnknownDepartment extends FigureProblem {
        private static final long serialVersionUID = 1L;

        UnknownDepartment(String departmentId) {
            super("department " + departmentId);
        }
    }

    /** There is nobody of that id, or outside of the caller's scope. */
    public static final class UnknownPerson extends FigureProblem {
        private static final long serialVersionUID = 1L;

        UnknownPerson(String personId) {
            super("person " + personId);
        }
    }

    /** The last month is before the first. */
    public static final class PeriodReversed extends FigureProblem {
        private static final long serialVersionUID = 1L;

        PeriodReversed() {
            super("the period ends before it begins");
        }
    }

    /** More than {@link #most} months. */
    public static final class PeriodTooLong extends FigureProblem {
        private static final long serialVersionUID = 1L;
        private final int most;

        PeriodTooLong(int most) {
            super("more than " + most + " months");
            this.most = most;
        }

        public int most() {
            return most;
        }
    }

    /** The figure counts what happened in a month. */
    public static final class MonthMissing extends FigureProblem {
        private static final long serialVersionUID = 1L;

        MonthMissing(Figure figure) {
            super(figure + " is one of a month");
        }
    }

    /** The figure says what stands now. */
    public static final class MonthNotAllowed extends FigureProblem {
        private static final long serialVersionUID = 1L;

        MonthNotAllowed(Figure figure) {
            super(figure + " is one of now");
        }
    }
}
