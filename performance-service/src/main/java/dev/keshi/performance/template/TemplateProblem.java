package dev.keshi.performance.template;

/** Why a command about a template was refused. Nothing was written. */
public abstract sealed class TemplateProblem extends RuntimeException {

    private TemplateProblem(String message) {
        super(message, null, false, false);
    }

    /** There is no such version. */
    public static final class Unknown extends TemplateProblem {
        public Unknown(TemplateId id) {
            super("No template " + id.value());
        }
    }

    /** No template fits the position that the caller holds today, or there is none. */
    public static final class NoneFits extends TemplateProblem {
        public NoneFits() {
            super("No template fits");
        }
    }

    /** What was released never changes; a change is the next version. */
    public static final class Released extends TemplateProblem {
        Released(TemplateId id) {
            super("Template " + id.value() + " is released");
        }
    }

    /** Events cannot feed an indicator that nobody has defined. */
    public static final class NoSuchIndicator extends TemplateProblem {
        private final String code;

        NoSuchIndicator(String code) {
            super("No indicator " + code);
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** Others drafted versions at the same moment, again and again. */
    public static final class DraftedByOthers extends TemplateProblem {
        DraftedByOthers(TemplateCode code) {
            super("Others draft " + code.value());
        }
    }
}
