package dev.keshi.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ConsumerSettingsTest {

    @Test
    void followersLookEveryThreeSecondsUnlessSaidOtherwise() {
        assertThat(settings(Map.of()).followEvery()).isEqualTo(Duration.ofSeconds(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1s", "20s", "1h"})
    void theyLookAsOftenAsIsSaid(String every) {
        assertThat(settings(Map.of("keshi.consumer.follow-every", every)).followEvery())
                .isEqualTo(Duration.parse("PT" + every));
    }

    /** Looks without a pause would be all that the store does, and what a replica that died has left would wait for a day. */
    @ParameterizedTest
    @ValueSource(strings = {"0s", "-3s", "999ms", "3601s", "1d"})
    void lessThanASecondAndMoreThanAnHourAreRefused(String every) {
        assertThatThrownBy(() -> settings(Map.of("keshi.consumer.follow-every", every)))
                .hasRootCauseMessage("keshi.consumer.follow-every: "
                        + (every.equals("1d") ? Duration.ofDays(1) : Duration.parse(duration(every))));
    }

    private static String duration(String every) {
        return every.equals("999ms") ? "PT0.999S" : "PT" + every;
    }

    private static ConsumerSettings settings(Map<String, String> said) {
        return new Binder(new MapConfigurationPropertySource(said))
                .bindOrCreate("keshi.consumer", ConsumerSettings.class);
    }
}
