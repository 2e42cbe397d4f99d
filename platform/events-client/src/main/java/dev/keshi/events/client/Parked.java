package dev.keshi.events.client;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Which keys are parked: what the dead-letter topic says when it is read from its beginning. A few numbers per key, however many letters
 * it has. All letters and settlements of a key lie in one partition, so their order there is the truth for every process.
 */
final class Parked {

    private final Map<Key, Letters> keys = new HashMap<>();

    /** @param topic where the parked records came from */
    record Key(String topic, String key) {}

    /**
     * @param partition original partition of the newest letter
     * @param originalOffset original offset of the newest letter
     * @param first where in the dead-letter topic the open letters begin
     * @param last where they end
     * @param lastHead the newest that is there by its own fault, or at which a redrive stopped; -1 when there is none
     */
    private record Letters(int partition, long originalOffset, long first, long last, long lastHead) {}

    void read(Letter letter, long offset) {
        switch (letter) {
            case Letter.Aside aside when aside.kind() == Letter.Kind.ALONE -> {}
            case Letter.Aside aside -> keys.compute(aside.key(), (_, known) -> with(known, aside, offset));
            case Letter.Settled settled -> keys.computeIfPresent(settled.key(), (_, known) -> without(known, settled));
        }
    }

    private static Letters with(@Nullable Letters known, Letter.Aside aside, long offset) {
        if (known != null && offset <= known.last()) {
            return known;
        }
        long head = aside.kind() == Letter.Kind.HEAD ? offset : known == null ? -1 : known.lastHead();
        return new Letters(
                aside.originalPartition(),
                aside.originalOffset(),
                known == null ? offset : known.first(),
                offset,
                head);
    }

    private static @Nullable Letters without(Letters known, Letter.Settled settled) {
        if (settled.before() > known.last()) {
            return null;
        }
        long first = Math.max(known.first(), settled.before());
        long head = settled.heldBy() >= first ? Math.max(known.lastHead(), settled.heldBy()) : known.lastHead();
        return new Letters(known.partition(), known.originalOffset(), first, known.last(), head);
    }

    boolean contains(String topic, String key) {
        return !keys.isEmpty() && keys.containsKey(new Key(topic, key));
    }

    /** Whether this very record is there already, because it came again. */
    boolean holds(String topic, String key, int partition, long originalOffset) {
        var letters = keys.get(new Key(topic, key));
        return letters != null && letters.partition() == partition && originalOffset <= letters.originalOffset();
    }

    /**
     * Keys whose open letters only wait for one that was settled before they were written: the key was freed while its consumer did not
     * know it yet. Nothing is wrong with them.
     */
    List<Key> waitingForNothing(Predicate<TopicPartition> mine) {
        return keys.entrySet().stream()
                .filter(entry -> entry.getValue().lastHead() < entry.getValue().first())
                .filter(entry -> mine.test(new TopicPartition(
                        entry.getKey().topic(), entry.getValue().partition())))
                .map(Map.Entry::getKey)
                .toList();
    }

    int size() {
        return keys.size();
    }

    void clear() {
        keys.clear();
    }
}
