package dev.keshi.performance.cycle;

import dev.keshi.messaging.Versioned;
import dev.keshi.performance.cycle.AppraisalDocument.StayDocument;
import dev.keshi.performance.indicator.IndicatorCode;
import dev.keshi.performance.indicator.Wanted;
import dev.keshi.performance.scoring.IndicatorFamily;
import dev.keshi.performance.scoring.Measurement;
import dev.keshi.performance.scoring.Period;
import dev.keshi.performance.scoring.Scale;
import dev.keshi.performance.scoring.Stay;
import dev.keshi.performance.template.TemplateId;
import dev.keshi.performance.template.TemplateQueries;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** What is known of the positions somebody held, as scoring needs it. */
final class Stays {

    private Stays() {}

    /** Where the figure of an indicator comes from that events feed. */
    @FunctionalInterface
    interface Measuring {

        /** @param number of the position held, from 0 */
        Measurement measure(int number, StayDocument stay, String indicator, Scale scale);
    }

    /** Those by which these people are judged. @param families that their cycle judges */
    static Map<TemplateId, JudgedTemplate> templates(
            Collection<Versioned<AppraisalDocument>> appraisals,
            TemplateQueries templates,
            Set<IndicatorFamily> families) {
        return JudgedTemplate.of(
                templates.released(appraisals.stream()
                        .flatMap(one -> one.state().stays().stream())
                        .map(stay -> new TemplateId(stay.templateId()))
                        .distinct()
                        .toList()),
                families);
    }

    /** @param given ratings of the appraisal that count */
    static List<Stay> of(
            AppraisalDocument appraisal,
            List<Versioned<RatingDocument>> given,
            Map<TemplateId, JudgedTemplate> templates,
            Measuring measuring) {
        return IntStream.range(0, appraisal.stays().size())
                .mapToObj(number -> {
                    var stay = appraisal.stays().get(number);
                    var template = template(stay, templates);
                    return new Stay(
                            String.valueOf(number),
                            days(stay),
                            template.figures(),
                            given.stream()
                                    .filter(rating -> rating.state().stay() == number)
                                    .map(rating -> rating.state().sheet(rating.id()))
                                    .toList(),
                            measured(number, stay, template, measuring));
                })
                .toList();
    }

    /** What is to be measured, in the order in which {@link #of} asks for it. */
    static List<Wanted> wanted(AppraisalDocument appraisal, Map<TemplateId, JudgedTemplate> templates) {
        return appraisal.stays().stream()
                .flatMap(stay -> template(stay, templates).indicators().stream()
                        .flatMap(one -> one.scale().stream()
                                .map(scale -> new Wanted(
                                        new IndicatorCode(one.figures().code()), scale, days(stay)))))
                .toList();
    }

    private static JudgedTemplate template(StayDocument stay, Map<TemplateId, JudgedTemplate> templates) {
        var template = templates.get(new TemplateId(stay.templateId()));
        if (template == null) {
            throw new IllegalStateException("No released template " + stay.templateId());
        }
        return template;
    }

    static Period days(StayDocument stay) {
        return new Period(stay.firstDay(), stay.lastDay());
    }

    private static List<Measurement> measured(
            int number, StayDocument stay, JudgedTemplate template, Measuring measuring) {
        return template.indicators().stream()
                .flatMap(one -> one.scale().stream()
                        .map(scale ->
                                measuring.measure(number, stay, one.figures().code(), scale)))
                .toList();
    }
}
