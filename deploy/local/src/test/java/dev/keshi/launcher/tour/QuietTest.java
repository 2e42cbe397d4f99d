package dev.keshi.launcher.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class QuietTest {

    @Test
    void aFigureThatFallsIsWaitedFor() {
        assertThat(readingsOf(List.of(80.0, 40.0, 20.0, 9.0, 5.0, 4.5, 4.6, 4.4)))
                .isEqualTo(7);
    }

    @Test
    void onePauseIsNotTheEnd() {
        assertThat(readingsOf(List.of(40.0, 41.0, 8.0, 4.0, 4.1, 4.0))).isEqualTo(6);
    }

    @Test
    void whatNeverComesToRestIsNotWaitedForForever() {
        var reading = new AtomicInteger(1 << 30);
        Duration waited = Quiet.await(() -> reading.updateAndGet(last -> last / 2), Duration.ZERO);
        assertThat(reading).hasValue(1 << 29);
        assertThat(waited).isPositive();
    }

    private static int readingsOf(List<Double> figures) {
        var next = new AtomicInteger();
        Quiet.await(() -> figures.get(next.getAndIncrement()), Duration.ofMinutes(1));
        return next.get();
    }
}
