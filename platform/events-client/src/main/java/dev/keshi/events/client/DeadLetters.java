package dev.keshi.events.client;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * For operators: what a subscription has laid aside, and how it is brought back. Works beside the running subscription or without it,
 * from any process that has the same handlers and the same store. Each call reads the dead-letter topic from its beginning;
 * {@link #trim} keeps that short.
 */
public final class DeadLetters {

    private final EventSubscription<?> subscription;
    private final KafkaSettings settings;
    private final DeadLetterTopic topic;

    private DeadLetters(EventSubscription<?> subscription, KafkaSettings settings, DeadLetterTopic topic) {
        this.subscription = subscription;
        this.settings = settings;
        this.topic = topic;
    }

    /** @param kafka as for {@link EventClient#start} */
    public static DeadLetters of(EventSubscription<?> subscription, Map<String, ?> kafka, String topic) {
        return of(subscription, new KafkaSettings(kafka), new DeadLetterTopic(topic));
    }

    static DeadLetters of(EventSubscription<?> subscription, KafkaSettings settings, DeadLetterTopic topic) {
        return new DeadLetters(subscription, settings, topic);
    }

    /** Those that wait longest first. Records without a key are listed as one, {@link ParkedKey#NO_KEY}. */
    public List<ParkedKey> parkedKeys() {
        var open = scan(_ -> true);
        return open.keys().stream()
                .map(key -> {
                    var letters = open.of(key);
                    var since = letters.stream().map(OpenLetters.Place::since).min(Instant::compareTo);
                    return new ParkedKey(key.topic(), key.key(), letters.size(), since.orElseThrow(), open.reason(key));
                })
                .sorted(Comparator.comparing(ParkedKey::since))
                .toList();
    }

    /**
     * Handles what waits of one key, in the order of its sequence, and frees the key when nothing is left. Stops at the first letter that
     * still cannot be handled.
     */
    public RedriveResult redrive(String originalTopic, String key) {
        return redrive(new Parked.Key(originalTopic, key), Integer.MAX_VALUE);
    }

    /** Handles the first letter of a key only. */
    public RedriveResult redriveFirst(String originalTopic, String key) {
        return redrive(new Parked.Key(originalTopic, key), 1);
    }

    /** Handles what waits of every key. */
    public List<RedriveResult> redriveAll() {
        try (var redrive = new Redrive<>(subscription, settings, topic)) {
            var open = scan(_ -> true);
            return open.keys().stream()
                    .map(key -> redrive.once(open, key, Integer.MAX_VALUE))
                    .toList();
        }
    }

    /**
     * Gives the first letter of a key up for good: its handler will never see it, and the next redrive goes on behind it. Its place in the
     * sequence counts as taken, so that the next one leaves no gap; unless the letter does not say whose place that is.
     */
    public void discardFirst(String originalTopic, String key) {
        try (var redrive = new Redrive<>(subscription, settings, topic)) {
            var discarded = new Parked.Key(originalTopic, key);
            redrive.discardFirst(scan(discarded::equals), discarded);
        }
    }

    RedriveResult redrive(Parked.Key key, int letters) {
        try (var redrive = new Redrive<>(subscription, settings, topic)) {
            var result = redrive.once(scan(key::equals), key, letters);
            for (int round = 0; round < 10 && letters == Integer.MAX_VALUE && result.stoppedBy() == null; round++) {
                var open = scan(key::equals);
                if (open.of(key).isEmpty()) {
                    return new RedriveResult(key.topic(), key.key(), result.handled(), true, null);
                }
                var more = redrive.once(open, key, letters);
                result = new RedriveResult(
                        key.topic(), key.key(), result.handled() + more.handled(), more.released(), more.stoppedBy());
            }
            return result;
        }
    }

    /**
     * Deletes from the topic what stands before the oldest letter that is still open; one without a key is open until it is given up.
     *
     * @throws IllegalStateException when the topic holds records of somebody else
     */
    public void trim() {
        var open = scan(_ -> true);
        if (open.sharedWithOthers()) {
            throw new IllegalStateException(topic.name() + " holds records of somebody else: nothing is deleted");
        }
        var deletions = new HashMap<TopicPartition, RecordsToDelete>();
        open.firstOpen().forEach((partition, offset) -> deletions.put(partition, RecordsToDelete.beforeOffset(offset)));
        try (var admin = Admin.create(settings.admin())) {
            admin.deleteRecords(deletions).all().get();
        } catch (ExecutionException failure) {
            throw new KafkaException("The dead-letter topic cannot be trimmed", failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    OpenLetters scan(Predicate<Parked.Key> wanted) {
        var open = new OpenLetters(subscription.name(), wanted);
        try (var consumer = new KafkaConsumer<byte[], byte[]>(settings.letterReader())) {
            consumer.seekToBeginning(topic.assign(consumer));
            DeadLetterTopic.readToEnd(consumer, open::read);
        }
        return open;
    }
}
