package dev.keshi.messaging.consumer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;

/** What operators watch on the receiving side. */
final class ConsumerMetrics {

    private final Counter duplicates;
    private final Counter gaps;
    private final AtomicLong parkedKeys = new AtomicLong();

    ConsumerMetrics(MeterRegistry registry) {
        duplicates = registry.counter("inbox_duplicate_total");
        gaps = registry.counter("event_gap_total");
        registry.gauge("dead_letters_parked_keys", parkedKeys);
    }

    void duplicates(long count) {
        duplicates.increment(count);
    }

    void gap() {
        gaps.increment();
    }

    void parkedKeys(long count) {
        parkedKeys.set(count);
    }
}
