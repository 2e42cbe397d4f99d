package dev.keshi.training.trainee;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** Something that became known of a person. */
public sealed interface TraineeFact {

    /** When it was told. */
    Instant at();

    /**
     * Works somewhere from a day on.
     *
     * @param sequence among the events of the person
     * @param hired whether the person joined, rather than moved
     */
    record Works(
            long sequence, Instant at, LocalDate on, String departmentId, Optional<String> positionId, boolean hired)
            implements TraineeFact {}

    /** @param sequence among the events of the person */
    record Left(long sequence, Instant at, LocalDate on) implements TraineeFact {}

    /**
     * Was appraised.
     *
     * @param sequence among the events of the appraisal; one that was published anew counts as told last
     * @param judged the days whose work was judged; empty when the event was told before events said so
     * @param points by code of indicator; of one that several positions have, the lowest
     */
    record Appraised(
            String appraisalId, long sequence, Instant at, Optional<Days> judged, Map<String, BigDecimal> points)
            implements TraineeFact {
        public Appraised {
            points = Map.copyOf(points);
        }

        /** The last day that is judged; where it was not told, the day of the event, which is not before it. */
        public LocalDate until() {
            return judged.map(Days::last).orElseGet(() -> LocalDate.ofInstant(at, ZoneOffset.UTC));
        }

        /**
         * Whether it speaks of the work after something that became known at a moment and was on a day: it was published since, and at
         * least half of what it judges came with that day or later. Where its days were not told, that it was published since must do.
         */
        public boolean isOfWorkAfter(Instant known, LocalDate day) {
            return at.isAfter(known)
                    && judged.filter(days -> !days.areMostlySince(day)).isEmpty();
        }
    }

    /**
     * A figure of the person, as it was told last: one for each indicator and period.
     *
     * @param valueId follows from indicator, person and period
     * @param sequence among the events of the figure
     * @param value empty when nothing is known any more
     * @param target empty when there is none
     * @param better empty when nobody has said which way is the good one
     * @param unit what value and target are counted in
     */
    record Figure(
            String valueId,
            String indicator,
            long sequence,
            Instant at,
            Days period,
            Optional<BigDecimal> value,
            Optional<BigDecimal> target,
            Optional<Better> better,
            String unit)
            implements TraineeFact {

        /** Whether at least half of its period came with a day or later. */
        public boolean isOfWorkAfter(LocalDate day) {
            return period.areMostlySince(day);
        }
    }

    /** Which way of a figure is the good one. */
    enum Better {
        MORE,
        LESS
    }

    /** @param last is one of them */
    record Days(LocalDate first, LocalDate last) {

        /** Whether at least half of them are that day or later ones. */
        public boolean areMostlySince(LocalDate day) {
            return before(day) <= since(day);
        }

        public boolean overlap(Days other) {
            return !first.isAfter(other.last) && !other.first.isAfter(last);
        }

        /** How many lie before a day. */
        private long before(LocalDate day) {
            return Math.max(0, ChronoUnit.DAYS.between(first, day));
        }

        /** How many are that day or later ones. */
        private long since(LocalDate day) {
            return Math.max(0, ChronoUnit.DAYS.between(day, last) + 1);
        }
    }

    /**
     * Has learned a course.
     *
     * @param reference by what: {@code session/...} or {@code quiz/...}
     * @param on day on which
     */
    record Learned(String courseCode, String reference, Instant at, LocalDate on) implements TraineeFact {

        public static Learned inSession(String courseCode, String sessionId, Instant at, LocalDate on) {
            return new Learned(courseCode, "session/" + sessionId, at, on);
        }

        public static Learned byQuiz(String courseCode, String attemptId, Instant at, LocalDate on) {
            return new Learned(courseCode, "quiz/" + attemptId, at, on);
        }
    }
}
