package dev.keshi.events.client;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Brings letters back to the handlers, and notes in the topic how far it came. */
final class Redrive<T> implements AutoCloseable {

    private final EventDelivery<T> delivery;
    private final String subscription;
    private final LetterFetch letters;
    private final LetterWriter writer;

    Redrive(EventSubscription<T> subscription, KafkaSettings settings, DeadLetterTopic topic) {
        this.subscription = subscription.name();
        this.delivery = new EventDelivery<>(subscription, new NothingParked());
        this.letters = new LetterFetch(settings);
        this.writer = new LetterWriter(subscription.name(), settings, topic);
    }

    /** Handles the open letters of a key up to a number, or up to the first that still cannot be. */
    RedriveResult once(OpenLetters open, Parked.Key key, int atMost) {
        var waiting = new ArrayList<>(open.of(key));
        int handled = 0;
        String stoppedBy = null;
        while (!waiting.isEmpty() && handled < atMost && stoppedBy == null) {
            stoppedBy = handle(waiting.getFirst());
            if (stoppedBy == null) {
                waiting.removeFirst();
                handled++;
            }
        }
        if (handled > 0 || stoppedBy != null) {
            settle(open, key, waiting, -1);
        }
        return new RedriveResult(key.topic(), key.key(), handled, waiting.isEmpty(), stoppedBy);
    }

    void discardFirst(OpenLetters open, Parked.Key key) {
        var waiting = new ArrayList<>(open.of(key));
        if (!waiting.isEmpty()) {
            var given = waiting.removeFirst();
            delivery.leaveOut(letter(given).original());
            settle(open, key, waiting, given.offset());
        }
    }

    /** @return why it cannot be handled; null when it was */
    private @Nullable String handle(OpenLetters.Place place) {
        var aside = letter(place);
        if (aside.valueOmitted()) {
            return "the value was too large for the dead-letter topic; it lies at %s-%d@%d"
                    .formatted(aside.key().topic(), aside.originalPartition(), aside.originalOffset());
        }
        try {
            return delivery.redeliver(aside.original()) instanceof Outcome.Unusable still ? still.reason() : null;
        } catch (HandlingFailed failed) {
            return failed.reason();
        }
    }

    private Letter.Aside letter(OpenLetters.Place place) {
        var record = letters.at(place.partition(), place.offset());
        if (Letter.read(record, subscription).orElseThrow() instanceof Letter.Aside aside) {
            return aside;
        }
        throw new IllegalStateException(place + " is no letter");
    }

    /** What is left begins at its smallest offset; the first of it in their own order is what the key stands at. */
    private void settle(OpenLetters open, Parked.Key key, List<OpenLetters.Place> left, long discarded) {
        var all = open.of(key);
        var partition = all.getFirst().partition();
        long end = all.stream().mapToLong(OpenLetters.Place::offset).max().orElseThrow() + 1;
        long before = left.stream().mapToLong(OpenLetters.Place::offset).min().orElse(end);
        writer.settle(
                key,
                partition.partition(),
                before,
                left.isEmpty() ? -1 : left.getFirst().offset(),
                discarded);
    }

    @Override
    public void close() {
        letters.close();
        writer.close();
    }

    /** The letters themselves are what is parked; the order among them is kept here. */
    private static final class NothingParked implements DeadLetterOffice {
        @Override
        public boolean isParked(String topic, String key) {
            return false;
        }

        @Override
        public void park(ConsumerRecord<byte[], byte[]> record, String reason, int attempts) {
            throw new IllegalStateException("It is there already");
        }

        @Override
        public void parkBehind(ConsumerRecord<byte[], byte[]> record) {
            throw new IllegalStateException("It is there already");
        }
    }
}
