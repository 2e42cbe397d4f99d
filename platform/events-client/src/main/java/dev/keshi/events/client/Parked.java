package dev.keshi.events.client;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Which keys are parked: what the dead-letter topic says when it is read from its beginning. Of each key a few numbers are kept, and the
 * fingerprints of its newest letters: not of all, because a process that died comes back to what it did in its last second or so, and a
 * letter too many harms nobody. All letters and settlements of a key lie in one partition, so their order there is the truth for every process.
 */
final class Parked {

    private static final int KNOWN_AGAIN = 1_000;

    private final Map<Key, Letters> keys = new HashMap<>();

    /** @param topic where the parked records came from */
    record Key(String topic, String key) {}

    /**
     * @param partition original partition of the newest letter
     * @param first where in the dead-letter topic the open letters begin
     * @param last where they end
     * @param lastHead the newest that is there by its own fault, or at which a redrive stopped; -1 when there is none
     * @param newest fingerprints of the newest letters, oldest first
     */
    private record Letters(int partition, long first, long last, long lastHead, Deque<Long> newest) {}

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
        var newest = known == null ? new ArrayDeque<Long>(2) : known.newest();
        if (newest.size() == KNOWN_AGAIN) {
            newest.removeFirst();
        }
        newest.addLast(aside.fingerprint());
        return new Letters(aside.originalPartition(), known == null ? offset : known.first(), offset, head, newest);
    }

    private static @Nullable Letters without(Letters known, Letter.Settled settled) {
        if (settled.before() > known.last()) {
            return null;
        }
        long first = Math.max(known.first(), settled.before());
        long head = settled.heldBy() >= first ? Math.max(known.lastHead(), settled.heldBy()) : known.lastHead();
        return new Letters(known.partition(), first, known.last(), head, known.newest());
    }

    boolean contains(String topic, String key) {
        return !keys.isEmpty() && keys.containsKey(new Key(topic, key));
    }

    /** Whether this very record is there already, because it came again. */
    boolean holds(String topic, String key, long fingerprint) {
        var letters = keys.get(new Key(topic, key));
        return letters != null && letters.newest().contains(fingerprint);
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
