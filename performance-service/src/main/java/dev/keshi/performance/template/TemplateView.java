package dev.keshi.performance.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keshi.messaging.Versioned;
import dev.keshi.performance.scoring.IndicatorFamily;
import dev.keshi.performance.scoring.IndicatorSource;
import java.math.BigDecimal;
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
     * @param scale of an indicator that events feed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Indicator(
            String code,
            IndicatorFamily family,
            int weight,
            IndicatorSource source,
            @Nullable ScaleView scale,
            String name,
            @Nullable String nameEn,
            String standard,
            @Nullable String standardEn) {}

    /** From which figure there are points, and from which all of them; in between a straight line. */
    public record ScaleView(BigDecimal zeroAt, BigDecimal fullAt) {}

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
                                        one.scale() == null
                                                ? null
                                                : new ScaleView(
                                                        one.scale().zeroAt(),
                                                        one.scale().fullAt()),
                                        one.name(),
                                        one.nameEn(),
                                        one.standard(),
                                        one.standardEn()))
                                .toList()));
    }
}
