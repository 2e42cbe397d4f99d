package dev.keshi.events.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Brings letters back to the handlers, and notes in the topic how far it came. */
final class Redrive<T> implements AutoCloseable {

    private static final int MEETINGS_AT_MOST = 5;

    private final EventDelivery<T> delivery;
    private final String subscription;
    private final LetterFetch letters;
    private final LetterWriter writer;
    private boolean interrupted;

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
            letter(given).ifPresent(aside -> delivery.leaveOut(aside.original()));
            settle(open, key, waiting, given.offset());
        }
    }

    /** @return why it cannot be handled; null when it was, here or by somebody else */
    private @Nullable String handle(OpenLetters.Place place) {
        var found = letter(place);
        if (found.isEmpty()) {
            return null;
        }
        var aside = found.get();
        if (aside.valueOmitted()) {
            return "the value was too large for the dead-letter topic; it lies at %s-%d@%d"
                    .formatted(aside.key().topic(), aside.originalPartition(), aside.originalOffset());
        }
        try {
            return redeliver(aside) instanceof Outcome.Unusable still ? still.reason() : null;
        } catch (HandlingFailed failed) {
            return failed.reason();
        } finally {
            interrupted |= Thread.interrupted();
        }
    }

    /** Where another redrive, or the consumer, is at the same letter, one of the two takes its writes back and looks again. */
    private Outcome redeliver(Letter.Aside letter) throws HandlingFailed {
        for (int meetings = 1; ; meetings++) {
            try {
                return delivery.redeliver(letter.original());
            } catch (StoreUnavailable away) {
                if (!(away.getCause() instanceof ConcurrentAdvance) || meetings == MEETINGS_AT_MOST) {
                    throw away;
                }
            }
        }
    }

    private Optional<Letter.Aside> letter(OpenLetters.Place place) {
        return letters.at(place.partition(), place.offset())
                .map(record -> Letter.read(record, subscription).orElseThrow())
                .map(letter -> {
                    if (letter instanceof Letter.Aside aside) {
                        return aside;
                    }
                    throw new IllegalStateException(place + " is no letter");
                });
    }

    /**
     * What is left begins at its smallest offset; the first of it in their own order is what the key stands at. All letters of a key lie in
     * one partition, only those without a key do not: of these, the partition of the first is settled.
     */
    private void settle(OpenLetters open, Parked.Key key, List<OpenLetters.Place> left, long discarded) {
        var partition = open.of(key).getFirst().partition();
        var all = in(partition, open.of(key));
        var waiting = in(partition, left);
        long end = all.stream().mapToLong(OpenLetters.Place::offset).max().orElseThrow() + 1;
        long before =
                waiting.stream().mapToLong(OpenLetters.Place::offset).min().orElse(end);
        writer.settle(
                key,
                partition.partition(),
                before,
                waiting.isEmpty() ? -1 : waiting.getFirst().offset(),
                discarded);
    }

    private static List<OpenLetters.Place> in(TopicPartition partition, List<OpenLetters.Place> places) {
        return places.stream()
                .filter(place -> place.partition().equals(partition))
                .toList();
    }

    /** That the thread was interrupted, be it by a handler, is told when what was done is noted. */
    @Override
    public void close() {
        letters.close();
        writer.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
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
