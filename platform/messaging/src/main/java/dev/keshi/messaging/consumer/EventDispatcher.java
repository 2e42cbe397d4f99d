package dev.keshi.messaging.consumer;

import com.mongodb.client.MongoDatabase;
import dev.keshi.messaging.Failpoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands events to the subscriptions that want them. What cannot be applied is parked with its key; what follows for
 * that key is parked behind it.
 */
final class EventDispatcher {

    private static final Logger log = LoggerFactory.getLogger(EventDispatcher.class);

    private final MongoDatabase database;
    private final Subscriptions subscriptions;
    private final Set<String> topicsToRead;
    private final EventReader reader;
    private final DeadLetters deadLetters;
    private final ConsumerMetrics metrics;
    private final EffectsDoorbell doorbell;

    EventDispatcher(
            MongoDatabase database,
            Subscriptions subscriptions,
            EventReader reader,
            DeadLetters deadLetters,
            ConsumerMetrics metrics) {
        this(database, subscriptions, reader, deadLetters, metrics, new EffectsDoorbell());
    }

    /** @param doorbell rings for effects of what has just happened; those of parked and archived events are found without */
    EventDispatcher(
            MongoDatabase database,
            Subscriptions subscriptions,
            EventReader reader,
            DeadLetters deadLetters,
            ConsumerMetrics metrics,
            EffectsDoorbell doorbell) {
        this.database = database;
        this.subscriptions = subscriptions;
        this.topicsToRead = subscriptions.topicsToRead();
        this.reader = reader;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        this.doorbell = doorbell;
    }

    /** Nothing that one record does to this code keeps the others waiting: a batch that fails is handled one by one. */
    void handle(List<ConsumerRecord<String, byte[]>> records) {
        Failpoint.AFTER_OFFSET_COMMIT.reached();
        try {
            handOut(records);
        } catch (RuntimeException failure) {
            DeadLetterRules.rethrowIfInfrastructure(failure);
            log.warn("{} records are handled one by one", records.size(), failure);
            records.forEach(this::handleAlone);
        }
        Failpoint.BEFORE_OFFSET_COMMIT.reached();
    }

    private void handleAlone(ConsumerRecord<String, byte[]> record) {
        try {
            handOut(List.of(record));
        } catch (RuntimeException itsOwn) {
            DeadLetterRules.rethrowIfInfrastructure(itsOwn);
            deadLetters.park(DeadLetters.READER, record, Refusal.byHandler(itsOwn));
        }
    }

    private void handOut(List<ConsumerRecord<String, byte[]>> records) {
        var opened = opened(records);
        boolean anyParked = deadLetters.any();
        var understood = understood(records, opened, anyParked);
        var written = new HashSet<String>();
        for (var subscription : subscriptions.all()) {
            var events = subscription.reads() ? understood : List.copyOf(opened.values());
            var wanted = notParked(
                    subscription.name(),
                    events.stream()
                            .filter(incoming -> subscription.wants(incoming.raw()))
                            .toList(),
                    anyParked);
            written.addAll(write(subscription, wanted, deadLetters));
        }
        // All of it first: who follows an effect reads copies that the same events have changed.
        doorbell.ring(written);
    }

    /** Those with an envelope; whoever needs no more gets them, even when the value cannot be read. */
    private Map<ConsumerRecord<String, byte[]>, Incoming> opened(List<ConsumerRecord<String, byte[]>> records) {
        var opened = new LinkedHashMap<ConsumerRecord<String, byte[]>, Incoming>();
        for (var record : records) {
            try {
                opened.put(record, new Incoming(record, reader.open(record), null));
            } catch (EventReader.Unreadable never) {
                log.debug("{}-{}@{}: {}", record.topic(), record.partition(), record.offset(), never.getMessage());
            }
        }
        return opened;
    }

