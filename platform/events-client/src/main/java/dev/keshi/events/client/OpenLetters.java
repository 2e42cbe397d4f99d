package dev.keshi.events.client;

import dev.keshi.contracts.Envelope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Where the letters lie that are not settled, found by reading the whole dead-letter topic once. Their values are not kept. */
final class OpenLetters {

    private static final Comparator<Place> ORDER = Comparator.<Place>comparingLong(
                    place -> place.position().epoch())
            .thenComparingLong(place -> place.position().sequence())
            .thenComparingLong(Place::offset);
    private static final Position NONE = new Position(Long.MAX_VALUE, Long.MAX_VALUE);

    private final String subscription;
    private final Predicate<Parked.Key> wanted;
    private final Map<Parked.Key, List<Place>> byKey = new LinkedHashMap<>();
    private final Map<Parked.Key, Long> heldBy = new HashMap<>();
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private boolean foreign;

    /** @param wanted the keys that matter; of others nothing is kept */
    OpenLetters(String subscription, Predicate<Parked.Key> wanted) {
        this.subscription = subscription;
        this.wanted = wanted;
    }

    /** @param position in the events of its aggregate; behind all others when the letter does not say */
    record Place(TopicPartition partition, long offset, Position position, Instant since, String reason) {}

    void read(ConsumerRecord<byte[], byte[]> record) {
        ends.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
        var letter = Letter.read(record, subscription);
        foreign |= letter.isEmpty();
        letter.filter(known -> wanted.test(known.key())).ifPresent(known -> read(known, record));
    }

    private void read(Letter letter, ConsumerRecord<byte[], byte[]> record) {
        switch (letter) {
            case Letter.Aside aside ->
                byKey.computeIfAbsent(aside.key(), _ -> new ArrayList<>()).add(place(aside, record));
            case Letter.Settled settled -> {
                heldBy.put(settled.key(), settled.heldBy());
                byKey.computeIfPresent(settled.key(), (_, places) -> {
                    places.removeIf(place -> place.partition().partition() == record.partition()
                            && (place.offset() < settled.before() || place.offset() == settled.discarded()));
                    return places.isEmpty() ? null : places;
                });
            }
        }
    }

    private static Place place(Letter.Aside letter, ConsumerRecord<byte[], byte[]> record) {
        return new Place(
                new TopicPartition(record.topic(), record.partition()),
                record.offset(),
                position(record),
                Instant.ofEpochMilli(record.timestamp()),
                letter.kind() == Letter.Kind.BEHIND ? KafkaDeadLetterOffice.BEHIND : letter.reason());
    }

    private static Position position(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Headers.position(Headers.envelope(record));
        } catch (Envelope.Incomplete without) {
            return NONE;
        }
    }

    List<Parked.Key> keys() {
        return List.copyOf(byKey.keySet());
    }

    /** In the order in which they are to be handled. */
    List<Place> of(Parked.Key key) {
        return byKey.getOrDefault(key, List.of()).stream().sorted(ORDER).toList();
    }

    /** Why a key stands: what the letter says at which the last redrive stopped, else its oldest. */
    String reason(Parked.Key key) {
        var places = byKey.getOrDefault(key, List.of());
        return places.stream()
                .filter(place -> place.offset() == heldBy.getOrDefault(key, -1L))
                .findFirst()
                .orElse(places.getFirst())
                .reason();
    }

    /** Where the open letters of each partition begin, or where the reading ended when it has none. */
    Map<TopicPartition, Long> firstOpen() {
        var firsts = new HashMap<>(ends);
        byKey.values().stream()
                .flatMap(List::stream)
                .forEach(place -> firsts.merge(place.partition(), place.offset(), Math::min));
        return firsts;
    }

    /** Whether the topic holds something that is not of this subscription. */
    boolean sharedWithOthers() {
        return foreign;
    }
}
