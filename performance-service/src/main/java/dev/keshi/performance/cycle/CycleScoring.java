package dev.keshi.performance.cycle;

import dev.keshi.messaging.Batch;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Versioned;
import dev.keshi.performance.cycle.CycleWork.Place;
import dev.keshi.performance.indicator.IndicatorQueries;
import dev.keshi.performance.indicator.Wanted;
import dev.keshi.performance.scoring.Explanation;
import dev.keshi.performance.scoring.Scoring;
import dev.keshi.performance.scoring.ScoringRules;
import dev.keshi.performance.scoring.Total;
import dev.keshi.performance.template.TemplateId;
import dev.keshi.performance.template.TemplateQueries;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Closes what was not given and works out the totals. */
record CycleScoring(
        Cycles cycles,
        Appraisals appraisals,
        Ratings ratings,
        CountedPeers peers,
        TemplateQueries templates,
        IndicatorQueries indicators)
        implements CycleStep {

    private static final int APPRAISALS_AT_ONCE = 500;

    /** Characters of explanations that wait to be written; most are short, one that names many events is not. */
    private static final int MOST_TEXT = 2_000_000;

    private static final CommandContext CONTEXT = CommandContext.of("system:cycle-scoring");

    @Override
    public Optional<Place> doPart(CycleId id, CycleDocument cycle, Place at) {
        var part = appraisals.nextBatch(id, at.after(), APPRAISALS_AT_ONCE);
        var all = part.aggregates();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        var plan = cycle.plan();
        var used = Stays.templates(all, templates, plan.judged());
        SeveralAtOnce.inSlices(all, some -> score(plan, some, used, new Totals(part)));
        return Optional.of(at.behind(all.getLast().state().personId(), all.size()));
    }

    /** Each only once: events go on, so a part that is done again could come to another figure. */
    private void score(
            CyclePlan plan,
            List<Versioned<AppraisalDocument>> some,
            Map<TemplateId, JudgedTemplate> used,
            Totals totals) {
        var scoring = new Scoring(plan.rules(), plan.period());
        var given = peers.decided(given(some), plan.rules().minimumPeers());
        var unscored = some.stream()
                .filter(one -> one.state().explanation() == null)
                .collect(Collectors.toMap(one -> one.state().personId(), one -> one));
        var wanted = new HashMap<String, List<Wanted>>();
        unscored.forEach((person, one) -> wanted.put(person, Stays.wanted(one.state(), used)));
        indicators.measureEach(wanted, (person, measured) -> {
            var appraisal = Objects.requireNonNull(unscored.get(person));
            var inOrder = measured.iterator();
            var stays = Stays.of(
                    appraisal.state(),
                    given.getOrDefault(appraisal.id(), List.of()),
                    used,
                    (_, _, _, _) -> inOrder.next());
            totals.add(appraisal.id(), scoring.explain(stays));
        });
        totals.write();
    }

    /** By appraisal; each rating that is open is closed first, so what counts here is all that will ever count. */
    private Map<String, List<Versioned<RatingDocument>>> given(List<Versioned<AppraisalDocument>> some) {
        return ratings
                .close(
                        CONTEXT,
                        some.stream().map(one -> new AppraisalId(one.id())).toList())
                .stream()
                .filter(rating -> rating.state().status() == RatingStatus.GIVEN)
                .collect(Collectors.groupingBy(rating -> rating.state().appraisalId()));
    }

    /** What came out and waits to be written; however much there is to explain, it is not held together. */
    private static final class Totals {

        private final Batch<AppraisalDocument> part;
        private final Map<String, Result> waiting = new LinkedHashMap<>();
        private int length;

        private record Result(Optional<Total> total, String explanation) {}

        private Totals(Batch<AppraisalDocument> part) {
            this.part = part;
        }

        private void add(String id, Explanation explained) {
            var text = ExplanationText.write(explained);
            waiting.put(id, new Result(explained.total(), text));
            length += text.length();
            if (length > MOST_TEXT) {
                write();
            }
        }

        private void write() {
            var unused = part.change(waiting.keySet(), CONTEXT, (id, before) -> {
                var result = Objects.requireNonNull(waiting.get(id));
                return new Change<>(
                        before.explanation() == null
                                ? before.scored(result.total(), result.explanation(), ScoringRules.VERSION)
                                : before,
                        List.of());
            });
            waiting.clear();
            length = 0;
        }
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
            return new Change<>(
                    cycle.scored(
                            cutoffs,
                            people.values().stream().mapToLong(Long::longValue).sum()),
                    List.of());
        });
    }
}
