package dev.keshi.org.position;

/** Why a command about a position was refused. Nothing was written. */
public abstract sealed class PositionProblem extends RuntimeException {

    private PositionProblem(String message) {
        super(message, null, false, false);
    }

    /** There is no such position. */
    public static final class Unknown extends PositionProblem {
        public Unknown(PositionId id) {
            super("No position " + id.value());
        }
    }

    /** The code belongs to another position. */
    public static final class CodeTaken extends PositionProblem {
        private final String code;

        CodeTaken(PositionCode code) {
            super("Position code " + code.value() + " is taken");
            this.code = code.value();
        }

        public String code() {
            return code;
        }
    }

    /** A position that was taken out of use stays as it is. */
    public static final class OutOfUse extends PositionProblem {
        public OutOfUse(PositionId id) {
            super("Position " + id.value() + " is out of use");
        }
    }

    /** The department does not exist today. */
    public static final class NoSuchDepartment extends PositionProblem {
        NoSuchDepartment(String department) {
            super("No department " + department);
        }
    }

    /** There is no such role template. */
    public static final class NoSuchTemplate extends PositionProblem {
        private final String template;

        NoSuchTemplate(String template) {
            super("No role template " + template);
            this.template = template;
        }

        public String template() {
            return template;
        }
    }
}