    private List<Incoming> understood(
            List<ConsumerRecord<String, byte[]>> all,
            Map<ConsumerRecord<String, byte[]>, Incoming> opened,
            boolean anyParked) {
        var records = all.stream()
                .filter(record -> topicsToRead.contains(record.topic()) || !opened.containsKey(record))
                .toList();
        var parked = new HashMap<String, Set<String>>();
        if (anyParked) {
            records.stream()
                    .collect(Collectors.groupingBy(ConsumerRecord::topic))
                    .forEach((topic, some) -> parked.put(
                            topic,
                            deadLetters.parked(
                                    DeadLetters.READER,
                                    topic,
                                    some.stream()
                                            .map(LetterDocument::key)
                                            .distinct()
                                            .toList())));
        }
        var events = new ArrayList<Incoming>(records.size());
        for (var record : records) {
            var held = parked.computeIfAbsent(record.topic(), _ -> new HashSet<>());
            try {
                var envelope = opened.get(record);
                var raw = envelope == null ? reader.open(record) : envelope.raw();
                if (!isHeld(record, held)) {
                    events.add(new Incoming(record, raw, reader.read(raw)));
                }
            } catch (EventReader.NoEvent foreign) {
                deadLetters.park(DeadLetters.FOREIGN, record, foreign.refusal());
            } catch (EventReader.Unreadable never) {
                if (!isHeld(record, held)) {
                    deadLetters.park(DeadLetters.READER, record, never.refusal());
                    held.add(LetterDocument.key(record));
                }
            }
        }
        return events;
    }

    /** Then it stands behind the others of its key. */
    private boolean isHeld(ConsumerRecord<String, byte[]> record, Set<String> held) {
        return held.contains(LetterDocument.key(record)) && deadLetters.parkBehind(DeadLetters.READER, List.of(record));
    }

    private List<Incoming> notParked(String subscription, List<Incoming> events, boolean anyParked) {
        if (events.isEmpty() || !anyParked) {
            return events;
        }
        var free = new ArrayList<Incoming>(events.size());
        events.stream()
                .collect(Collectors.groupingBy(incoming -> incoming.raw().topic()))
                .forEach((topic, some) -> {
                    var parked = deadLetters.parked(
                            subscription,
                            topic,
                            some.stream().map(Incoming::key).distinct().toList());
                    var behind = some.stream()
                            .filter(incoming -> parked.contains(incoming.key()))
                            .collect(Collectors.groupingBy(Incoming::key));
                    behind.values()
                            .removeIf(held -> !deadLetters.parkBehind(
                                    subscription,
                                    held.stream().map(Incoming::record).toList()));
                    some.stream()
                            .filter(incoming -> !behind.containsKey(incoming.key()))
                            .forEach(free::add);
                });
        return free;
    }

    /**
     * Events of the archive, for the one subscription that asked for them. Those of a parked key take their place in its
     * queue.
     */
    void handleReplayed(Subscription subscription, List<ConsumerRecord<String, byte[]>> records) {
        var wanted = wanted(subscription, records);
        var unused = write(subscription, notParked(subscription.name(), wanted, deadLetters.any()), deadLetters);
        wanted.stream()
                .collect(Collectors.groupingBy(incoming -> incoming.raw().topic()))
                .forEach((topic, some) -> deadLetters.lookAfter(
                        subscription.name(),
                        topic,
                        some.stream().map(Incoming::key).distinct().toList()));
    }

    /**
     * Events of the archive, for a read model that is made anew. Parts of them are read and what they lead to is worked out beside each other; it is
     * written in their order, because what one key says may change what another one has made.
     */
    void handleRebuilt(Subscription shadow, List<ConsumerRecord<String, byte[]>> records, Parking refused) {
        switch (shadow) {
            case Subscription.ToProjection projection ->
                writeCopies(
                        projection,
                        InParts.of(records, part -> wanted(projection, part)).toList(),
                        refused);
            case Subscription.ToEffects effects -> {
                var planned = InParts.of(
                        records,
                        part -> wanted(effects, part).stream()
                                .map(event -> plan(effects, event))
                                .toList());
                var unused = writeEffects(effects, planned.iterator(), refused);
            }
        }
    }

    private List<Incoming> wanted(Subscription subscription, List<ConsumerRecord<String, byte[]>> records) {
        var wanted = new ArrayList<Incoming>(records.size());
        for (var record : records) {
            try {
                var raw = reader.open(record);
                if (subscription.wants(raw)) {
                    wanted.add(new Incoming(record, raw, reader.read(raw)));
                }
            } catch (EventReader.Unreadable known) {
                // When it first came it was parked, and there it can be seen.
                log.warn("{} key {} comes from the archive: {}", record.topic(), record.key(), known.getMessage());
            }
        }
        return wanted;
    }

