package dev.keshi.messaging;

import java.time.Clock;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts events on the wire and measures how long they took since their commit. */
final class EventSender {

    /**
     * Called by the producer's thread; by the sending thread when the event did not get as far as that. After a failure
     * it may be called again.
     */
    @FunctionalInterface
    interface Outcome {
        void report(boolean arrived);
    }

    private static final Logger log = LoggerFactory.getLogger(EventSender.class);

    private final Producer<String, byte[]> producer;
    private final RelayMetrics metrics;
    private final Clock clock;
    private final String source;

    EventSender(Producer<String, byte[]> producer, RelayMetrics metrics, Clock clock, String source) {
        this.producer = producer;
        this.metrics = metrics;
        this.clock = clock;
        this.source = source;
    }

    /** Whatever the producer throws is an outcome: an event that is neither under way nor failed would never be sent. */
    void send(String aggregateId, OutboxEntry event, Outcome outcome) {
        Failpoint.BEFORE_SEND.reached();
        try {
            producer.send(EventEnvelope.record(source, aggregateId, event), (_, failure) -> {
                Failpoint.BEFORE_ACK.reached();
                if (failure == null) {
                    metrics.acknowledged(event.time().getTime(), clock.millis());
                    outcome.report(true);
                } else {
                    failed(event, failure, outcome);
                }
                Failpoint.AFTER_ACK.reached();
            });
        } catch (RuntimeException failure) {
            failed(event, failure, outcome);
        } catch (Error failure) {
            outcome.report(false);
            throw failure;
        }
        Failpoint.AFTER_SEND.reached();
    }

    private void failed(OutboxEntry event, Exception failure, Outcome outcome) {
        log.warn("{} was not published yet: {}", event.type(), failure.toString());
        metrics.sendFailed();
        outcome.report(false);
    }

    void flush() {
        producer.flush();
    }
}
