package dev.keshi.performance.cycle;

import dev.keshi.messaging.Versioned;
import dev.keshi.performance.indicator.IndicatorCode;
import dev.keshi.performance.indicator.IndicatorQueries;
import dev.keshi.performance.scoring.Explanation.Mean;
import dev.keshi.performance.scoring.Explanation.Measured;
import dev.keshi.performance.scoring.IndicatorFamily;
import dev.keshi.performance.scoring.Measurement;
import dev.keshi.performance.scoring.Reckoning;
import dev.keshi.performance.scoring.Scale;
import dev.keshi.performance.scoring.Scoring;
import dev.keshi.performance.scoring.Total;
import dev.keshi.performance.template.TemplateQueries;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.page.Position;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What totals and grades would be by other rules, beside what they are, before they are published. Nothing of it is kept in the store. */
@Component
public class ReplayQueries {

    /** Read together while everybody is ranked; as many explanations are in memory, as in publishing. */
    private static final int APPRAISALS_AT_ONCE = 200;

    private final Cycles cycles;
    private final Appraisals appraisals;
    private final AppraisalQueries visible;
    private final Ratings ratings;
    private final CountedPeers peers;
    private final TemplateQueries templates;
    private final IndicatorQueries indicators;
    private final ReplayTotals everybody;

    ReplayQueries(
            Cycles cycles,
            Appraisals appraisals,
            AppraisalQueries visible,
            Ratings ratings,
            CountedPeers peers,
            TemplateQueries templates,
            IndicatorQueries indicators,
            ReplayTotals everybody) {
        this.cycles = cycles;
        this.appraisals = appraisals;
        this.visible = visible;
        this.ratings = ratings;
        this.peers = peers;
        this.templates = templates;
        this.indicators = indicators;
        this.everybody = everybody;
    }

    /**
     * By the same ratings and the same events as the totals that stand. Where there is a distribution, people are ranked by the other totals, and
     * whoever's result the reader may not see is not ranked: where the ceilings lie would tell it, to whoever tries enough of them.
     *
     * @throws CycleProblem.NotInCalibration before the cycle was scored, and once it is published
     * @throws CycleProblem.TrialUnderWay while everybody is being ranked
     * @throws CycleProblem when the weights are not those of templates of the cycle, or not 100 together
     */
    public Page<ReplayView> replay(CycleId id, OtherRules other, Reading reading, Paging paging) {
        var found = cycles.find(id).orElseThrow(() -> new CycleProblem.UnknownCycle(id));
        var cycle = found.state();
        if (cycle.status() != CycleStatus.CALIBRATION) {
            throw new CycleProblem.NotInCalibration();
        }
        var plan = cycle.plan();
        var trial = new Trial(new Scoring(other.rules(plan.rules()), plan.period()), plan.judged(), other, reading);
        var thresholds = other.thresholds(plan.thresholds());
        requireWeights(id, plan, other);
        var cutoffs = other.distribution(plan.distribution())
                .map(most -> most.cutoffs(thresholds, ranked(found, trial)))
                .orElseGet(thresholds::cutoffs);
        var page = paging.page(
                appraisals.next(id, paging.after().map(Position::id).orElse(""), paging.limit() + 1),
                one -> Position.of(one.id(), one.id()));
        var part = page.items();
        var totals = totals(part, trial);
        return new Page<>(
                part.stream()
                        .map(one -> {
                            var total = totals.get(one.id());
                            return total == null
                                    ? ReplayView.hidden(one)
                                    : ReplayView.of(
                                            one,
                                            cycle.toCutoffs().flatMap(one.state()::gradeBy),
                                            total,
                                            total.map(cutoffs::gradeOf));
                        })
                        .toList(),
                page.nextCursor());
    }

    private record Trial(Scoring scoring, Set<IndicatorFamily> judged, OtherRules other, Reading reading) {}

