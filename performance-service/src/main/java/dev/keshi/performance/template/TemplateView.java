package dev.keshi.performance.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keshi.messaging.Versioned;
import dev.keshi.performance.scoring.IndicatorFamily;
import dev.keshi.performance.scoring.IndicatorSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a template.
 *
 * @param positions names of the role templates of the positions that it is for; empty: for everybody
 * @param usual whether it is taken when a cycle asks for no other
 * @param released a draft can still be revised
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TemplateView(
        String id,
        String code,
        int version,
        boolean released,
        String name,
        @Nullable String nameEn,
        List<String> positions,
        boolean usual,
        List<Indicator> indicators) {

    public TemplateView {
        positions = List.copyOf(positions);
        indicators = List.copyOf(indicators);
    }

    /**
     * @param standard how to score it
     * @param weight percent of the total
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Indicator(
            String code,
            IndicatorFamily family,
            int weight,
            IndicatorSource source,
            String name,
            @Nullable String nameEn,
            String standard,
            @Nullable String standardEn) {}

    static Versioned<TemplateView> of(Versioned<TemplateDocument> template) {
        var state = template.state();
        return new Versioned<>(
                template.id(),
                template.version(),
                new TemplateView(
                        template.id(),
                        state.code(),
                        state.version(),
                        state.released(),
                        state.name(),
                        state.nameEn(),
                        state.positions(),
                        state.usual(),
                        state.indicators().stream()
                                .map(one -> new Indicator(
                                        one.code(),
                                        one.family(),
                                        one.weight(),
                                        one.source(),
                                        one.name(),
                                        one.nameEn(),
                                        one.standard(),
                                        one.standardEn()))
                                .toList()));
    }
}
