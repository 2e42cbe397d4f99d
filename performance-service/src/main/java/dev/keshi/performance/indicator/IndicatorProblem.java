package dev.keshi.performance.indicator;

import java.util.List;

/** Why a command about indicators or figures was refused. Nothing was written. */
public abstract sealed class IndicatorProblem extends RuntimeException {

    private IndicatorProblem(String message) {
        super(message, null, false, false);
    }

    /** There is no such indicator. */
    public static final class Unknown extends IndicatorProblem {
        public Unknown(IndicatorCode code) {
            super("No indicator " + code.value());
        }
    }

    /** An indicator is defined once. */
    public static final class DefinedBefore extends IndicatorProblem {
        DefinedBefore(IndicatorCode code) {
            super("Indicator " + code.value() + " is defined");
        }
    }

    /** The source does not know what the formula asks for, or the formula lacks its limit or has one it does not use. */
    public static final class FormulaDoesNotFit extends IndicatorProblem {
        FormulaDoesNotFit() {
            super("The formula does not fit");
        }
    }

    /** Events of the platform feed this indicator, so nobody imports figures for it. */
    public static final class NotImported extends IndicatorProblem {
        NotImported(IndicatorCode code) {
            super("Indicator " + code.value() + " is fed by events");
        }
    }

    /** Rows that cannot be taken. */
    public static final class FiguresRefused extends IndicatorProblem {
        private final List<FigureFinding> findings;

        private FiguresRefused(List<FigureFinding> findings) {
            super(findings.size() + " findings");
            this.findings = List.copyOf(findings);
        }

        public List<FigureFinding> findings() {
            return findings;
        }
    }

    /** The formula would divide by zero: it was written so, or in each of the rows the base is zero. */
    public static final class DividesByZero extends IndicatorProblem {
        private final List<FigureFinding> findings;

        /** @param findings empty when the formula itself says so */
        public DividesByZero(List<FigureFinding> findings) {
            super("Divides by zero");
            this.findings = List.copyOf(findings);
        }

        public List<FigureFinding> findings() {
            return findings;
        }
    }

    /** The formula would divide by what is no number: it was written so, or in each of the rows the base is text. */
    public static final class DividesByText extends IndicatorProblem {
        private final List<FigureFinding> findings;

        /** @param findings empty when the formula itself says so */
        public DividesByText(List<FigureFinding> findings) {
            super("Divides by text");
            this.findings = List.copyOf(findings);
        }

        public List<FigureFinding> findings() {
            return findings;
        }
    }

    /** What a file is refused for: by what the formula divides by where nothing else is wrong, else as a whole. */
    static IndicatorProblem of(List<FigureFinding> findings) {
        if (findings.stream().allMatch(finding -> finding.code().equals(FigureFinding.BASE_ZERO))) {
            return new DividesByZero(findings);
        }
        if (findings.stream().allMatch(finding -> finding.code().equals(FigureFinding.BASE_TEXT))) {
            return new DividesByText(findings);
        }
        return new FiguresRefused(findings);
    }
}
