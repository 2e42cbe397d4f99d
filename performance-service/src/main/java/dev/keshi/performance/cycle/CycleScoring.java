package dev.keshi.performance.cycle;

import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Versioned;
import dev.keshi.performance.cycle.CycleWork.Place;
import dev.keshi.performance.indicator.IndicatorCode;
import dev.keshi.performance.indicator.IndicatorQueries;
import dev.keshi.performance.scoring.Explanation;
import dev.keshi.performance.scoring.Scoring;
import dev.keshi.performance.template.TemplateQueries;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Closes what was not given and works out the totals. */
record CycleScoring(
        Cycles cycles, Appraisals appraisals, Ratings ratings, TemplateQueries templates, IndicatorQueries indicators)
        implements CycleStep {

    private static final int APPRAISALS_AT_ONCE = 200;
    private static final CommandContext CONTEXT = CommandContext.of("system:cycle-scoring");

    @Override
    public Optional<Place> doPart(CycleId id, CycleDocument cycle, Place at) {
        var part = appraisals.next(id, at.after(), APPRAISALS_AT_ONCE);
        if (part.isEmpty()) {
            return Optional.empty();
        }
        var plan = cycle.plan();
        var scoring = new Scoring(plan.rules(), plan.period());
        var given = given(part);
        var used = Stays.templates(part, templates);
        SeveralAtOnce.each(part, appraisal -> {
            var stays = Stays.of(
                    appraisal.state(),
                    given.getOrDefault(appraisal.id(), List.of()),
                    used,
                    (number, stay, indicator, scale) -> indicators.measure(
                            new IndicatorCode(indicator),
                            scale,
                            appraisal.state().personId(),
                            Stays.days(stay)));
            score(new AppraisalId(appraisal.id()), scoring.explain(stays));
        });
        return Optional.of(at.behind(part.getLast().id(), part.size()));
    }

    /** Only once: events go on, so a part that is done again could come to another figure. */
    private void score(AppraisalId id, Explanation explained) {
        var unused = appraisals.change(
                id,
                CONTEXT,
                before -> new Change<>(
                        before.explanation() == null
                                ? before.scored(explained.total(), ExplanationText.write(explained))
                                : before,
                        List.of()));
    }

    /** By appraisal; each rating that is open is closed first, so what counts here is all that will ever count. */
    private Map<String, List<Versioned<RatingDocument>>> given(List<Versioned<AppraisalDocument>> part) {
        return ratings.of(part.stream().map(one -> new AppraisalId(one.id())).toList()).stream()
                .map(rating -> rating.state().status() == RatingStatus.OPEN
                        ? ratings.change(new RatingId(rating.id()), CONTEXT, RatingDocument::closed)
                        : rating)
                .filter(rating -> rating.state().status() == RatingStatus.GIVEN)
                .collect(Collectors.groupingBy(rating -> rating.state().appraisalId()));
    }

    @Override
    public void complete(CycleId id) {
        var people = appraisals.totals(id);
        var unused = cycles.change(id, CONTEXT, cycle -> {
            if (cycle.status() != CycleStatus.SCORING) {
                return new Change<>(cycle, List.of());
            }
            var plan = cycle.plan();
            var cutoffs = plan.distribution()
                    .map(most -> most.cutoffs(plan.thresholds(), people))
                    .orElseGet(() -> plan.thresholds().cutoffs());
            return new Change<>(cycle.scored(cutoffs), List.of());
        });
    }
}
