package dev.keshi.launcher.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keshi.infrastructure.process.LocalFailure;
import dev.keshi.infrastructure.process.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnterpriseClockTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    /** The 22nd in Shanghai, still the 21st in Greenwich. */
    private static final Clock MACHINE = Clock.fixed(Instant.parse("2026-11-21T17:00:00Z"), ZoneOffset.UTC);

    private StateFolder state;
    private EnterpriseClock clock;

    @BeforeEach
    void newState(@TempDir Path folder) {
        state = new StateFolder(folder);
        clock = EnterpriseClock.of(state, MACHINE);
    }

    @Test
    void whereNobodyMovedItItIsTheMachinesInTheEnterprisesZone() {
        assertThat(clock.wasMoved()).isFalse();
        assertThat(clock.offset()).isZero();
        assertThat(clock.today()).isEqualTo(TODAY);
    }

    @Test
    void setBackItEndsTodayWhenTheDaysHavePassed() {
        clock.beginBefore(91);
        assertThat(clock.today()).isEqualTo(TODAY.minusDays(91));

        clock.forwardTo(TODAY.minusDays(40));
        assertThat(clock.offset()).isEqualTo(Duration.ofDays(-40));

        clock.forwardTo(TODAY);
        assertThat(clock.offset()).isZero();
    }

    @Test
    void itNeverGoesBack() {
        clock.forwardTo(TODAY.plusDays(3));

        clock.forwardTo(TODAY);
        clock.catchUp();

        assertThat(clock.today()).isEqualTo(TODAY.plusDays(3));
    }

    @Test
    void whatIsBehindCatchesUp() {
        clock.beginBefore(5);

        clock.catchUp();

        assertThat(clock.today()).isEqualTo(TODAY);
    }

    @Test
    void aFileThatSaysNothingIsOneSentenceWithTheFix() throws IOException {
        Files.writeString(EnterpriseClock.file(state), "tomorrow");

        assertThatExceptionOfType(LocalFailure.class)
                .isThrownBy(clock::today)
                .withMessageContaining("./keshi reset --yes");
    }

    @Test
    void onlyAPlatformThatNeverKeptAnythingBeginsBefore() throws IOException {
        var used = new StateFolder(state.root().resolve("used"));
        Files.createDirectories(used.data("mongodb"));

        platform(state, Map.of()).beginBefore(91);
        platform(used, Map.of()).beginBefore(91);

        assertThat(EnterpriseClock.of(state).offset()).isEqualTo(Duration.ofDays(-91));
        assertThat(EnterpriseClock.of(used).offset()).isZero();
    }

    @Test
    void aServerOfSomebodyElseKeepsItsTime() {
        platform(state, Map.of("MONGODB_URI", "mongodb://elsewhere/")).beginBefore(91);

        assertThat(EnterpriseClock.of(state).offset()).isZero();
    }

    @Test
    void aClockThatWasMovedIsNotSetBackAgain() {
        clock.forwardTo(TODAY.plusDays(3));

        platform(state, Map.of()).beginBefore(91);

        assertThat(clock.offset()).isEqualTo(Duration.ofDays(3));
    }

    private static Platform platform(StateFolder state, Map<String, String> environment) {
        return new Platform(new Checkout(state.root()), state, PortBase.DEFAULT, environment, pid -> {});
    }
}
