package dev.keshi.performance.cycle;

import dev.keshi.contracts.performance.IndicatorResult;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Versioned;
import dev.keshi.performance.cycle.CycleWork.Place;
import dev.keshi.performance.scoring.Explanation;
import dev.keshi.performance.scoring.IndicatorFamily;
import dev.keshi.performance.scoring.WeightedIndicator;
import dev.keshi.performance.template.TemplateId;
import dev.keshi.performance.template.TemplateQueries;
import dev.keshi.service.time.EnterpriseTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Makes every grade final and tells it. */
record Publishing(
        Cycles cycles, Appraisals appraisals, TemplateQueries templates, Interviewers interviewers, EnterpriseTime time)
        implements CycleStep {

    private static final int APPRAISALS_AT_ONCE = 200;
    private static final CommandContext CONTEXT = CommandContext.of("system:cycle-publishing");

    @Override
    public Optional<Place> doPart(CycleId id, CycleDocument cycle, Place at) {
        var part = appraisals.nextBatch(id, at.after(), APPRAISALS_AT_ONCE);
        var all = part.aggregates();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        var used = Stays.templates(all, templates, cycle.plan().judged());
        var talk = interviewers.ofEach(all);
        SeveralAtOnce.inSlices(all, some -> {
            var unused = part.change(
                    some.stream().map(Versioned::id).toList(),
                    CONTEXT,
                    (one, before) -> published(new AppraisalId(one), before, cycle, used, talk));
        });
        return Optional.of(at.behind(all.getLast().state().personId(), all.size()));
    }

    private Change<AppraisalDocument> published(
            AppraisalId id,
            AppraisalDocument before,
            CycleDocument cycle,
            Map<TemplateId, JudgedTemplate> used,
            Map<String, String> talk) {
        if (before.published()) {
            return new Change<>(before, List.of());
        }
        var at = time.now().truncatedTo(ChronoUnit.MILLIS);
        var interviewer = Optional.ofNullable(talk.get(id.value()));
        var published = before.publishedBy(cycle.toCutoffs().orElseThrow(), at).toBeInterviewedBy(interviewer);
        return new Change<>(published, CycleEvents.published(id, published, cycle, results(published, used)));
    }

    @Override
    public void complete(CycleId id) {
        var grades = appraisals.grades(id);
        var unused = cycles.change(id, CONTEXT, cycle -> {
            if (cycle.status() != CycleStatus.PUBLISHING) {
                return new Change<>(cycle, List.of());
            }
            var published = cycle.with(CycleStatus.PUBLISHED);
            return new Change<>(published, List.of(CycleEvents.published(id, published, grades)));
        });
    }

    private static List<IndicatorResult> results(
            AppraisalDocument appraisal, Map<TemplateId, JudgedTemplate> templates) {
        var results = new ArrayList<IndicatorResult>();
        if (appraisal.explanation() != null
                && ExplanationText.read(appraisal.explanation()) instanceof Explanation.Mean period) {
            for (var stay : period.parts()) {
                if (stay.of() instanceof Explanation.Mean held) {
                    var template = Objects.requireNonNull(templates.get(new TemplateId(appraisal
                            .stays()
                            .get(Integer.parseInt(held.subject()))
                            .templateId())));
                    addResults(results, held, template);
                }
            }
        }
        return results;
    }

    private static void addResults(List<IndicatorResult> results, Explanation.Mean held, JudgedTemplate template) {
        for (var part : held.parts()) {
            switch (part.of()) {
                case Explanation.Mean indicator -> addResult(results, indicator.subject(), indicator, template);
                case Explanation.Measured measured ->
                    addResult(results, measured.of().indicator(), measured, template);
                case Explanation.LeftOut _, Explanation.Leaf _ -> {}
            }
        }
    }

    private static void addResult(
            List<IndicatorResult> results, String code, Explanation indicator, JudgedTemplate template) {
        indicator
                .total()
                .ifPresent(points -> results.add(new IndicatorResult(
                        template.id().value(),
                        code,
                        family(template, code).name(),
                        points.value().toString())));
    }

    private static IndicatorFamily family(JudgedTemplate template, String indicator) {
        return template.figures().judged().stream()
                .filter(one -> one.code().equals(indicator))
                .map(WeightedIndicator::family)
                .findFirst()
                .orElseThrow();
    }
}
