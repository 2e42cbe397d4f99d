package dev.keshi.performance.cycle;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keshi.messaging.Versioned;
import dev.keshi.performance.scoring.Grade;
import dev.keshi.performance.scoring.Total;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an appraisal came to, and what it would come to by other rules. Of those whose result the reader may not see only the person is
 * told.
 *
 * @param total absent when nothing counts
 * @param calibrated true where the grade was changed in calibration, so that it differs for that alone; absent where it was not
 * @param otherTotal the same by the other rules
 * @param otherGrade the same by the other thresholds and the distribution, without calibration; who is hidden from the reader is not ranked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReplayView(
        String appraisalId,
        String personId,
        @Nullable BigDecimal total,
        @Nullable Grade grade,
        @Nullable Boolean calibrated,
        @Nullable BigDecimal otherTotal,
        @Nullable Grade otherGrade) {

    static ReplayView hidden(Versioned<AppraisalDocument> appraisal) {
        return new ReplayView(appraisal.id(), appraisal.state().personId(), null, null, null, null, null);
    }

    static ReplayView of(
            Versioned<AppraisalDocument> appraisal,
            Optional<Grade> grade,
            Optional<Total> otherTotal,
            Optional<Grade> otherGrade) {
        return new ReplayView(
                appraisal.id(),
                appraisal.state().personId(),
                appraisal.state().total(),
                grade.orElse(null),
                appraisal.state().calibrations().isEmpty() ? null : true,
                otherTotal.map(Total::value).orElse(null),
                otherGrade.orElse(null));
    }
}
