package dev.keshi.performance.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class BundledIndicatorsTest {

    private static final String TEMPLATES = "/dev/keshi/performance/template/bundled-templates.json";

    /** A template that came with an indicator nobody defines would judge nobody by it, and say nothing. */
    @Test
    void whatBundledTemplatesMeasureIsDefinedAndAPercentageOfWhichMoreIsBetter() throws IOException {
        try (var library = BundledIndicators.class.getResourceAsStream(TEMPLATES)) {
            var measured = JsonMapper.shared()
                    .readTree(library)
                    .valueStream()
                    .flatMap(template -> template.path("indicators").valueStream())
                    .filter(indicator -> indicator.path("source").asString().equals("EVENTS"))
                    .map(indicator -> indicator.path("code").asString())
                    .distinct()
                    .toList();

            assertThat(measured).contains("tasks-on-time", "tasks-right-first-time", "training-on-time");
            assertThat(measured)
                    .allSatisfy(code -> assertThat(BundledIndicators.ALL)
                            .filteredOn(one -> one.code().value().equals(code))
                            .singleElement()
                            .satisfies(one -> {
                                assertThat(one.formula().unit()).isEqualTo(Unit.PERCENT);
                                assertThat(one.formula().better(one.better())).isEqualTo(Optional.of(Better.MORE));
                            }));
        }
    }
}
