package dev.keshi.risk.register.web;

import dev.keshi.risk.matrix.Exposure;
import dev.keshi.risk.register.Money;
import dev.keshi.risk.register.Reduction;
import dev.keshi.risk.register.RiskCommand;
import dev.keshi.risk.register.RiskContent;
import dev.keshi.risk.register.RiskId;
import dev.keshi.risk.register.RiskKind;
import dev.keshi.risk.register.RiskResponse;
import dev.keshi.service.problem.Finding;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.text.WrittenText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What callers send about risks. */
final class RiskRequests {

    private static final int ID = 64;
    private static final int TITLE = 200;
    private static final int LONG = 2000;
    private static final int WHOLE_DIGITS = 13;
    private static final int DECIMALS = 2;

    private RiskRequests() {}

    /**
     * @param ownerId the caller when it is not said
     * @param current as the inherent one when it is not said
     */
    record RegisterRisk(
            @NotNull RiskKind kind,

            @NotNull @Size(min = 1, max = TITLE) @Pattern(regexp = WrittenText.ONE_LINE)
            String title,

            @NotNull @Size(min = 1, max = LONG) @Pattern(regexp = WrittenText.LINES)
            String description,

            @Nullable @Size(min = 1, max = LONG) @Pattern(regexp = WrittenText.LINES)
            String cause,

            @Nullable @Size(min = 1, max = LONG) @Pattern(regexp = WrittenText.LINES)
            String consequences,

            @NotNull @Size(min = 1, max = ID) String departmentId,
            @Nullable @Size(min = 1, max = ID) String ownerId,
            @NotNull @Valid Rating inherent,
            @Nullable @Valid Rating current,
            @Nullable @Valid Rating target,
            @Nullable @Size(min = 1, max = ID) String roundId) {

        RiskCommand.Register toCommand(String caller) {
            return new RiskCommand.Register(
                    content(kind, title, description, cause, consequences),
                    departmentId,
                    ownerId == null ? caller : ownerId,
                    inherent.toExposure(),
                    Optional.ofNullable(current).map(Rating::toExposure),
                    Optional.ofNullable(target).map(Rating::toExposure),
                    Optional.ofNullable(roundId));
        }
    }

    /** The description as it is from now on, completely. */
    record DescribeRisk(
            @NotNull RiskKind kind,

            @NotNull @Size(min = 1, max = TITLE) @Pattern(regexp = WrittenText.ONE_LINE)
            String title,

            @NotNull @Size(min = 1, max = LONG) @Pattern(regexp = WrittenText.LINES)
            String description,

            @Nullable @Size(min = 1, max = LONG) @Pattern(regexp = WrittenText.LINES)
            String cause,

            @Nullable @Size(min = 1, max = LONG) @Pattern(regexp = WrittenText.LINES)
            String consequences) {

        RiskCommand.Describe toCommand(RiskId id) {
            return new RiskCommand.Describe(id, content(kind, title, description, cause, consequences));
        }
    }

    record NameOwner(@NotNull @Size(min = 1, max = ID) String ownerId) {}

    record GiveReason(
            @NotNull @Size(min = 1, max = LONG) @Pattern(regexp = WrittenText.LINES)
            String reason) {}

    /** @param likelihood 1 to 5 */
    record Rating(
            @NotNull @Min(1) @Max(Exposure.STEPS) Integer likelihood,
            @NotNull @Min(1) @Max(Exposure.STEPS) Integer impact) {

        private Exposure toExposure() {
            return new Exposure(likelihood, impact);
        }
    }

    record AssessRisk(
            @NotNull @Valid Rating current,
            @Nullable @Valid Rating target,

            @NotNull @Size(min = 1, max = LONG) @Pattern(regexp = WrittenText.LINES)
            String note) {

        RiskCommand.Assess toCommand(RiskId id) {
            return new RiskCommand.Assess(
                    id, current.toExposure(), Optional.ofNullable(target).map(Rating::toExposure), note);
        }
    }

    /** @param acceptedUntil the last day of an acceptance */
    record RespondToRisk(
            @NotNull RiskResponse response,

            @NotNull @Size(min = 1, max = LONG) @Pattern(regexp = WrittenText.LINES)
            String rationale,

            @Nullable LocalDate acceptedUntil) {

        RiskCommand.Respond toCommand(RiskId id) {
            return new RiskCommand.Respond(id, response, rationale, Optional.ofNullable(acceptedUntil));
        }
    }

    /** @param currency ISO 4217 */
    record Amount(
            @NotNull @DecimalMin("0") @Digits(integer = WHOLE_DIGITS, fraction = DECIMALS)
            BigDecimal amount,

            @NotNull @Pattern(regexp = "[A-Z]{3}") String currency) {

        /** @param name of the member it stands in */
        private Money toMoney(String name) {
            if (Currency.getAvailableCurrencies().stream()
                    .noneMatch(one -> one.getCurrencyCode().equals(currency))) {
                throw Problem.unprocessable("currency-unknown", currency)
                        .withErrors(List.of(Finding.at("/" + name + "/currency", "currency-unknown", currency)))
                        .toException();
            }
            return new Money(amount, currency);
        }
    }

    /** @param likelihood steps of the matrix */
    record Steps(
            @NotNull @Min(0) @Max(Reduction.MOST) Integer likelihood,
            @NotNull @Min(0) @Max(Reduction.MOST) Integer impact) {

        private Reduction toReduction() {
            return new Reduction(likelihood, impact);
        }
    }

    /** @param expected what it is to take off */
    record PlanMeasure(
            @NotNull @Size(min = 1, max = TITLE) @Pattern(regexp = WrittenText.ONE_LINE)
            String title,

            @NotNull @Size(min = 1, max = ID) String ownerId,
            @NotNull LocalDate dueOn,
            @Nullable @Valid Amount budget,
            @NotNull @Valid Steps expected) {

        RiskCommand.PlanMeasure toCommand(RiskId id) {
            return new RiskCommand.PlanMeasure(
                    id,
                    title,
                    ownerId,
                    dueOn,
                    Optional.ofNullable(budget).map(money -> money.toMoney("budget")),
                    expected.toReduction());
        }
    }

    /** @param actual what it took off; as expected when it is not said */
    record CompleteMeasure(
            @Nullable @Valid Amount cost,
            @Nullable @Valid Steps actual,

            @NotNull @Size(min = 1, max = LONG) @Pattern(regexp = WrittenText.LINES)
            String outcome) {

        RiskCommand.CompleteMeasure toCommand(RiskId id, String measureId) {
            return new RiskCommand.CompleteMeasure(
                    id,
                    measureId,
                    Optional.ofNullable(cost).map(money -> money.toMoney("cost")),
                    Optional.ofNullable(actual).map(Steps::toReduction),
                    outcome);
        }
    }

    /** @param effective whether the assessment is closed by it */
    record VerifyRisk(
            @NotNull Boolean effective,
            @NotNull @Valid Rating current,

            @NotNull @Size(min = 1, max = LONG) @Pattern(regexp = WrittenText.LINES)
            String note) {

        RiskCommand.Verify toCommand(RiskId id) {
            return new RiskCommand.Verify(id, effective, current.toExposure(), note);
        }
    }

    private static RiskContent content(
            RiskKind kind, String title, String description, @Nullable String cause, @Nullable String consequences) {
        return new RiskContent(kind, title, description, Optional.ofNullable(cause), Optional.ofNullable(consequences));
    }
}