    /** @return collections of effects that were written */
    private Set<String> write(Subscription subscription, List<Incoming> events, Parking parking) {
        return switch (subscription) {
            case Subscription.ToProjection projection -> {
                writeCopies(projection, events, parking);
                yield Set.of();
            }
            case Subscription.ToEffects effects ->
                writeEffects(
                        effects,
                        events.stream().map(event -> plan(effects, event)).iterator(),
                        parking);
        };
    }

    private PlannedEffects plan(Subscription.ToEffects effects, Incoming event) {
        return PlannedEffects.of(effects, event, database.getCodecRegistry());
    }

    private void writeCopies(Subscription.ToProjection projection, List<Incoming> events, Parking parking) {
        if (!events.isEmpty()) {
            Failpoint.BEFORE_EFFECTS.reached();
            new ProjectionWriter(database, parking, metrics).write(projection, events);
            Failpoint.AFTER_EFFECTS.reached();
        }
    }

    private Set<String> writeEffects(Subscription.ToEffects effects, Iterator<PlannedEffects> events, Parking parking) {
        if (!events.hasNext()) {
            return Set.of();
        }
        Failpoint.BEFORE_EFFECTS.reached();
        var written = new EffectWriter(database, parking, metrics).write(effects, events);
        Failpoint.AFTER_EFFECTS.reached();
        return written;
    }

    /**
     * Applies a record that was parked, before all others of its key.
     *
     * @return why it still cannot be applied; empty when it was
     */
    Optional<Refusal> applyParked(String subscription, ConsumerRecord<String, byte[]> record) {
        try {
            var raw = reader.open(record);
            if (subscription.equals(DeadLetters.READER) || subscription.equals(DeadLetters.FOREIGN)) {
                return handOut(new Incoming(record, raw, reader.read(raw)));
            }
            var wanted = subscriptions.named(subscription);
            if (wanted.isEmpty()) {
                return Optional.of(
                        Refusal.of(Refusal.Kind.HANDLER, "nothing here is named " + subscription + " any more"));
            }
            var event = new Incoming(record, raw, wanted.get().reads() ? reader.read(raw) : null);
            var refusals = new ArrayList<Refusal>();
            var unused = write(wanted.get(), List.of(event), (name, _, refusal) -> {
                if (name.equals(subscription)) {
                    refusals.add(refusal);
                } else {
                    deadLetters.park(name, record, refusal);
                }
            });
            return refusals.stream().findFirst();
        } catch (EventReader.Unreadable still) {
            return Optional.of(still.refusal());
        }
    }

    /** Copies of its aggregate go on without an event that was given up, of one subscription or, unread, of all. */
    void leaveOut(String subscription, ConsumerRecord<String, byte[]> record) {
        try {
            var raw = reader.envelope(record);
            for (var each : subscriptions.all()) {
                boolean itsOwn = subscription.equals(each.name());
                if ((itsOwn || subscription.equals(DeadLetters.READER))
                        && each.wants(raw)
                        && each instanceof Subscription.ToProjection projection) {
                    new ProjectionWriter(database, deadLetters, metrics)
                            .leaveOut(projection, new Incoming(record, raw, null));
                }
            }
        } catch (EventReader.NoEvent noEvent) {
            log.debug("{}: no copy waits for it", noEvent.getMessage());
        }
    }

    /**
     * Readable at last: now each subscription has its own say, and its own parked keys.
     *
     * @return why it stays where it is; empty when it does not
     */
    private Optional<Refusal> handOut(Incoming event) {
        var stays = new ArrayList<Refusal>();
        Parking parking = (subscription, record, refusal) -> {
            if (refusal.kind() == Refusal.Kind.TAKEN_PLACE) {
                stays.add(refusal);
            } else {
                deadLetters.park(subscription, record, refusal);
            }
        };
        for (var subscription : subscriptions.all()) {
            if (subscription.reads() && subscription.wants(event.raw())) {
                var unused =
                        write(subscription, notParked(subscription.name(), List.of(event), deadLetters.any()), parking);
            }
        }
        return stays.stream().findFirst();
    }
}
