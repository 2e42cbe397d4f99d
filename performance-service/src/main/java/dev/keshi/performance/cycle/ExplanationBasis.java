package dev.keshi.performance.cycle;

import dev.keshi.performance.cycle.AppraisalDocument.StayDocument;
import dev.keshi.performance.cycle.AppraisalView.CalibrationView;
import dev.keshi.performance.cycle.AppraisalView.WaiverView;
import dev.keshi.performance.cycle.CycleView.RaterWeightsView;
import dev.keshi.performance.cycle.ExplanationView.BasisView;
import dev.keshi.performance.cycle.ExplanationView.GradeView;
import dev.keshi.performance.cycle.ExplanationView.GradeView.Lowered;
import dev.keshi.performance.cycle.ExplanationView.RulesView;
import dev.keshi.performance.cycle.ExplanationView.TemplateVersionView;
import dev.keshi.performance.cycle.ExplanationView.WordsView;
import dev.keshi.performance.scoring.Explanation;
import dev.keshi.performance.scoring.Explanation.Level;
import dev.keshi.performance.scoring.Grade;
import dev.keshi.performance.scoring.RaterKind;
import dev.keshi.performance.scoring.Total;
import dev.keshi.performance.template.TemplateIndicator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the numbers of one appraisal rest on, and what people call it. Of those who rate it knows nothing, so it cannot tell of them.
 *
 * @param cycle with the rules that were agreed on
 * @param stays the positions held, by their number
 * @param templates by which they were judged, by the same number
 * @param waivers as the reader may see them
 * @param grade as the reader may see it
 * @param calibrations the same
 */
record ExplanationBasis(
        int ruleVersion,
        CycleDocument cycle,
        List<StayDocument> stays,
        List<JudgedTemplate> templates,
        List<WaiverView> waivers,
        Optional<Grade> grade,
        List<CalibrationView> calibrations) {

    ExplanationBasis {
        stays = List.copyOf(stays);
        templates = List.copyOf(templates);
        waivers = List.copyOf(waivers);
        calibrations = List.copyOf(calibrations);
    }

    /** @param stay number of a position held */
    JudgedTemplate template(String stay) {
        return templates.get(Integer.parseInt(stay));
    }

    @Nullable
    BasisView of(Explanation node, Level level, String subject) {
        return switch (level) {
            case PERIOD -> ofPeriod(node);
            case STAY -> ofStay(Integer.parseInt(subject));
            case INDICATOR, VIEW -> null;
        };
    }

    /**
     * @param held by what the position is judged that an indicator stands in
     * @param leftOut why it does not count; empty where it does
     */
    @Nullable
    WordsView words(Level level, String subject, Optional<JudgedTemplate> held, Optional<Explanation.Reason> leftOut) {
        var reason = leftOut.map(ExplanationWords::named).orElse(null);
        return switch (level) {
            case PERIOD -> new WordsView(cycle.name(), null, null, null, null, reason);
            case STAY -> {
                var content = template(subject).template().content();
                yield new WordsView(content.name(), content.nameEn().orElse(null), null, null, null, reason);
            }
            case INDICATOR ->
                held.flatMap(template -> indicator(template, subject))
                        .map(one -> new WordsView(
                                one.name(),
                                one.nameEn().orElse(null),
                                ExplanationWords.named(one.figures().family()),
                                one.standard(),
                                one.standardEn().orElse(null),
                                reason))
                        .orElse(null);
            case VIEW -> {
                var view = ExplanationWords.named(RaterKind.valueOf(subject));
                yield new WordsView(view.name(), view.nameEn(), null, null, null, reason);
            }
        };
    }

    private static Optional<TemplateIndicator> indicator(JudgedTemplate template, String code) {
        return template.indicators().stream()
                .filter(one -> one.figures().code().equals(code))
                .findFirst();
    }

    private BasisView ofPeriod(Explanation node) {
        var total = node.total();
        return new BasisView(
                ruleVersion,
                cycle.families(),
                null,
                null,
                total.map(_ -> node.weightCounted()).orElse(null),
                new RulesView(
                        new RaterWeightsView(cycle.self(), cycle.superior(), cycle.peer()),
                        cycle.minimumPeers(),
                        ExplanationWords.named(cycle.movers()),
                        cycle.minimumDays()),
                total.map(this::graded).orElse(null),
                null,
                null);
    }

    private GradeView graded(Total total) {
        var cutoffs = cycle.toCutoffs();
        var byThresholds = cutoffs.map(_ -> cycle.plan().thresholds().cutoffs().gradeOf(total));
        var byDistribution = cutoffs.map(raised -> raised.gradeOf(total));
        return new GradeView(
                grade.map(ExplanationWords::named).orElse(null),
                byThresholds.map(ExplanationWords::named).orElse(null),
                byDistribution.map(ExplanationWords::named).orElse(null),
                byDistribution.equals(byThresholds) ? null : ExplanationWords.named(Lowered.CEILING),
                CycleQueries.view(cycle.thresholds()),
                CycleQueries.distribution(cycle),
                CycleQueries.places(cycle),
                calibrations);
    }

    private BasisView ofStay(int stay) {
        var template = templates.get(stay);
        return new BasisView(
                null,
                null,
                new TemplateVersionView(template.id().value(), template.code().value(), template.version()),
                waivers.stream().filter(one -> one.stay() == stay).toList(),
                null,
                null,
                null,
                stays.get(stay).firstDay(),
                stays.get(stay).lastDay());
    }
}
