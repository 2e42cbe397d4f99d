package dev.keshi.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailpointTest {

    @AfterEach
    void disarm() {
        RandomCrash.disarm();
    }

    @ParameterizedTest
    @EnumSource(Failpoint.class)
    void aTrapIsToldWhichPlaceWasReached(Failpoint place) {
        RandomCrash.arm(true);

        if (place == Failpoint.AFTER_COMMIT) {
            assertThatThrownBy(place::reached).isInstanceOf(RandomCrash.Crash.class);
        } else {
            assertThatCode(place::reached).doesNotThrowAnyException();
        }
    }

    /** The classes of this module as a service has them: without those of its tests, which bring a trap. */
    @Test
    void nothingHappensAnywhereWhereNoTrapIsOnTheClassPath() throws Exception {
        URL classes = Failpoint.class.getProtectionDomain().getCodeSource().getLocation();
        try (var packaged = new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
            var failpoint = packaged.loadClass(Failpoint.class.getName());
            var trap = packaged.loadClass(Failpoint.Trap.class.getName());

            assertThat(failpoint).isNotSameAs(Failpoint.class);
            assertThat(ServiceLoader.load(trap, packaged)).isEmpty();
            assertThat(failpoint.getEnumConstants()).hasSameSizeAs(Failpoint.values());
            for (Object place : failpoint.getEnumConstants()) {
                assertThatCode(() -> failpoint.getMethod("reached").invoke(place))
                        .doesNotThrowAnyException();
            }
        }
    }
}
