package dev.keshi.performance.cycle;

import dev.keshi.messaging.Versioned;
import dev.keshi.performance.indicator.IndicatorCode;
import dev.keshi.performance.indicator.IndicatorQueries;
import dev.keshi.performance.scoring.Explanation.Mean;
import dev.keshi.performance.scoring.Explanation.Measured;
import dev.keshi.performance.scoring.Measurement;
import dev.keshi.performance.scoring.Scoring;
import dev.keshi.performance.template.TemplateQueries;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.page.Position;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What totals and grades would be by other rules, beside what they are, before they are published. Nothing of it is kept. */
@Component
public class ReplayQueries {

    private final Cycles cycles;
    private final Appraisals appraisals;
    private final AppraisalQueries visible;
    private final Ratings ratings;
    private final TemplateQueries templates;
    private final IndicatorQueries indicators;

    ReplayQueries(
            Cycles cycles,
            Appraisals appraisals,
            AppraisalQueries visible,
            Ratings ratings,
            TemplateQueries templates,
            IndicatorQueries indicators) {
        this.cycles = cycles;
        this.appraisals = appraisals;
        this.visible = visible;
        this.ratings = ratings;
        this.templates = templates;
        this.indicators = indicators;
    }

    /**
     * By the same ratings and the same events as the totals that stand. Grades by other rules follow from thresholds alone: a
     * distribution needs everybody's total.
     *
     * @throws CycleProblem.NotInCalibration before the cycle was scored, and once it is published
     */
    public Page<ReplayView> replay(CycleId id, OtherRules other, Reading reading, Paging paging) {
        var cycle = cycles.find(id)
                .orElseThrow(() -> new CycleProblem.UnknownCycle(id))
                .state();
        if (cycle.status() != CycleStatus.CALIBRATION) {
            throw new CycleProblem.NotInCalibration();
        }
        var page = paging.page(
                appraisals.next(id, paging.after().map(Position::id).orElse(""), paging.limit() + 1),
                one -> Position.of(one.id(), one.id()));
        var part = page.items();
        var shown = visible.shown(part, reading);
        var given = given(part);
        var used = Stays.templates(part, templates);
        var plan = cycle.plan();
        var scoring = new Scoring(other.rules(plan.rules()), plan.period());
        var cutoffs = other.thresholds(plan.thresholds()).cutoffs();
        return new Page<>(
                part.stream()
                        .map(one -> {
                            if (!shown.contains(new AppraisalId(one.id()))) {
                                return ReplayView.hidden(one);
                            }
                            var stays = Stays.of(
                                    one.state(), given.getOrDefault(one.id(), List.of()), used, asScored(one.state()));
                            var total = scoring.explain(stays).total();
                            return ReplayView.of(
                                    one,
                                    cycle.toCutoffs().flatMap(one.state()::gradeBy),
                                    total,
                                    total.map(cutoffs::gradeOf));
                        })
                        .toList(),
                page.nextCursor());
    }

    /** Figures as they were when the cycle was scored; only of positions that did not count then as they are now. */
    private Stays.Measuring asScored(AppraisalDocument appraisal) {
        var scored = new HashMap<String, Measurement>();
        if (appraisal.explanation() != null && ExplanationText.read(appraisal.explanation()) instanceof Mean period) {
            period.parts().forEach(stay -> {
                if (stay.of() instanceof Mean held) {
                    held.parts().forEach(part -> {
                        if (part.of() instanceof Measured(var measurement)) {
                            scored.put(key(held.subject(), measurement.indicator()), measurement);
                        }
                    });
                }
            });
        }
        return (number, stay, indicator, scale) -> {
            var known = scored.get(key(String.valueOf(number), indicator));
            return known != null
                    ? known
                    : indicators.measure(new IndicatorCode(indicator), scale, appraisal.personId(), Stays.days(stay));
        };
    }

    private static String key(String stay, String indicator) {
        return stay + '/' + indicator;
    }

    private Map<String, List<Versioned<RatingDocument>>> given(List<Versioned<AppraisalDocument>> part) {
        return ratings.of(part.stream().map(one -> new AppraisalId(one.id())).toList()).stream()
                .filter(rating -> rating.state().status() == RatingStatus.GIVEN)
                .collect(Collectors.groupingBy(rating -> rating.state().appraisalId()));
    }
}
