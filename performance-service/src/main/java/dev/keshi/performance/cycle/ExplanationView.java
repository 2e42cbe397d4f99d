package dev.keshi.performance.cycle;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keshi.performance.cycle.AppraisalView.CalibrationView;
import dev.keshi.performance.cycle.AppraisalView.WaiverView;
import dev.keshi.performance.cycle.CycleView.DistributionView;
import dev.keshi.performance.cycle.CycleView.PlacesView;
import dev.keshi.performance.cycle.CycleView.RaterWeightsView;
import dev.keshi.performance.cycle.CycleView.ThresholdsView;
import dev.keshi.performance.scoring.Explanation;
import dev.keshi.performance.scoring.Explanation.Leaf;
import dev.keshi.performance.scoring.Explanation.LeftOut;
import dev.keshi.performance.scoring.Explanation.Level;
import dev.keshi.performance.scoring.Explanation.Mean;
import dev.keshi.performance.scoring.Explanation.Measured;
import dev.keshi.performance.scoring.Explanation.Part;
import dev.keshi.performance.scoring.IndicatorFamily;
import dev.keshi.performance.scoring.Measurement;
import dev.keshi.performance.scoring.RaterKind;
import dev.keshi.performance.scoring.Reckoning;
import dev.keshi.performance.scoring.Total;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where points come from: a node, the weight it has among its neighbours and the nodes it is the weighted mean of. What peers
 * said is shown as one number and how many they were, never one by one.
 *
 * @param level PERIOD, STAY, INDICATOR or VIEW; absent for a single rating or event
 * @param subject days of the period, number of the position held, code of the indicator, or whose view
 * @param reference id of the rating or event
 * @param weight percent or days, beside its neighbours; of an indicator as the template has it
 * @param share of an indicator: percent that it counts for among those that the cycle judges, where that is not its weight because the cycle judges only
 *     some families
 * @param points rounded to one decimal; the calculation itself is not rounded before the total
 * @param leftOut why it does not count
 * @param peers how many peers rated
 * @param measured of an indicator that events feed: the figure, and what made it points
 * @param basis of the period and of a position held: by what it was judged
 * @param words what codes above mean, in both languages; absent for a single rating or event
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExplanationView(
        @Nullable Level level,
        @Nullable String subject,
        @Nullable String reference,
        int weight,
        @Nullable BigDecimal share,
        @Nullable BigDecimal points,
        Explanation.@Nullable Reason leftOut,
        @Nullable Integer peers,
        @Nullable MeasuredView measured,
        @Nullable List<ExplanationView> parts,
        @Nullable BasisView basis,
        @Nullable WordsView words) {

    /**
     * Who reads it needs no other page to understand a node.
     *
     * @param name of the cycle, of the template of a position held, of the indicator or of the view
     * @param nameEn absent where nobody wrote an English one
     * @param family of an indicator
     * @param standard of an indicator: how it is scored (评价标准)
     * @param leftOut why it does not count
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WordsView(
            String name,
            @Nullable String nameEn,
            @Nullable NamedView family,
            @Nullable String standard,
            @Nullable String standardEn,
            @Nullable NamedView leftOut) {}

    /** A code, and what people say for it. */
    public record NamedView(String code, String name, String nameEn) {}

    /**
     * @param ruleVersion of the period: version of the arithmetic; the same figures give the same total in one version
     * @param families of the period: those whose indicators the cycle judges; absent where it judges all
     * @param template of a position held: the version that was in force
     * @param waivers of a position held: ratings of superiors that were done without
     * @param weightCounted of the period: percent of the weight the total rests on; absent where there is no total
     * @param rules of the period: what the cycle agreed on before it began, as far as the points follow from it
     * @param grade of the period: how the points became a grade; absent where there is no total
     * @param firstDay of a position held: its first day
     * @param lastDay of a position held: its last day
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BasisView(
            @Nullable Integer ruleVersion,
            @Nullable List<IndicatorFamily> families,
            @Nullable TemplateVersionView template,
            @Nullable List<WaiverView> waivers,
            @Nullable BigDecimal weightCounted,
            @Nullable RulesView rules,
            @Nullable GradeView grade,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay) {}

    /**
     * @param raterWeights percent of each view before those that do not count are left out
     * @param minimumPeers below so many, what peers say does not count
     * @param movers how somebody is judged who held several positions
     * @param minimumDays a position held for fewer is left out
     */
    public record RulesView(RaterWeightsView raterWeights, int minimumPeers, NamedView movers, int minimumDays) {}

    /**
     * @param grade what it is, or would be if it were published now; absent until all of the cycle are scored
     * @param byThresholds what the points give by the thresholds alone; absent the same way
     * @param byDistribution what they give where the ceilings hold too; another one than the grade where it was calibrated; absent the same way
     * @param lowered why that is a lower grade than by the thresholds; absent where it is not
     * @param thresholds points from which a grade is reached, as the cycle agreed on before it began
     * @param distribution ceilings of the better grades; absent where there are none
     * @param places how many people that is room for, among all who were scored; from which points on they have them is told to nobody, because
     *     that is what somebody has; absent as the grade, where there are no ceilings, and of cycles scored before it was kept
     * @param calibrations how the grade was changed, and why, in order
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record GradeView(
            @Nullable NamedView grade,
            @Nullable NamedView byThresholds,
            @Nullable NamedView byDistribution,
            @Nullable NamedView lowered,
            ThresholdsView thresholds,
            @Nullable DistributionView distribution,
            @Nullable PlacesView places,
            List<CalibrationView> calibrations) {

        /** Why a grade is lower than the one whose threshold was reached. */
        public enum Lowered {
            CEILING
        }

        public GradeView {
            calibrations = List.copyOf(calibrations);
        }
    }

    public record TemplateVersionView(String id, String code, int version) {}

    /**
     * @param figure rounded to two decimals
     * @param zeroAt figure that gives no points
     * @param fullAt figure that gives all
     * @param events how many there are
     * @param named the latest of them, each with what it adds to the figure
     */
    public record MeasuredView(
            BigDecimal figure,
            Reckoning reckoning,
            BigDecimal zeroAt,
            BigDecimal fullAt,
            long events,
            List<EventView> named) {

        public MeasuredView {
            named = List.copyOf(named);
        }
    }

    /** @param base what the amount is divided by, together with the others */
    public record EventView(String eventId, BigDecimal amount, BigDecimal base) {}

    /** @param basis what stands behind the numbers of this appraisal */
    static ExplanationView of(Explanation root, ExplanationBasis basis) {
        return of(root, 1, null, basis, Optional.empty());
    }

    /** @param held by what the position is judged that the node is about */
    private static ExplanationView of(
            Explanation node,
            int weight,
            @Nullable BigDecimal share,
            ExplanationBasis basis,
            Optional<JudgedTemplate> held) {
        var points = node.total().map(Total::value).orElse(null);
        return switch (node) {
            case Leaf(var reference, var _) ->
                new ExplanationView(null, null, reference, weight, share, points, null, null, null, null, null, null);
            case LeftOut(var level, var subject, var reason) ->
                new ExplanationView(
                        level,
                        subject,
                        null,
                        weight,
                        share,
                        null,
                        reason,
                        null,
                        null,
                        null,
                        basis.of(node, level, subject),
                        basis.words(level, subject, held, Optional.of(reason)));
            case Mean(var level, var subject, var parts) ->
                new ExplanationView(
                        level,
                        subject,
                        null,
                        weight,
                        share,
                        points,
                        null,
                        isOfPeers(level, subject) ? parts.size() : null,
                        null,
                        isOfPeers(level, subject) ? null : parts(level, subject, parts, basis, held),
                        basis.of(node, level, subject),
                        basis.words(level, subject, held, Optional.empty()));
            case Measured(var measurement) ->
                new ExplanationView(
                        Level.INDICATOR,
                        measurement.indicator(),
                        null,
                        weight,
                        share,
                        points,
                        null,
                        null,
                        view(measurement),
                        null,
                        null,
                        basis.words(Level.INDICATOR, measurement.indicator(), held, Optional.empty()));
        };
    }

    private static List<ExplanationView> parts(
            Level level, String subject, List<Part> parts, ExplanationBasis basis, Optional<JudgedTemplate> held) {
        if (level != Level.STAY) {
            return parts.stream()
                    .map(part -> of(part.of(), part.weight(), null, basis, held))
                    .toList();
        }
        var template = basis.template(subject);
        return parts.stream()
                .map(part -> of(
                        part.of(),
                        part.weight(),
                        template.figures().share(part.weight()).orElse(null),
                        basis,
                        Optional.of(template)))
                .toList();
    }

    private static MeasuredView view(Measurement measurement) {
        return new MeasuredView(
                measurement.figure().orElseThrow(),
                measurement.reckoning(),
                measurement.scale().zeroAt(),
                measurement.scale().fullAt(),
                measurement.events(),
                measurement.named().stream()
                        .map(one -> new EventView(one.reference(), one.amount(), one.base()))
                        .toList());
    }

    private static boolean isOfPeers(Level level, String subject) {
        return level == Level.VIEW && subject.equals(RaterKind.PEER.name());
    }
}
