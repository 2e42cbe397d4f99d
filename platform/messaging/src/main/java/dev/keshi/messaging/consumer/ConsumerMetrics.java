package dev.keshi.messaging.consumer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/** What operators watch on the receiving side. */
final class ConsumerMetrics {

    private final Counter duplicates;
    private final Counter gaps;
    private final Map<Refusal.Kind, Counter> parked = new EnumMap<>(Refusal.Kind.class);
    private final AtomicLong parkedKeys = new AtomicLong();

    ConsumerMetrics(MeterRegistry registry) {
        duplicates = registry.counter("inbox_duplicate_total");
        gaps = registry.counter("event_gap_total");
        for (var kind : Refusal.Kind.values()) {
            parked.put(kind, registry.counter("dead_letters_parked_total", "reason", kind.tag()));
        }
        registry.gauge("dead_letters_parked_keys", parkedKeys);
    }

    void duplicates(long count) {
        duplicates.increment(count);
    }

    void gap() {
        gaps.increment();
    }

    void parked(Refusal.Kind kind, long records) {
        Objects.requireNonNull(parked.get(kind)).increment(records);
    }

    void parkedKeys(long count) {
        parkedKeys.set(count);
    }
}
