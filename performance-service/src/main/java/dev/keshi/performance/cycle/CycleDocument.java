package dev.keshi.performance.cycle;

import dev.keshi.performance.scoring.Cutoffs;
import dev.keshi.performance.scoring.Distribution;
import dev.keshi.performance.scoring.IndicatorFamily;
import dev.keshi.performance.scoring.MoverRule;
import dev.keshi.performance.scoring.Period;
import dev.keshi.performance.scoring.RaterWeights;
import dev.keshi.performance.scoring.ScoringRules;
import dev.keshi.performance.scoring.Thresholds;
import dev.keshi.performance.scoring.Total;
import dev.keshi.performance.template.TemplateCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A cycle as it is kept.
 *
 * @param cancellation absent unless it was called off
 * @param appraisals how many there are; 0 until the cycle was opened
 * @param cutoffs what grades are judged by; absent until the cycle was scored
 * @param scored how many people have a total; absent until the cycle was scored, and in cycles that were scored before it was kept
 * @param secret goes into the ids of peers' ratings, so that nobody who meets one can work out whose it is; told to nobody, absent in
 *     cycles that were planned before there was one
 * @param ratingEndsOn the day by which people are reminded to rate; absent when they are not
 * @param families those that a partial cycle judges; absent where all are: in comprehensive ones, and in partial ones from before families were named
 */
record CycleDocument(
        String name,
        CycleKind kind,
        CycleExtent extent,
        LocalDate firstDay,
        LocalDate lastDay,
        LocalDate populationOn,
        @Nullable String departmentId,
        List<String> templates,
        int self,
        int superior,
        int peer,
        int minimumPeers,
        MoverRule movers,
        int minimumDays,
        Points thresholds,
        @Nullable Ceilings distribution,
        CycleStatus status,
        @Nullable Cancellation cancellation,
        long appraisals,
        @Nullable Points cutoffs,
        @Nullable Long scored,
        @Nullable String secret,
        @Nullable LocalDate ratingEndsOn,
        @Nullable List<IndicatorFamily> families) {

    CycleDocument {
        templates = List.copyOf(templates);
        families = families == null ? null : List.copyOf(families);
    }

    record Points(BigDecimal excellent, BigDecimal good, BigDecimal pass) {

        private Cutoffs toCutoffs() {
            return new Cutoffs(new Total(excellent), new Total(good), new Total(pass));
        }

        private static Points of(Cutoffs cutoffs) {
            return new Points(
                    cutoffs.excellent().value(),
                    cutoffs.good().value(),
                    cutoffs.pass().value());
        }
    }

    record Ceilings(int mostExcellent, int mostGood) {}

    record Cancellation(String reason, String by, Instant at) {}

    static CycleDocument of(CyclePlan plan, String secret) {
        var rules = plan.rules();
        return new CycleDocument(
                plan.name(),
                plan.kind(),
                plan.extent(),
                plan.period().first(),
                plan.period().last(),
                plan.populationOn(),
                plan.department().orElse(null),
                plan.templates().stream().map(TemplateCode::value).toList(),
                rules.raters().self(),
                rules.raters().superior(),
                rules.raters().peer(),
                rules.minimumPeers(),
                rules.movers(),
                rules.minimumDays(),
                Points.of(plan.thresholds().cutoffs()),
                plan.distribution()
                        .map(most -> new Ceilings(most.mostExcellent(), most.mostGood()))
                        .orElse(null),
                CycleStatus.PLANNED,
                null,
                0,
                null,
                null,
                secret,
                plan.ratingEndsOn().orElse(null),
                plan.families().isEmpty()
                        ? null
                        : plan.families().stream().sorted().toList());
    }

    CyclePlan plan() {
        var given = thresholds.toCutoffs();
        return new CyclePlan(
                name,
                kind,
                extent,
                families == null ? Set.of() : Set.copyOf(families),
                new Period(firstDay, lastDay),
                populationOn,
                Optional.ofNullable(departmentId),
                templates.stream().map(TemplateCode::new).toList(),
                new ScoringRules(new RaterWeights(self, superior, peer), minimumPeers, movers, minimumDays),
                new Thresholds(given.excellent(), given.good(), given.pass()),
                Optional.ofNullable(distribution).map(most -> new Distribution(most.mostExcellent(), most.mostGood())),
                Optional.ofNullable(ratingEndsOn));
    }

    Optional<Cutoffs> toCutoffs() {
        return Optional.ofNullable(cutoffs).map(Points::toCutoffs);
    }

    CycleDocument with(CycleStatus next) {
        return with(next, cancellation, appraisals, cutoffs, scored);
    }

    CycleDocument cancelled(Cancellation why) {
        return with(CycleStatus.CANCELLED, why, appraisals, cutoffs, scored);
    }

    CycleDocument opened(long people) {
        return with(CycleStatus.RATING, cancellation, people, cutoffs, scored);
    }

    /** @param people how many have a total */
    CycleDocument scored(Cutoffs judgedBy, long people) {
        return with(CycleStatus.CALIBRATION, cancellation, appraisals, Points.of(judgedBy), people);
    }

    /** On the day before the one by which ratings are wanted, or on that day. */
    boolean isToBeRemindedOn(LocalDate today) {
        return status == CycleStatus.RATING
                && ratingEndsOn != null
                && !today.isBefore(ratingEndsOn.minusDays(1))
                && !today.isAfter(ratingEndsOn);
    }

    private CycleDocument with(
            CycleStatus next,
            @Nullable Cancellation calledOff,
            long people,
            @Nullable Points judgedBy,
            @Nullable Long withTotal) {
        return new CycleDocument(
                name,
                kind,
                extent,
                firstDay,
                lastDay,
                populationOn,
                departmentId,
                templates,
                self,
                superior,
                peer,
                minimumPeers,
                movers,
                minimumDays,
                thresholds,
                distribution,
                next,
                calledOff,
                people,
                judgedBy,
                withTotal,
                secret,
                ratingEndsOn,
                families);
    }
}
