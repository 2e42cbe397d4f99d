package dev.keshi.performance.template;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.performance.TemplateReleasedV1;
import java.util.List;

/** What happened, in the words that other services read. */
final class TemplateEventTranslator {

    private TemplateEventTranslator() {}

    static List<PublishedEvent> translate(List<TemplateEvent> events) {
        return events.stream().map(TemplateEventTranslator::translate).toList();
    }

    private static PublishedEvent translate(TemplateEvent event) {
        return switch (event) {
            case TemplateEvent.Released(var id, var code, var version, var content) ->
                new TemplateReleasedV1(
                        id.value(),
                        code.value(),
                        version,
                        content.name(),
                        content.nameEn().orElse(null),
                        content.positions(),
                        content.indicators().stream()
                                .map(TemplateEventTranslator::indicator)
                                .toList());
        };
    }

    private static dev.keshi.contracts.performance.TemplateIndicator indicator(TemplateIndicator indicator) {
        var figures = indicator.figures();
        return new dev.keshi.contracts.performance.TemplateIndicator(
                figures.code(),
                indicator.name(),
                indicator.nameEn().orElse(null),
                figures.family().name(),
                figures.weight(),
                figures.source().name());
    }
}
