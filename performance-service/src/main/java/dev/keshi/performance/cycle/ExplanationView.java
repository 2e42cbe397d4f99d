package dev.keshi.performance.cycle;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keshi.performance.cycle.AppraisalView.WaiverView;
import dev.keshi.performance.scoring.Explanation;
import dev.keshi.performance.scoring.Explanation.Leaf;
import dev.keshi.performance.scoring.Explanation.LeftOut;
import dev.keshi.performance.scoring.Explanation.Level;
import dev.keshi.performance.scoring.Explanation.Mean;
import dev.keshi.performance.scoring.Explanation.Measured;
import dev.keshi.performance.scoring.Explanation.Part;
import dev.keshi.performance.scoring.Fraction;
import dev.keshi.performance.scoring.IndicatorFamily;
import dev.keshi.performance.scoring.Measurement;
import dev.keshi.performance.scoring.RaterKind;
import dev.keshi.performance.scoring.Reckoning;
import dev.keshi.performance.scoring.Total;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
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
        @Nullable BasisView basis) {

    private static final int WHOLE = 100;

    /**
     * @param ruleVersion of the period: version of the arithmetic; the same figures give the same total in one version
     * @param families of the period: those whose indicators the cycle judges; absent where it judges all
     * @param template of a position held: the version that was in force
     * @param waivers of a position held: ratings of superiors that were done without
     * @param weightCounted of the period: percent of the weight the total rests on; absent where there is no total
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BasisView(
            @Nullable Integer ruleVersion,
            @Nullable List<IndicatorFamily> families,
            @Nullable TemplateVersionView template,
            @Nullable List<WaiverView> waivers,
            @Nullable BigDecimal weightCounted) {}

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
    static ExplanationView of(Explanation root, Basis basis) {
        return of(root, 1, null, basis);
    }

    private static ExplanationView of(Explanation node, int weight, @Nullable BigDecimal share, Basis basis) {
        var points = node.total().map(Total::value).orElse(null);
        return switch (node) {
            case Leaf(var reference, var _) ->
                new ExplanationView(null, null, reference, weight, share, points, null, null, null, null, null);
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
                        basis.of(node, level, subject));
            case Mean(var level, var subject, var parts)
            when isOfPeers(level, subject) ->
                new ExplanationView(level, subject, null, weight, share, points, null, parts.size(), null, null, null);
            case Mean(var level, var subject, var parts) ->
                new ExplanationView(
                        level,
                        subject,
                        null,
                        weight,
                        share,
                        points,
                        null,
                        null,
                        null,
                        parts.stream()
                                .map(part -> of(part.of(), part.weight(), share(level, part, parts), basis))
                                .toList(),
                        basis.of(node, level, subject));
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
                        null);
        };
    }

    /** The weights of a whole template are 100 together. */
    private static @Nullable BigDecimal share(Level parent, Part part, List<Part> parts) {
        int together = parts.stream().mapToInt(Part::weight).sum();
        return parent == Level.STAY && together != WHOLE ? Fraction.percent(part.weight(), together) : null;
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

    /**
     * What the numbers of one appraisal rest on.
     *
     * @param families those that the cycle judges; empty: all
     * @param templates of the positions held, by their number
     * @param waivers as the reader may see them
     */
    record Basis(
            int ruleVersion, Set<IndicatorFamily> families, List<JudgedTemplate> templates, List<WaiverView> waivers) {

        private @Nullable BasisView of(Explanation node, Level level, String subject) {
            return switch (level) {
                case PERIOD ->
                    new BasisView(
                            ruleVersion,
                            families.isEmpty()
                                    ? null
                                    : families.stream().sorted().toList(),
                            null,
                            null,
                            node.total().map(_ -> node.weightCounted()).orElse(null));
                case STAY -> ofStay(Integer.parseInt(subject));
                case INDICATOR, VIEW -> null;
            };
        }

        private BasisView ofStay(int stay) {
            var template = templates.get(stay);
            return new BasisView(
                    null,
                    null,
                    new TemplateVersionView(
                            template.id().value(), template.code().value(), template.version()),
                    waivers.stream().filter(one -> one.stay() == stay).toList(),
                    null);
        }
    }

    private static boolean isOfPeers(Level level, String subject) {
        return level == Level.VIEW && subject.equals(RaterKind.PEER.name());
    }
}
