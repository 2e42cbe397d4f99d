package dev.keshi.performance.template;

import dev.keshi.performance.scoring.IndicatorFamily;
import dev.keshi.performance.scoring.IndicatorSource;
import dev.keshi.performance.scoring.Scale;
import dev.keshi.performance.scoring.WeightedIndicator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The templates of the handbook, as they come with the service. */
final class BundledTemplates {

    private static final String LIBRARY = "bundled-templates.json";

    private BundledTemplates() {}

    static Map<TemplateCode, TemplateContent> all() {
        var all = new LinkedHashMap<TemplateCode, TemplateContent>();
        for (var template : read()) {
            if (all.put(new TemplateCode(template.code()), template.content()) != null) {
                throw new IllegalStateException("Two bundled templates " + template.code());
            }
        }
        return all;
    }

    private static List<BundledTemplate> read() {
        try (var library = BundledTemplates.class.getResourceAsStream(LIBRARY)) {
            if (library == null) {
                throw new IllegalStateException(LIBRARY + " is missing");
            }
            return JsonMapper.builder().build().readValue(library, new TypeReference<List<BundledTemplate>>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private record BundledTemplate(
            String code,
            String name,
            String nameEn,
            List<String> positions,
            boolean usual,
            List<BundledIndicator> indicators) {

        TemplateContent content() {
            return new TemplateContent(
                    name,
                    Optional.of(nameEn),
                    positions,
                    usual,
                    indicators.stream().map(BundledIndicator::indicator).toList());
        }
    }

    private record BundledIndicator(
            String code,
            IndicatorFamily family,
            int weight,
            IndicatorSource source,
            String name,
            String nameEn,
            String standard,
            String standardEn) {

        TemplateIndicator indicator() {
            return new TemplateIndicator(
                    new WeightedIndicator(code, family, weight, source),
                    // Those that events feed are percentages, which are the points.
                    source == IndicatorSource.EVENTS ? Optional.of(Scale.PERCENT) : Optional.empty(),
                    name,
                    Optional.of(nameEn),
                    standard,
                    Optional.of(standardEn));
        }
    }
}
