package dev.keshi.messaging;

import java.time.Clock;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts events on the wire and measures how long they took since their commit. */
final class EventSender {

    /** Called once, by the producer's thread. */
    @FunctionalInterface
    interface Outcome {
        void report(boolean arrived);
    }

    private static final Logger log = LoggerFactory.getLogger(EventSender.class);

    private final Producer<String, byte[]> producer;
    private final RelayMetrics metrics;
    private final Clock clock;
    private final String source;
    private final long epoch;

    EventSender(Producer<String, byte[]> producer, RelayMetrics metrics, Clock clock, String source, long epoch) {
        this.producer = producer;
        this.metrics = metrics;
        this.clock = clock;
        this.source = source;
        this.epoch = epoch;
    }

    void send(String aggregateId, OutboxEntry event, Outcome outcome) {
        Failpoint.BEFORE_SEND.reached();
        producer.send(EventEnvelope.record(source, aggregateId, epoch, event), (_, failure) -> {
            Failpoint.BEFORE_ACK.reached();
            if (failure == null) {
                metrics.acknowledged(event.time().getTime(), clock.millis());
            } else {
                log.warn("{} was not published yet: {}", event.type(), failure.toString());
                metrics.sendFailed();
            }
            outcome.report(failure == null);
            Failpoint.AFTER_ACK.reached();
        });
        Failpoint.AFTER_SEND.reached();
    }

    void flush() {
        producer.flush();
    }
}
