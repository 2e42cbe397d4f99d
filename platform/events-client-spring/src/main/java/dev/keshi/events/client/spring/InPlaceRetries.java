package dev.keshi.events.client.spring;

import dev.keshi.events.client.EventDelivery;
import dev.keshi.events.client.Retries;
import dev.keshi.events.client.spring.SubscriptionContainer.FailedAttempt;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * The client's rules in the words of Spring Kafka: a handler's failure is tried again a few times, then its record is laid aside; whatever
 * is not the handler's failure is tried again without end.
 */
final class InPlaceRetries {

    private static final long LONGEST_WAIT_MILLIS = 5_000;

    private InPlaceRetries() {}

    static DefaultErrorHandler of(Retries retries, EventDelivery<?> delivery) {
        var errors =
                new DefaultErrorHandler((record, failure) -> giveUp(retries, delivery, record, failure), withoutEnd());
        // Told apart by the function below: nothing is fatal by its class.
        errors.setClassifications(Map.of(Throwable.class, true), true);
        errors.setBackOffFunction((_, failure) -> handlers(failure)
                .map(attempt -> attempt.failure().isFinal() ? new FixedBackOff(0, 0) : limited(retries))
                .orElseGet(InPlaceRetries::withoutEnd));
        return errors;
    }

    private static void giveUp(
            Retries retries, EventDelivery<?> delivery, ConsumerRecord<?, ?> record, Exception failure) {
        var attempt = handlers(failure).orElseThrow(() -> new IllegalStateException(failure));
        delivery.giveUp(
                bytes(record), attempt.failure().reason(), attempt.failure().isFinal() ? 1 : retries.attempts());
    }

    private static Optional<FailedAttempt> handlers(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FailedAttempt attempt) {
                return Optional.of(attempt);
            }
        }
        return Optional.empty();
    }

    private static BackOff limited(Retries retries) {
        var pauses = new ExponentialBackOff(Math.max(1, retries.first().toMillis()), 2);
        pauses.setMaxInterval(Math.max(1, retries.longest().toMillis()));
        pauses.setMaxAttempts(retries.attempts() - 1L);
        return pauses;
    }

    private static BackOff withoutEnd() {
        var pauses = new ExponentialBackOff(50, 2);
        pauses.setMaxInterval(LONGEST_WAIT_MILLIS);
        pauses.setMaxElapsedTime(Long.MAX_VALUE);
        return pauses;
    }

    @SuppressWarnings("unchecked")
    private static ConsumerRecord<byte[], byte[]> bytes(ConsumerRecord<?, ?> record) {
        return (ConsumerRecord<byte[], byte[]>) record;
    }
}
