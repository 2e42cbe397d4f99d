package dev.keshi.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** What operators watch: how much waits, how long, and how fast events leave. */
final class RelayMetrics {

    private final AtomicLong pending = new AtomicLong();
    private final AtomicLong oldestAgeMillis = new AtomicLong();
    private final Timer lag;
    private final Counter historyLost;
    private final Counter failures;

    RelayMetrics(MeterRegistry registry) {
        registry.gauge("outbox_pending", pending);
        registry.gauge("outbox_oldest_age_seconds", oldestAgeMillis, age -> age.get() / 1000.0);
        lag = Timer.builder("relay_lag_seconds")
                .description("From the commit of an event to the acknowledgement of Kafka")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofMinutes(1))
                .register(registry);
        historyLost = registry.counter("relay_history_lost_total");
        failures = registry.counter("relay_send_failures_total");
    }

    void acknowledged(long eventMillis, long nowMillis) {
        lag.record(Duration.ofMillis(Math.max(0, nowMillis - eventMillis)));
    }

    void historyLost() {
        historyLost.increment();
    }

    void sendFailed() {
        failures.increment();
    }

    void waiting(long documents, long oldestMillis) {
        pending.set(documents);
        oldestAgeMillis.set(oldestMillis);
    }
}
