package dev.keshi.training.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An assignment as it is kept.
 *
 * @param departmentId where the person works now, or worked last
 * @param assignedBy absent when it follows from a rule
 * @param completedBy reference to what completed it
 * @param completedAt when that was told
 * @param endedOn absent unless it has ended, and where it ended before this was kept
 * @param weakness absent when no appraisal found an indicator weak
 * @param figure the figure that was weak; absent when none was
 * @param figureEffect absent until there is one of a period after the course
 */
record AssignmentDocument(
        String personId,
        String departmentId,
        String courseCode,
        AssignmentCause cause,
        @Nullable String assignedBy,
        Instant assignedAt,
        LocalDate dueOn,
        @Nullable String note,
        AssignmentStatus status,
        boolean overdue,
        @Nullable LocalDate completedOn,
        @Nullable String completedBy,
        @Nullable Instant completedAt,
        @Nullable String endedBecause,
        @Nullable LocalDate endedOn,
        @Nullable Weakness weakness,
        @Nullable MeasuredEffect effect,
        @Nullable PeriodFigure figure,
        @Nullable FigureEffect figureEffect) {

    /** What it is to strengthen; empty when it is about no indicator. */
    Optional<String> indicator() {
        return Optional.ofNullable(weakness)
                .map(Weakness::indicator)
                .or(() -> Optional.ofNullable(figure).map(PeriodFigure::indicator));
    }
}
