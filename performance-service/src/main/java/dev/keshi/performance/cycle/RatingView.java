package dev.keshi.performance.cycle;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keshi.performance.scoring.IndicatorFamily;
import dev.keshi.performance.scoring.RaterKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What its rater is asked to say, and has said.
 *
 * @param subjectId who is rated
 * @param subjectName absent for somebody who was erased
 * @param ratingEndsOn the day by which the cycle wants it given; absent when it names none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RatingView(
        String id,
        String cycleId,
        String cycleName,
        String subjectId,
        @Nullable String subjectName,
        RaterKind kind,
        RatingStatus status,
        List<IndicatorView> indicators,
        @Nullable LocalDate ratingEndsOn) {

    public RatingView {
        indicators = List.copyOf(indicators);
    }

    /**
     * @param standard how to score it
     * @param weight percent of the total, as the template has it
     * @param share percent of the total that it counts for where the cycle judges only some families; absent where that is its weight
     * @param points absent until it was given
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record IndicatorView(
            String code,
            String name,
            @Nullable String nameEn,
            IndicatorFamily family,
            int weight,
            @Nullable BigDecimal share,
            String standard,
            @Nullable String standardEn,
            @Nullable BigDecimal points) {}
}
