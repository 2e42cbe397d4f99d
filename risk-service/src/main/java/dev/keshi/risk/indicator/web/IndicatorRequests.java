package dev.keshi.risk.indicator.web;

import dev.keshi.risk.indicator.Feed;
import dev.keshi.risk.indicator.IndicatorCommand;
import dev.keshi.risk.indicator.IndicatorContent;
import dev.keshi.risk.indicator.IndicatorId;
import dev.keshi.risk.monitoring.Direction;
import dev.keshi.risk.monitoring.IndicatorRule;
import dev.keshi.risk.monitoring.Rhythm;
import dev.keshi.risk.register.RiskId;
import dev.keshi.service.problem.Finding;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.text.WrittenText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What callers send about indicators. */
final class IndicatorRequests {

    private static final int ID = 64;
    private static final int NAME = 100;
    private static final int UNIT = 20;
    private static final int WHOLE_DIGITS = 15;
    private static final int DECIMALS = 6;
    private static final int MOST_VALUES = 400;

    private IndicatorRequests() {}

    /**
     * @param ownerId the caller when it is not said
     * @param feed where its values come from by themselves
     */
    record DefineIndicator(
            @NotNull @Size(min = 1, max = ID) String riskId,

            @NotNull @Size(min = 1, max = NAME) @Pattern(regexp = WrittenText.ONE_LINE)
            String name,

            @Nullable @Size(min = 1, max = NAME) @Pattern(regexp = WrittenText.ONE_LINE)
            String nameEn,

            @NotNull @Size(min = 1, max = UNIT) @Pattern(regexp = WrittenText.ONE_LINE)
            String unit,

            @Nullable @Size(min = 1, max = ID) String ownerId,
            @NotNull @Valid Rule rule,
            @Nullable @Valid FedBy feed) {

        IndicatorCommand.Define toCommand(String caller) {
            return new IndicatorCommand.Define(
                    new RiskId(riskId),
                    content(name, nameEn, unit, ownerId == null ? caller : ownerId, rule),
                    Optional.ofNullable(feed).map(FedBy::toFeed));
        }
    }

    /** The value of a department in an indicator of performance-service. */
    record FedBy(
            @NotNull @Size(min = 1, max = ID) String performanceIndicator,
            @NotNull @Size(min = 1, max = ID) String departmentId) {

        private Feed toFeed() {
            return new Feed(performanceIndicator, departmentId);
        }
    }

    /** As it is from now on, completely. */
    record ReviseIndicator(
            @NotNull @Size(min = 1, max = NAME) @Pattern(regexp = WrittenText.ONE_LINE)
            String name,

            @Nullable @Size(min = 1, max = NAME) @Pattern(regexp = WrittenText.ONE_LINE)
            String nameEn,

            @NotNull @Size(min = 1, max = UNIT) @Pattern(regexp = WrittenText.ONE_LINE)
            String unit,

            @NotNull @Size(min = 1, max = ID) String ownerId,
            @NotNull @Valid Rule rule) {

        IndicatorCommand.Revise toCommand(IndicatorId id) {
            return new IndicatorCommand.Revise(id, content(name, nameEn, unit, ownerId, rule));
        }
    }

    /**
     * @param threshold a value that reaches it is a breach
     * @param recovery a value that reaches it ends the warning; on the good side of the threshold
     * @param breaches how many periods in a row must breach
     */
    record Rule(
            @NotNull Direction direction,

            @NotNull @Digits(integer = WHOLE_DIGITS, fraction = DECIMALS)
            BigDecimal threshold,

            @NotNull @Digits(integer = WHOLE_DIGITS, fraction = DECIMALS)
            BigDecimal recovery,

            @NotNull @Min(1) @Max(IndicatorRule.MOST_BREACHES)
            Integer breaches,

            @NotNull Rhythm rhythm) {

        private IndicatorRule toRule() {
            return new IndicatorRule(direction, threshold, recovery, breaches, rhythm);
        }
    }

    record ReportValues(
            @NotNull @Size(min = 1, max = MOST_VALUES) List<@NotNull @Valid Value> values) {

        IndicatorCommand.Report toCommand(IndicatorId id) {
            var byPeriod = new TreeMap<LocalDate, BigDecimal>();
            for (int i = 0; i < values.size(); i++) {
                var value = values.get(i);
                if (byPeriod.put(value.period(), value.value()) != null) {
                    throw Problem.unprocessable("period-twice", value.period().toString())
                            .withErrors(List.of(Finding.at(
                                    "/values/" + i + "/period",
                                    "period-twice",
                                    value.period().toString())))
                            .toException();
                }
            }
            return new IndicatorCommand.Report(id, byPeriod);
        }
    }

    /** @param period its first day */
    record Value(
            @NotNull LocalDate period,

            @NotNull @Digits(integer = WHOLE_DIGITS, fraction = DECIMALS)
            BigDecimal value) {}

    private static IndicatorContent content(
            String name, @Nullable String nameEn, String unit, String ownerId, Rule rule) {
        return new IndicatorContent(name, Optional.ofNullable(nameEn), unit, ownerId, rule.toRule());
    }
}
