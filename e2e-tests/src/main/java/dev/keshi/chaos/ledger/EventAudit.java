package dev.keshi.chaos.ledger;

import dev.keshi.launcher.platform.Service;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;

/** The events of each key: on the wire in order and without a gap, in the archive each once. */
final class EventAudit {

    private static final String POISON = "poison-";

    private final Truth truth;
    private final Findings findings;

    EventAudit(Truth truth, Findings findings) {
        this.truth = truth;
        this.findings = findings;
    }

    /**
     * @param born aggregates whose whole life is in the ledger
     * @param others those of which only what was published lately is known
     */
    void check(Collection<String> born, Collection<String> others) {
        var keys = Stream.concat(born.stream(), others.stream())
                .filter(key -> !key.startsWith(POISON) && !key.isEmpty())
                .collect(Collectors.toSet());
        var archived = archived(keys);
        for (String key : keys) {
            var events = truth.once(key);
            onTheWire(key, events, born.contains(key));
            inTheArchive(key, events, archived.getOrDefault(key, List.of()), born.contains(key));
        }
    }

    /** Repetitions are allowed on the wire; the first appearances must come in order. */
    private void onTheWire(String key, List<LoggedEvent> events, boolean whole) {
        long last = whole || events.isEmpty() ? 0 : events.getFirst().sequence() - 1;
        var ids = new HashMap<Long, String>();
        for (LoggedEvent event : events) {
            String other = ids.putIfAbsent(event.sequence(), event.id());
            findings.require(
                    other == null,
                    Invariant.I6,
                    "two events have the place %d of %s: %s, %s",
                    event.sequence(),
                    key,
                    other,
                    event);
            findings.require(
                    other != null || event.sequence() == last + 1,
                    Invariant.I4,
                    "%s: %s comes after sequence %d",
                    key,
                    event,
                    last);
            last = Math.max(last, event.sequence());
        }
        truth.told(key).stream()
                .filter(event -> events.stream()
                        .anyMatch(first ->
                                first.id().equals(event.id()) && !first.json().equals(event.json())))
                .findFirst()
                .ifPresent(event -> findings.require(false, Invariant.I2, "%s was told twice and differently", event));
    }

    private void inTheArchive(String key, List<LoggedEvent> events, List<String> archived, boolean whole) {
        var kept = new HashSet<>(archived);
        findings.require(
                kept.size() == archived.size(),
                Invariant.I3,
                "the archive has an event of %s twice: %s",
                key,
                archived);
        for (LoggedEvent event : events) {
            findings.require(
                    kept.remove(event.sequence() + " " + event.type()), Invariant.I2, "the archive lacks %s", event);
        }
        findings.require(
                !whole || kept.isEmpty(),
                Invariant.I2,
                "the archive has of %s what Kafka does not tell: %s",
                key,
                kept);
    }

    /** Sequence and type of each event that is there, by key. */
    private Map<String, List<String>> archived(Collection<String> keys) {
        var byKey = new HashMap<String, List<String>>();
        for (Document event : truth.stored(Service.REPORTING, "events", "key", keys)) {
            byKey.computeIfAbsent(event.getString("key"), _ -> new ArrayList<>())
                    .add(event.getLong("sequence") + " " + event.getString("type"));
        }
        return byKey;
    }
}
