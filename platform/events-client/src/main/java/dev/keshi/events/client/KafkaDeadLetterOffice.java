package dev.keshi.events.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * Dead letters in the subscriber's own topic. It follows that topic, so that it knows what other processes of the subscription parked
 * and what was redriven. Safe for several threads.
 */
public final class KafkaDeadLetterOffice implements DeadLetterOffice, AutoCloseable {

    static final String BEHIND = "an earlier event of this key is parked";

    private static final int KEYS_AT_MOST = 100_000;

    private final EventSubscription<?> subscription;
    private final KafkaSettings settings;
    private final DeadLetterTopic topic;
    private final DeadLetters letters;
    private final Parked parked = new Parked();
    private @Nullable Desk desk;
    private boolean behind = true;

    KafkaDeadLetterOffice(EventSubscription<?> subscription, KafkaSettings settings, DeadLetterTopic topic) {
        this.subscription = subscription;
        this.settings = settings;
        this.topic = topic;
        this.letters = DeadLetters.of(subscription, settings, topic);
    }

    /** Does not ask Kafka for anything yet. */
    public static KafkaDeadLetterOffice of(EventSubscription<?> subscription, Map<String, ?> kafka, String topic) {
        return new KafkaDeadLetterOffice(subscription, new KafkaSettings(kafka), new DeadLetterTopic(topic));
    }

    private record Desk(KafkaConsumer<byte[], byte[]> reader, LetterWriter writer) {}

    /** To be called when partitions were assigned: others may have parked some of their keys. */
    public synchronized void partitionsCame() {
        behind = true;
    }

    /**
     * Knows what is parked, when this returns; to be called before each record.
     *
     * @throws StoreUnavailable when Kafka cannot be asked
     */
    public synchronized void beReady() {
        if (behind) {
            try {
                DeadLetterTopic.readToEnd(desk().reader(), this::read);
                behind = false;
            } catch (KafkaException away) {
                throw new StoreUnavailable("the dead-letter topic " + topic.name(), away);
            }
        }
    }

    /**
     * Reads what has come meanwhile, and redrives keys that were freed while their consumer did not know it yet and parked some more:
     * nothing is wrong with those. To be called about twice a second.
     *
     * @param mine whether a partition is read by this process
     * @throws StoreUnavailable when that must wait
     */
    public void follow(Predicate<TopicPartition> mine) {
        List<Parked.Key> freed;
        synchronized (this) {
            if (behind) {
                return;
            }
            desk().reader().poll(Duration.ZERO).forEach(this::read);
            freed = parked.waitingForNothing(mine);
        }
        freed.forEach(key -> letters.redrive(key, Integer.MAX_VALUE));
    }

    /** How many keys of the subscription are parked, as far as was read. */
    public synchronized int parkedKeys() {
        return parked.size();
    }

    private Desk desk() {
        if (desk == null) {
            try (var admin = Admin.create(settings.admin())) {
                topic.ensure(admin);
            }
            desk = new Desk(readerAtBeginning(), new LetterWriter(subscription.name(), settings, topic));
        }
        return desk;
    }

    private KafkaConsumer<byte[], byte[]> readerAtBeginning() {
        var reader = new KafkaConsumer<byte[], byte[]>(settings.letterReader());
        try {
            var partitions = topic.assign(reader);
            if (partitions.isEmpty()) {
                throw new UnknownTopicOrPartitionException(topic.name() + " was made just now and is not known yet");
            }
            reader.seekToBeginning(partitions);
            return reader;
        } catch (RuntimeException failure) {
            reader.close();
            throw failure;
        }
    }

    @Override
    public synchronized boolean isParked(String topic, String key) {
        return parked.contains(topic, key);
    }

    @Override
    public void park(ConsumerRecord<byte[], byte[]> record, String reason, int attempts) {
        write(record, record.key() == null ? Letter.Kind.ALONE : Letter.Kind.HEAD, reason, attempts);
    }

    @Override
    public void parkBehind(ConsumerRecord<byte[], byte[]> record) {
        write(record, Letter.Kind.BEHIND, BEHIND, 0);
    }

    private synchronized void write(
            ConsumerRecord<byte[], byte[]> record, Letter.Kind kind, String reason, int attempts) {
        long fingerprint = Fingerprint.of(record);
        if (parked.holds(record.topic(), Headers.key(record), fingerprint)) {
            return;
        }
        if (parked.size() >= KEYS_AT_MOST && !parked.contains(record.topic(), Headers.key(record))) {
            throw new StoreUnavailable(
                    "no further key is parked",
                    new IllegalStateException(KEYS_AT_MOST + " are, which is no matter of single events"));
        }
        var written = desk().writer().layAside(record, fingerprint, kind, reason, attempts);
        read(new ConsumerRecord<>(
                written.place().topic(),
                written.place().partition(),
                written.place().offset(),
                0L,
                TimestampType.CREATE_TIME,
                0,
                0,
                written.letter().key(),
                null,
                written.letter().headers(),
                Optional.empty()));
    }

    private void read(ConsumerRecord<byte[], byte[]> record) {
        Letter.read(record, subscription.name()).ifPresent(letter -> parked.read(letter, record.offset()));
    }

    @Override
    public synchronized void close() {
        if (desk != null) {
            desk.reader().close();
            desk.writer().close();
            desk = null;
            behind = true;
            parked.clear();
        }
    }
}
