package dev.keshi.training.trainee;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
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
     * @param points by code of indicator; of one that several positions have, the lowest
     */
    record Appraised(String appraisalId, long sequence, Instant at, Map<String, BigDecimal> points)
            implements TraineeFact {
        public Appraised {
            points = Map.copyOf(points);
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
