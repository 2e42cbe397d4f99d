package dev.keshi.risk.matrix.web;

import dev.keshi.risk.matrix.MatrixStep;
import dev.keshi.risk.matrix.RiskLevel;
import dev.keshi.risk.matrix.RiskMatrix;
import dev.keshi.service.text.WrittenText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The next version of the matrix, completely.
 *
 * @param follows the version it was drawn on, the newest
 * @param likelihoods from rare to almost certain, five
 * @param impacts from slight to disastrous, five
 * @param levels from the lowest
 * @param cells codes of levels: five rows by likelihood, each with five by impact
 */
record ReleaseMatrixRequest(
        @NotNull @Min(1) Integer follows,
        @NotNull @Size(max = MOST) List<@NotNull @Valid Step> likelihoods,
        @NotNull @Size(max = MOST) List<@NotNull @Valid Step> impacts,

        @NotNull @Size(min = RiskMatrix.FEWEST_LEVELS, max = RiskMatrix.MOST_LEVELS)
        List<@NotNull @Valid Level> levels,

        @NotNull @Size(max = MOST) List<@NotNull @Size(max = MOST) List<@Nullable @Size(max = 30) String>> cells) {

    private static final int MOST = 20;
    private static final int NAME = 50;
    private static final int CRITERION = 500;

    record Step(
            @NotNull @Size(min = 1, max = NAME) @Pattern(regexp = WrittenText.ONE_LINE)
            String name,

            @Nullable @Size(min = 1, max = NAME) @Pattern(regexp = WrittenText.ONE_LINE)
            String nameEn,

            @NotNull @Size(min = 1, max = CRITERION) @Pattern(regexp = WrittenText.ONE_LINE)
            String criterion,

            @Nullable @Size(min = 1, max = CRITERION) @Pattern(regexp = WrittenText.ONE_LINE)
            String criterionEn) {

        private MatrixStep toStep() {
            return new MatrixStep(name, Optional.ofNullable(nameEn), criterion, Optional.ofNullable(criterionEn));
        }
    }

    record Level(
            @NotNull @Pattern(regexp = RiskLevel.SHAPE) String code,

            @NotNull @Size(min = 1, max = NAME) @Pattern(regexp = WrittenText.ONE_LINE)
            String name,

            @Nullable @Size(min = 1, max = NAME) @Pattern(regexp = WrittenText.ONE_LINE)
            String nameEn) {

        private RiskLevel toLevel() {
            return new RiskLevel(code, name, Optional.ofNullable(nameEn));
        }
    }

    /** @throws dev.keshi.risk.matrix.MatrixProblem when some exposure would have no level, or a worse one a lower level */
    RiskMatrix toMatrix() {
        return RiskMatrix.drawn(
                likelihoods.stream().map(Step::toStep).toList(),
                impacts.stream().map(Step::toStep).toList(),
                levels.stream().map(Level::toLevel).toList(),
                cells);
    }
}
