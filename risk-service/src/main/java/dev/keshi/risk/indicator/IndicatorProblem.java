package dev.keshi.risk.indicator;

import java.time.LocalDate;

/** Why a command about an indicator or a warning was refused. Nothing was written. */
public abstract sealed class IndicatorProblem extends RuntimeException {

    private IndicatorProblem(String message) {
        super(message, null, false, false);
    }

    /** There is no such indicator, or not for the caller. */
    public static final class Unknown extends IndicatorProblem {
        public Unknown(IndicatorId id) {
            super("No indicator " + id.value());
        }
    }

    /** There is no such warning, or not for the caller. */
    public static final class UnknownWarning extends IndicatorProblem {
        public UnknownWarning(WarningId id) {
            super("No warning " + id.value());
        }
    }

    /** Indicators are kept by their owner and by those who lead the department. */
    public static final class NotYoursToKeep extends IndicatorProblem {
        NotYoursToKeep() {
            super("Neither owner nor leader");
        }
    }

    /** The risk that it is to watch is closed. */
    public static final class RiskIsClosed extends IndicatorProblem {
        RiskIsClosed() {
            super("The risk is closed");
        }
    }

    /** It is watched no longer. */
    public static final class Retired extends IndicatorProblem {
        Retired() {
            super("The indicator is retired");
        }
    }

    /** A period is named by its first day. */
    public static final class NotAPeriod extends IndicatorProblem {
        private final LocalDate day;
        private final LocalDate first;

        NotAPeriod(LocalDate day, LocalDate first) {
            super(day + " lies in the period that begins on " + first);
            this.day = day;
            this.first = first;
        }

        public LocalDate day() {
            return day;
        }

        public LocalDate first() {
            return first;
        }
    }

    /** Its values come from performance-service. */
    public static final class Fed extends IndicatorProblem {
        Fed() {
            super("Fed by performance-service");
        }
    }

    /** Nothing tells of such an indicator of performance-service. */
    public static final class FeedUnknown extends IndicatorProblem {
        private final String code;

        FeedUnknown(String code) {
            super("No indicator " + code + " with a target");
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** What a department has reached is for those who lead it. */
    public static final class FeedNotYours extends IndicatorProblem {
        FeedNotYours() {
            super("Not the leader of the department");
        }
    }

    /** Nothing is known yet of a period that has not begun. */
    public static final class PeriodAhead extends IndicatorProblem {
        private final LocalDate period;

        PeriodAhead(LocalDate period) {
            super(period + " has not begun");
            this.period = period;
        }

        public LocalDate period() {
            return period;
        }
    }

    /** Values so old are settled. */
    public static final class PeriodSettled extends IndicatorProblem {
        private final LocalDate period;
        private final LocalDate first;

        PeriodSettled(LocalDate period, LocalDate first) {
            super(period + " is before " + first);
            this.period = period;
            this.first = first;
        }

        public LocalDate period() {
            return period;
        }

        public LocalDate first() {
            return first;
        }
    }

    /** Another rhythm would make nonsense of the periods that have values. */
    public static final class RhythmFixed extends IndicatorProblem {
        RhythmFixed() {
            super("The indicator has values of another rhythm");
        }
    }

    /** Somebody has taken note of the warning, or it is over. */
    public static final class NothingToAcknowledge extends IndicatorProblem {
        NothingToAcknowledge() {
            super("Acknowledged or closed");
        }
    }
}
