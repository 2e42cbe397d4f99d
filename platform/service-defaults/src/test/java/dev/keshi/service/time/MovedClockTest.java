package dev.keshi.service.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class MovedClockTest {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final Clock MACHINE = Clock.fixed(NOW, ZoneOffset.UTC);

    private final AtomicLong nanos = new AtomicLong();
    private Path file;

    @BeforeEach
    void noFileYet(@TempDir Path folder) {
        file = folder.resolve("clock-offset");
    }

    @Test
    void withoutAFileItIsTheMachinesClock() {
        assertThat(clock().instant()).isEqualTo(NOW);
    }

    @Test
    void itBeginsWhereTheFileSaysAlsoInThePast() throws IOException {
        write("PT-2208H");

        assertThat(clock().instant()).isEqualTo(NOW.minus(Duration.ofDays(92)));
    }

    @Test
    void itFollowsTheFileSoonAndInEveryZone() throws IOException {
        var clock = clock();
        var inShanghai = clock.withZone(ZoneId.of("Asia/Shanghai"));
        write("PT48H");
        assertThat(clock.instant()).isEqualTo(NOW);

        nanos.addAndGet(MovedClock.LOOK_EVERY.toNanos());

        assertThat(clock.instant()).isEqualTo(NOW.plus(Duration.ofDays(2)));
        assertThat(inShanghai.instant()).isEqualTo(clock.instant());
        assertThat(inShanghai.getZone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT-48H", "", "tomorrow", "P1M"})
    void whileItRunsItNeverGoesBack(String said) throws IOException {
        write("PT2H");
        var clock = clock();

        write(said);
        nanos.addAndGet(MovedClock.LOOK_EVERY.toNanos());

        assertThat(clock.instant()).isEqualTo(NOW.plus(Duration.ofHours(2)));
    }

    @Test
    void whileItRunsItDoesNotGoBackWhenTheFileIsGone() throws IOException {
        write("PT2H");
        var clock = clock();

        Files.delete(file);
        nanos.addAndGet(MovedClock.LOOK_EVERY.toNanos());

        assertThat(clock.instant()).isEqualTo(NOW.plus(Duration.ofHours(2)));
    }

    @Test
    void anApplicationFollowsAFileOnlyWhenItIsGivenOneAndItsRealTimeNever() throws IOException {
        write("PT-2208H");
        var application =
                new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(TimeAutoConfiguration.class));

        application.run(plain -> {
            assertThat(plain.getBean(Clock.class)).isEqualTo(Clock.systemUTC());
            assertThat(plain.getBean(RealTime.class).clock()).isEqualTo(Clock.systemUTC());
        });
        application.withPropertyValues(setting(), "server.address=127.0.0.1").run(moved -> {
            assertThat(moved.getBean(EnterpriseTime.class).now())
                    .isBefore(Instant.now().minus(Duration.ofDays(91)));
            assertThat(moved.getBean(RealTime.class).clock()).isEqualTo(Clock.systemUTC());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0.0.0.0", "10.0.0.7", "::", "keshi.example.com", "localhost"})
    void aServiceThatOthersCanReachDoesNotStartWithAMovedClock(String address) throws IOException {
        write("PT-2208H");

        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(TimeAutoConfiguration.class))
                .withPropertyValues(setting(), "server.address=" + address)
                .run(refused -> assertThat(refused.getStartupFailure())
                        .rootCause()
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining(TimeAutoConfiguration.CLOCK_FILE));
    }

    private String setting() {
        return TimeAutoConfiguration.CLOCK_FILE + '=' + file;
    }

    private Clock clock() {
        return new MovedClock(MACHINE, file, nanos::get);
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text);
    }
}
