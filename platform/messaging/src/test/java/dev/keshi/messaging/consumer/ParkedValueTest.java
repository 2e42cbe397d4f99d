package dev.keshi.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an administrator sees of an event that waits. */
class ParkedValueTest {

    private static final String MEASURE = "keshi.risk.measure-assigned.v1";
    private static final String DEPARTMENT = "keshi.org.department-renamed.v1";

    @Test
    void whatItsPublisherShowsToFewPeopleOnlyIsLeftOut() {
        assertThat(shown(MEASURE, "{\"measureId\":\"m-1\",\"budget\":\"73519.25\",\"currency\":\"CHF\"}"))
                .isEqualTo("{\"measureId\":\"m-1\"}");
    }

    @Test
    void ofWhatCannotBeReadOrIsNotKnownNothingIsShownThatMayBeConfidential() {
        assertThat(shown(MEASURE, "{\"budget\":\"73519.25\"")).isNull();
        assertThat(shown(MEASURE, "[73519.25]")).isNull();
        assertThat(shown("keshi.risk.measure-assigned.v9", "{\"budget\":\"73519.25\"}"))
                .isNull();
        assertThat(shown(null, "{\"budget\":\"73519.25\"}")).isNull();
    }

    @Test
    void whatHasNothingConfidentialIsShownAsItCameAndNotWithoutEnd() {
        assertThat(shown(DEPARTMENT, "{\"name\":\"Late")).isEqualTo("{\"name\":\"Late");
        assertThat(shown(DEPARTMENT, "x".repeat(5_000))).hasSize(4_000);
        assertThat(ParkedKeys.shown(DEPARTMENT, null)).isNull();
    }

    private static @Nullable String shown(@Nullable String type, String value) {
        return ParkedKeys.shown(type, new Binary(value.getBytes(StandardCharsets.UTF_8)));
    }
}
