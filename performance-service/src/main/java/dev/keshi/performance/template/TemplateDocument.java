package dev.keshi.performance.template;

import dev.keshi.performance.scoring.IndicatorFamily;
import dev.keshi.performance.scoring.IndicatorSource;
import dev.keshi.performance.scoring.Scale;
import dev.keshi.performance.scoring.WeightedIndicator;
import java.math.BigDecimal;
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
            @Nullable ScaleDocument scale,
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
                    indicator
                            .scale()
                            .map(scale -> new ScaleDocument(scale.zeroAt(), scale.fullAt()))
                            .orElse(null),
                    indicator.name(),
                    indicator.nameEn().orElse(null),
                    indicator.standard(),
                    indicator.standardEn().orElse(null));
        }

        private TemplateIndicator toIndicator() {
            return new TemplateIndicator(
                    new WeightedIndicator(code, family, weight, source),
                    Optional.ofNullable(scale).map(one -> new Scale(one.zeroAt(), one.fullAt())),
                    name,
                    Optional.ofNullable(nameEn),
                    standard,
                    Optional.ofNullable(standardEn));
        }
    }

    record ScaleDocument(BigDecimal zeroAt, BigDecimal fullAt) {}

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