    private void requireWeights(CycleId id, CyclePlan plan, OtherRules other) {
        var known = new HashMap<>(
                JudgedTemplate.of(templates.released(other.weights().keySet()), plan.judged()));
        known.keySet().removeIf(template -> !appraisals.areJudgedBy(id, template));
        other.requireWeights(known);
    }

    /** How many reach each total by the other rules, of those whose result the reader sees. */
    private NavigableMap<Total, Long> ranked(Versioned<CycleDocument> cycle, Trial trial) {
        var id = new CycleId(cycle.id());
        return everybody.of(
                new ReplayTotals.Trial(
                        id,
                        cycle.version(),
                        trial.reading().reader(),
                        trial.scoring().rules(),
                        trial.other().weights()),
                () -> {
                    var people = new TreeMap<Total, Long>();
                    var part = appraisals.nextBatch(id, "", APPRAISALS_AT_ONCE).aggregates();
                    while (!part.isEmpty()) {
                        totals(part, trial)
                                .values()
                                .forEach(total -> total.ifPresent(points -> people.merge(points, 1L, Long::sum)));
                        part = appraisals
                                .nextBatch(id, part.getLast().state().personId(), APPRAISALS_AT_ONCE)
                                .aggregates();
                    }
                    return people;
                });
    }

    /**
     * By appraisal; those whose result the reader may not see are absent, and where nothing counts there is no total. Of those that are absent
     * no rating is read either, so how long a trial takes says nothing of what others have said there.
     */
    private Map<String, Optional<Total>> totals(List<Versioned<AppraisalDocument>> part, Trial trial) {
        var shown = visible.shown(part, trial.reading());
        var seen = part.stream()
                .filter(one -> shown.contains(new AppraisalId(one.id())))
                .toList();
        var given = given(seen);
        var used = trial.other().weighing(Stays.templates(seen, templates, trial.judged()));
        var totals = new HashMap<String, Optional<Total>>();
        for (var one : seen) {
            var stays = Stays.of(one.state(), given.getOrDefault(one.id(), List.of()), used, asScored(one.state()));
            totals.put(one.id(), trial.scoring().explain(stays).total());
        }
        return totals;
    }

    /**
     * Figures as they were when the cycle was scored, and none where there was none; only of positions that did not count then as they are
     * now.
     */
    private Stays.Measuring asScored(AppraisalDocument appraisal) {
        var counted = new HashSet<String>();
        var scored = new HashMap<String, Measurement>();
        if (appraisal.explanation() != null && ExplanationText.read(appraisal.explanation()) instanceof Mean period) {
            period.parts().forEach(stay -> {
                if (stay.of() instanceof Mean held) {
                    counted.add(held.subject());
                    held.parts().forEach(part -> {
                        if (part.of() instanceof Measured(var measurement)) {
                            scored.put(key(held.subject(), measurement.indicator()), measurement);
                        }
                    });
                }
            });
        }
        return (number, stay, indicator, scale) -> {
            var held = String.valueOf(number);
            var known = scored.get(key(held, indicator));
            if (known != null) {
                return known;
            }
            return counted.contains(held)
                    ? nothingCame(indicator, scale)
                    : indicators.measure(new IndicatorCode(indicator), scale, appraisal.personId(), Stays.days(stay));
        };
    }

    /** How it would be reckoned makes no difference. */
    private static Measurement nothingCame(String indicator, Scale scale) {
        return new Measurement(indicator, Reckoning.SUM, scale, List.of(), Measurement.Rest.NONE);
    }

    private static String key(String stay, String indicator) {
        return stay + '/' + indicator;
    }

    private Map<String, List<Versioned<RatingDocument>>> given(List<Versioned<AppraisalDocument>> part) {
        return peers.asDecided(
                ratings.of(part.stream().map(one -> new AppraisalId(one.id())).toList()).stream()
                        .filter(rating -> rating.state().status() == RatingStatus.GIVEN)
                        .collect(Collectors.groupingBy(rating -> rating.state().appraisalId())),
                part.stream().map(one -> one.state().personId()).collect(Collectors.toSet()));
    }
}
