package dev.keshi.performance.template.web;

import dev.keshi.performance.scoring.IndicatorFamily;
import dev.keshi.performance.scoring.IndicatorSource;
import dev.keshi.performance.scoring.Scale;
import dev.keshi.performance.scoring.WeightedIndicator;
import dev.keshi.performance.template.TemplateCode;
import dev.keshi.performance.template.TemplateCommand;
import dev.keshi.performance.template.TemplateContent;
import dev.keshi.performance.template.TemplateId;
import dev.keshi.performance.template.TemplateIndicator;
import dev.keshi.service.text.WrittenText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What callers send about templates. */
final class TemplateRequests {

    private static final int NAME = 100;
    private static final int STANDARD = 1000;
    private static final int MOST_INDICATORS = 50;
    private static final int MOST_POSITIONS = 100;

    private TemplateRequests() {}

    record DraftTemplate(
            @NotNull @Pattern(regexp = TemplateCode.SHAPE) String code,

            @NotNull @Size(min = 1, max = NAME) @Pattern(regexp = WrittenText.ONE_LINE)
            String name,

            @Nullable @Size(min = 1, max = NAME) @Pattern(regexp = WrittenText.ONE_LINE)
            String nameEn,

            @NotNull @Size(max = MOST_POSITIONS) List<@NotNull @Pattern(regexp = TemplateCode.SHAPE) String> positions,
            @Nullable Boolean usual,

            @NotNull @Size(min = 1, max = MOST_INDICATORS) List<@NotNull @Valid Indicator> indicators) {

        TemplateCommand.Draft toCommand() {
            return new TemplateCommand.Draft(
                    new TemplateCode(code), content(name, nameEn, positions, usual, indicators));
        }
    }

    /** The draft as it is from now on, completely. */
    record ReviseTemplate(
            @NotNull @Size(min = 1, max = NAME) @Pattern(regexp = WrittenText.ONE_LINE)
            String name,

            @Nullable @Size(min = 1, max = NAME) @Pattern(regexp = WrittenText.ONE_LINE)
            String nameEn,

            @NotNull @Size(max = MOST_POSITIONS) List<@NotNull @Pattern(regexp = TemplateCode.SHAPE) String> positions,
            @Nullable Boolean usual,

            @NotNull @Size(min = 1, max = MOST_INDICATORS) List<@NotNull @Valid Indicator> indicators) {

        TemplateCommand.Revise toCommand(TemplateId id) {
            return new TemplateCommand.Revise(id, content(name, nameEn, positions, usual, indicators));
        }
    }

    /**
     * @param weight one above 100 is refused as the sum would be
     * @param source RATING when it is not said
     * @param scale with EVENTS only
     */
    record Indicator(
            @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,39}")
            String code,

            @NotNull IndicatorFamily family,
            @NotNull @Min(1) Integer weight,
            @Nullable IndicatorSource source,
            @Nullable @Valid ScoringScale scale,

            @NotNull @Size(min = 1, max = NAME) @Pattern(regexp = WrittenText.ONE_LINE)
            String name,

            @Nullable @Size(min = 1, max = NAME) @Pattern(regexp = WrittenText.ONE_LINE)
            String nameEn,

            @NotNull @Size(min = 1, max = STANDARD) @Pattern(regexp = WrittenText.ONE_LINE)
            String standard,

            @Nullable @Size(min = 1, max = STANDARD) @Pattern(regexp = WrittenText.ONE_LINE)
            String standardEn) {

        private TemplateIndicator indicator() {
            return new TemplateIndicator(
                    new WeightedIndicator(code, family, weight, source == null ? IndicatorSource.RATING : source),
                    Optional.ofNullable(scale).map(ScoringScale::scale),
                    name,
                    Optional.ofNullable(nameEn),
                    standard,
                    Optional.ofNullable(standardEn));
        }
    }

    /** Figures of which the first gives no points and the second all of them. */
    record ScoringScale(
            @NotNull @Digits(integer = 12, fraction = 4) BigDecimal zeroAt,
            @NotNull @Digits(integer = 12, fraction = 4) BigDecimal fullAt) {

        private Scale scale() {
            return new Scale(zeroAt, fullAt);
        }
    }

    private static TemplateContent content(
            String name,
            @Nullable String nameEn,
            List<String> positions,
            @Nullable Boolean usual,
            List<Indicator> indicators) {
        return new TemplateContent(
                name,
                Optional.ofNullable(nameEn),
                positions.stream().distinct().toList(),
                usual != null && usual,
                indicators.stream().map(Indicator::indicator).toList());
    }
}
