package dev.keshi.performance.cycle.web;

import dev.keshi.performance.cycle.CycleExtent;
import dev.keshi.performance.cycle.CycleKind;
import dev.keshi.performance.cycle.CyclePlan;
import dev.keshi.performance.cycle.InterviewNotes;
import dev.keshi.performance.cycle.OtherRules;
import dev.keshi.performance.scoring.Distribution;
import dev.keshi.performance.scoring.Grade;
import dev.keshi.performance.scoring.IndicatorFamily;
import dev.keshi.performance.scoring.MoverRule;
import dev.keshi.performance.scoring.Period;
import dev.keshi.performance.scoring.Points;
import dev.keshi.performance.scoring.RaterWeights;
import dev.keshi.performance.scoring.ScoringRules;
import dev.keshi.performance.scoring.Thresholds;
import dev.keshi.performance.scoring.Total;
import dev.keshi.performance.template.TemplateCode;
import dev.keshi.performance.template.TemplateId;
import dev.keshi.service.problem.Finding;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.text.WrittenText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

/** What callers send about cycles, appraisals and ratings. */
final class CycleRequests {

    private static final int ID = 64;
    private static final int NAME = 100;
    private static final int REASON = 1000;
    private static final int NOTES = 2000;
    private static final int MOST_TEMPLATES = 50;
    private static final int MOST_PEERS = 20;
    private static final int MOST_INDICATORS = 50;
    private static final int MOST_DAYS = 366;
    private static final int WHOLE = 100;

    /** As many as fit into an address. */
    private static final int MOST_WEIGHTS = 100;

    private static final String OTHER_WEIGHT = "[A-Za-z0-9_-]{1,64}:[a-z][a-z0-9-]{0,39}:[1-9][0-9]{0,2}";

    private CycleRequests() {}

    /**
     * What is not said is as proposed: 10, 60 and 30 for self, superior and peers; 90, 80 and 60 for the grades; three peers;
     * thirty days in a position, or half of the period's where that is less; pro rata.
     *
     * @param families those whose indicators a partial cycle judges, some and not all of them; none in a comprehensive one
     */
    record PlanCycle(
            @NotNull @Size(min = 1, max = NAME) @Pattern(regexp = WrittenText.ONE_LINE)
            String name,

            @NotNull CycleKind kind,
            @NotNull CycleExtent extent,
            @NotNull LocalDate firstDay,
            @NotNull LocalDate lastDay,
            @NotNull LocalDate populationOn,
            @Nullable @Size(min = 1, max = ID) String departmentId,

            @Nullable @Size(max = MOST_TEMPLATES) @UniqueElements
            List<@NotNull @Pattern(regexp = TemplateCode.SHAPE) String> templates,

            @Nullable @Valid Raters raterWeights,

            @Nullable @Min(ScoringRules.FEWEST_PEERS) @Max(MOST_PEERS)
            Integer minimumPeers,

            @Nullable MoverRule movers,
            @Nullable @Min(1) @Max(MOST_DAYS) Integer minimumDays,
            @Nullable @Valid Grades thresholds,
            @Nullable @Valid Ceilings distribution,
            @Nullable LocalDate ratingEndsOn,
            @Nullable Set<@NotNull IndicatorFamily> families) {

        CyclePlan toPlan() {
            if (lastDay.isBefore(firstDay)) {
                throw Problem.unprocessable("period-reversed")
                        .withErrors(List.of(Finding.at("/lastDay", "period-reversed")))
                        .toException();
            }
            var period = new Period(firstDay, lastDay);
            if (ratingEndsOn != null && !CyclePlan.endsRating(ratingEndsOn, period)) {
                throw Problem.unprocessable("rating-end-day")
                        .withErrors(List.of(Finding.at("/ratingEndsOn", "rating-end-day")))
                        .toException();
            }
            return new CyclePlan(
                    name,
                    kind,
                    extent,
                    families == null ? Set.of() : families,
                    period,
                    populationOn,
                    Optional.ofNullable(departmentId),
                    templates == null
                            ? List.of()
                            : templates.stream().map(TemplateCode::new).toList(),
                    new ScoringRules(
                            raterWeights == null ? RaterWeights.USUAL : raterWeights.weights(),
                            minimumPeers == null ? ScoringRules.FEWEST_PEERS : minimumPeers,
                            movers == null ? MoverRule.PRO_RATA : movers,
                            minimumDays == null ? ScoringRules.usualMinimumDays(firstDay, lastDay) : minimumDays),
                    thresholds == null ? Thresholds.USUAL : thresholds.thresholds(),
                    Optional.ofNullable(distribution).map(Ceilings::distribution),
                    Optional.ofNullable(ratingEndsOn));
        }
    }

    /** Percent, 100 together. */
    record Raters(
            @NotNull @Min(0) @Max(WHOLE) Integer self,
            @NotNull @Min(0) @Max(WHOLE) Integer superior,
            @NotNull @Min(0) @Max(WHOLE) Integer peer) {

        private RaterWeights weights() {
            return new RaterWeights(self, superior, peer);
        }
    }

    /** Points from which a grade is reached, with one decimal at most. */
    record Grades(
            @NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = Points.DECIMALS)
            BigDecimal excellent,

