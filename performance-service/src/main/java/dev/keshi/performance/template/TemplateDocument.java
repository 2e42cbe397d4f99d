package dev.keshi.performance.template;

import dev.keshi.performance.scoring.IndicatorFamily;
import dev.keshi.performance.scoring.IndicatorSource;
import dev.keshi.performance.scoring.WeightedIndicator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A version of a template as it is kept. */
record TemplateDocument(
        String code,
        int version,
        boolean released,
        String name,
        @Nullable String nameEn,
        List<String> positions,
        boolean usual,
        List<Indicator> indicators) {

    TemplateDocument {
        positions = List.copyOf(positions);
        indicators = List.copyOf(indicators);
    }

    record Indicator(
            String code,
            IndicatorFamily family,
            int weight,
            IndicatorSource source,
            String name,
            @Nullable String nameEn,
            String standard,
            @Nullable String standardEn) {

        private static Indicator of(TemplateIndicator indicator) {
            var figures = indicator.figures();
            return new Indicator(
                    figures.code(),
                    figures.family(),
                    figures.weight(),
                    figures.source(),
                    indicator.name(),
                    indicator.nameEn().orElse(null),
                    indicator.standard(),
                    indicator.standardEn().orElse(null));
        }

        private TemplateIndicator toIndicator() {
            return new TemplateIndicator(
                    new WeightedIndicator(code, family, weight, source),
                    name,
                    Optional.ofNullable(nameEn),
                    standard,
                    Optional.ofNullable(standardEn));
        }
    }

    static TemplateDocument of(Template template) {
        var content = template.content();
        return new TemplateDocument(
                template.code().value(),
                template.version(),
                template.released(),
                content.name(),
                content.nameEn().orElse(null),
                content.positions(),
                content.usual(),
                content.indicators().stream().map(Indicator::of).toList());
    }

    Template toTemplate(TemplateId id) {
        return new Template(id, new TemplateCode(code), version, content(), released);
    }

    TemplateContent content() {
        return new TemplateContent(
                name,
                Optional.ofNullable(nameEn),
                positions,
                usual,
                indicators.stream().map(Indicator::toIndicator).toList());
    }
}
