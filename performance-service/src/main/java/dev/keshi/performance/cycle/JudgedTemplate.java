package dev.keshi.performance.cycle;

import dev.keshi.performance.scoring.IndicatorFamily;
import dev.keshi.performance.scoring.Indicators;
import dev.keshi.performance.template.ReleasedTemplate;
import dev.keshi.performance.template.TemplateCode;
import dev.keshi.performance.template.TemplateId;
import dev.keshi.performance.template.TemplateIndicator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A template as a cycle judges by it: all of it, or its indicators of some families. Whatever a cycle does with a template, from what people are asked
 * to what is explained and tried, it takes from here, so that what is not judged is nowhere.
 *
 * @param template with what is not judged
 * @param indicators those that are judged, in the words of those who judge and are judged
 */
record JudgedTemplate(ReleasedTemplate template, Indicators figures, List<TemplateIndicator> indicators) {

    JudgedTemplate {
        indicators = List.copyOf(indicators);
    }

    /** @param families those that are judged */
    static JudgedTemplate of(ReleasedTemplate template, Set<IndicatorFamily> families) {
        var figures = template.content().figures().judging(families);
        return new JudgedTemplate(
                template,
                figures,
                template.content().indicators().stream()
                        .filter(one -> figures.judges(one.figures()))
                        .toList());
    }

    static Map<TemplateId, JudgedTemplate> of(
            Map<TemplateId, ReleasedTemplate> released, Set<IndicatorFamily> families) {
        return released.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> of(one.getValue(), families)));
    }

    TemplateId id() {
        return template.id();
    }

    TemplateCode code() {
        return template.code();
    }

    int version() {
        return template.version();
    }

    /** To be tried; what was released stays what it is. @param weights see {@link ReleasedTemplate#weighing} */
    JudgedTemplate weighing(Map<String, Integer> weights) {
        return of(template.weighing(weights), figures.families());
    }
}
