package dev.keshi.performance.cycle;

import dev.keshi.performance.scoring.Cutoffs;
import dev.keshi.performance.scoring.Grade;
import dev.keshi.performance.scoring.Total;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is judged by in a cycle, and what came of it. Nobody who rates is named here but the superior, who signs.
 *
 * @param departmentId where the person worked on the day of the population
 * @param superiorId who leads the interview; absent when there is nobody above
 * @param total absent until it was scored, and when nothing counts
 * @param explanation see {@link ExplanationText}; absent until it was scored
 * @param grade the published one
 * @param calibrations who changed the grade, why, in order
 */
record AppraisalDocument(
        String cycleId,
        String personId,
        String departmentId,
        @Nullable String superiorId,
        List<StayDocument> stays,
        boolean published,
        @Nullable BigDecimal total,
        @Nullable String explanation,
        @Nullable Grade grade,
        List<Calibration> calibrations,
        @Nullable Instant signedByPerson,
        @Nullable Instant signedBySuperior) {

    AppraisalDocument {
        stays = List.copyOf(stays);
        calibrations = List.copyOf(calibrations);
    }

    /** A position held within the period. */
    record StayDocument(
            String templateId,
            String departmentId,
            @Nullable String positionId,
            LocalDate firstDay,
            LocalDate lastDay) {}

    record Calibration(Grade to, String reason, String by, Instant at) {}

    static AppraisalDocument opened(
            String cycleId, String personId, String departmentId, Optional<String> superior, List<StayDocument> stays) {
        return new AppraisalDocument(
                cycleId,
                personId,
                departmentId,
                superior.orElse(null),
                stays,
                false,
                null,
                null,
                null,
                List.of(),
                null,
                null);
    }

    AppraisalDocument scored(Optional<Total> result, String explained) {
        requireUnpublished();
        return new AppraisalDocument(
                cycleId,
                personId,
                departmentId,
                superiorId,
                stays,
                false,
                result.map(Total::value).orElse(null),
                explained,
                null,
                calibrations,
                null,
                null);
    }

    AppraisalDocument calibrated(Calibration change) {
        requireUnpublished();
        if (change.by().equals(personId)) {
            throw new CycleProblem.OwnGrade();
        }
        if (total == null) {
            throw new CycleProblem.NoGrade();
        }
        var all = new ArrayList<>(calibrations);
        all.add(change);
        return new AppraisalDocument(
                cycleId, personId, departmentId, superiorId, stays, false, total, explanation, null, all, null, null);
    }

    /** The grade as it would be published now; absent when nothing counts. */
    Optional<Grade> gradeBy(Cutoffs cutoffs) {
        if (total == null) {
            return Optional.empty();
        }
        return Optional.of(
                calibrations.isEmpty()
                        ? cutoffs.gradeOf(new Total(total))
                        : calibrations.getLast().to());
    }

    AppraisalDocument publishedBy(Cutoffs cutoffs) {
        requireUnpublished();
        return new AppraisalDocument(
                cycleId,
                personId,
                departmentId,
                superiorId,
                stays,
                true,
                total,
                explanation,
                gradeBy(cutoffs).orElse(null),
                calibrations,
                null,
                null);
    }

    AppraisalDocument signed(String by, Instant at) {
        if (!published) {
            throw new CycleProblem.NotPublished();
        }
        boolean person = by.equals(personId);
        if (!person && !by.equals(superiorId)) {
            throw new CycleProblem.NotYoursToSign();
        }
        if ((person ? signedByPerson : signedBySuperior) != null) {
            throw new CycleProblem.SignedBefore();
        }
        return new AppraisalDocument(
                cycleId,
                personId,
                departmentId,
                superiorId,
                stays,
                true,
                total,
                explanation,
                grade,
                calibrations,
                person ? at : signedByPerson,
                person ? signedBySuperior : at);
    }

    private void requireUnpublished() {
        if (published) {
            throw new CycleProblem.NotInCalibration();
        }
    }
}