            @NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = Points.DECIMALS)
            BigDecimal good,

            @NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = Points.DECIMALS)
            BigDecimal pass) {

        private Thresholds thresholds() {
            return new Thresholds(new Total(excellent), new Total(good), new Total(pass));
        }
    }

    /** Percent of all who are scored, at most. */
    record Ceilings(
            @NotNull @Min(0) @Max(WHOLE) Integer mostExcellent,
            @NotNull @Min(0) @Max(WHOLE) Integer mostGood) {

        private Distribution distribution() {
            return new Distribution(mostExcellent, mostGood);
        }
    }

    /**
     * Rules to try a cycle with; what is not said is as the cycle has it.
     *
     * @param weights percent of an indicator: {@code id of template:code of indicator:weight}, as often as it is wanted
     */
    record ReplayRules(
            @Nullable @Min(0) @Max(WHOLE) Integer self,
            @Nullable @Min(0) @Max(WHOLE) Integer superior,
            @Nullable @Min(0) @Max(WHOLE) Integer peer,

            @Nullable @Min(ScoringRules.FEWEST_PEERS) @Max(MOST_PEERS)
            Integer minimumPeers,

            @Nullable MoverRule movers,
            @Nullable @Min(1) @Max(MOST_DAYS) Integer minimumDays,

            @Nullable @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = Points.DECIMALS)
            BigDecimal excellent,

            @Nullable @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = Points.DECIMALS)
            BigDecimal good,

            @Nullable @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = Points.DECIMALS)
            BigDecimal pass,

            @Nullable @Min(0) @Max(WHOLE) Integer mostExcellent,
            @Nullable @Min(0) @Max(WHOLE) Integer mostGood,

            @Nullable @Size(max = MOST_WEIGHTS) List<@NotNull @Pattern(regexp = OTHER_WEIGHT) String> weights) {

        OtherRules toRules() {
            return new OtherRules(
                    Optional.ofNullable(self),
                    Optional.ofNullable(superior),
                    Optional.ofNullable(peer),
                    Optional.ofNullable(minimumPeers),
                    Optional.ofNullable(movers),
                    Optional.ofNullable(minimumDays),
                    Optional.ofNullable(excellent).map(Total::new),
                    Optional.ofNullable(good).map(Total::new),
                    Optional.ofNullable(pass).map(Total::new),
                    Optional.ofNullable(mostExcellent),
                    Optional.ofNullable(mostGood),
                    weights == null ? Map.of() : byTemplate(weights));
        }

        private static Map<TemplateId, Map<String, Integer>> byTemplate(List<String> weights) {
            var byTemplate = new HashMap<TemplateId, Map<String, Integer>>();
            for (var one : weights) {
                var parts = one.split(":", -1);
                var before = byTemplate
                        .computeIfAbsent(new TemplateId(parts[0]), _ -> new HashMap<>())
                        .put(parts[1], Integer.valueOf(parts[2]));
                if (before != null) {
                    throw Problem.unprocessable("replay-weight-twice", parts[1])
                            .withErrors(List.of(Finding.ofParameter("weights", "replay-weight-twice", parts[1])))
                            .toException();
                }
            }
            return byTemplate;
        }
    }

    record NamePeers(
            @NotNull @Size(min = 1, max = MOST_PEERS) List<@NotNull @Size(min = 1, max = ID) String> personIds) {}

    record WaiveRating(
            @NotNull @Size(min = 1, max = REASON) @Pattern(regexp = WrittenText.ONE_LINE)
            String reason) {}

    record CancelCycle(
            @NotNull @Size(min = 1, max = REASON) @Pattern(regexp = WrittenText.ONE_LINE)
            String reason) {}

    record CalibrateGrade(
            @NotNull Grade grade,

            @NotNull @Size(min = 1, max = REASON) @Pattern(regexp = WrittenText.ONE_LINE)
            String reason) {}

    record HoldInterview(
            @NotNull LocalDate heldOn,

            @NotNull @Size(min = 1, max = NOTES) @Pattern(regexp = WrittenText.LINES)
            String strengths,

            @NotNull @Size(min = 1, max = NOTES) @Pattern(regexp = WrittenText.LINES)
            String weaknesses,

            @NotNull @Size(min = 1, max = NOTES) @Pattern(regexp = WrittenText.LINES)
            String measures,

            @Nullable @Size(min = 1, max = NOTES) @Pattern(regexp = WrittenText.LINES)
            String remarks) {

        InterviewNotes toNotes() {
            return new InterviewNotes(heldOn, strengths, weaknesses, measures, Optional.ofNullable(remarks));
        }
    }

    /** Each indicator of the rating, once. */
    record GiveRating(
            @NotNull @Size(min = 1, max = MOST_INDICATORS) List<@NotNull @Valid GivenPoints> points) {

        Map<String, Points> sheet() {
            var codes = points.stream().map(GivenPoints::indicator).toList();
            if (codes.stream().distinct().count() < codes.size()) {
                throw Problem.unprocessable("indicator-rated-twice")
                        .withErrors(List.of(Finding.at("/points", "indicator-rated-twice")))
                        .toException();
            }
            return points.stream().collect(Collectors.toMap(GivenPoints::indicator, one -> new Points(one.points())));
        }
    }

    record GivenPoints(
            @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,39}")
            String indicator,

            @NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = Points.DECIMALS)
            BigDecimal points) {}
}
