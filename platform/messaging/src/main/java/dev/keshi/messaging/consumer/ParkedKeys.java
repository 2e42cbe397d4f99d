package dev.keshi.messaging.consumer;

import com.mongodb.client.MongoDatabase;
import dev.keshi.contracts.EventCatalogue;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The door for operators: what is parked in this service, and letting it go on in order. */
public final class ParkedKeys {

    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final int PART = 20;
    private static final int SHOWN = 4_000;

    private final Supplier<MongoDatabase> mongo;
    private final Subscriptions subscriptions;
    private final EventReader reader;
    private final ConsumerMetrics metrics;
    private final Clock clock;

    ParkedKeys(
            Supplier<MongoDatabase> mongo,
            Subscriptions subscriptions,
            EventReader reader,
            ConsumerMetrics metrics,
            Clock clock) {
        this.mongo = mongo;
        this.subscriptions = subscriptions;
        this.reader = reader;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Those that wait longest first.
     *
     * @param since time of the last one on the page before, with {@code afterId}; empty for the first page
     */
    public List<ParkedKey> list(Optional<Instant> since, String afterId, int most) {
        var deadLetters = deadLetters();
        return deadLetters.list(since, afterId, most).stream()
                .map(key -> view(key, deadLetters))
                .toList();
    }

    public Optional<ParkedKey> find(String id) {
        var deadLetters = deadLetters();
        return deadLetters.find(id).map(key -> view(key, deadLetters));
    }

    /** The first events that wait, in the order in which they will be applied. */
    public List<DeadLetter> letters(String id, int most) {
        return deadLetters().letters(id, most, ParkedKeys::view);
    }

    /**
     * Applies what waits, first things first, and frees the key when nothing is left. Stops at the first event that
     * still cannot be applied: those behind it keep their order.
     *
     * @throws ParkedKeyProblem.NotParked when there is no such key
     * @throws ParkedKeyProblem.BeingRedriven when another redrive of this key is under way
     */
    public Redrive redrive(String id, int most) {
        var deadLetters = deadLetters();
        var dispatcher = new EventDispatcher(mongo.get(), subscriptions, reader, deadLetters, metrics);
        var holder = UUID.randomUUID().toString();
        try {
            return redrive(deadLetters, dispatcher, id, holder, most);
        } finally {
            deadLetters.giveBack(id, holder);
        }
    }

    /**
     * Gives up the event that stands first, for good: it will never be applied here, and copies go on without it. What waits
     * behind it is left to a redrive.
     *
     * @throws ParkedKeyProblem.NotFirst when another event stands first
     * @throws ParkedKeyProblem as {@link #redrive} does
     */
    public void discard(String id, int partition, long offset) {
        var deadLetters = deadLetters();
        var holder = UUID.randomUUID().toString();
        if (deadLetters.take(id, holder, LEASE).isEmpty()) {
            throw notTaken(deadLetters, id);
        }
        try {
            var letter = deadLetters.first(id, partition, offset).orElseThrow(() -> new ParkedKeyProblem.NotFirst(id));
            new EventDispatcher(mongo.get(), subscriptions, reader, deadLetters, metrics)
                    .leaveOut(letter.getString("subscription"), LetterDocument.record(letter));
            deadLetters.applied(List.of(letter.getString("_id")));
        } finally {
            deadLetters.giveBack(id, holder);
        }
    }

    private Redrive redrive(DeadLetters deadLetters, EventDispatcher dispatcher, String id, String holder, int most) {
        int applied = 0;
        while (true) {
            long changes = deadLetters.take(id, holder, LEASE).orElseThrow(() -> notTaken(deadLetters, id));
            long until = System.nanoTime() + LEASE.toNanos() / 2;
            var letters = deadLetters.letters(id, Math.min(PART, most - applied));
            var done = new ArrayList<String>();
            var refusal = Optional.<Refusal>empty();
            for (var letter : letters) {
                if (System.nanoTime() - until >= 0) {
                    break;
                }
                refusal = dispatcher.applyParked(letter.getString("subscription"), LetterDocument.record(letter));
                if (refusal.isPresent()) {
                    deadLetters.refused(letter.getString("_id"), key(deadLetters, id), refusal.get());
                    break;
                }
                done.add(letter.getString("_id"));
            }
            // What was applied and not yet taken out is applied again after a crash, and changes nothing.
            deadLetters.applied(done);
            applied += done.size();
            if (refusal.isPresent()) {
                return new Redrive(applied, false, refusal.get().reason());
            }
            if (letters.isEmpty() && applied < most && deadLetters.release(id, holder, changes)) {
                return new Redrive(applied, true, null);
            }
            if (applied >= most) {
                return new Redrive(applied, false, null);
            }
        }
    }

    private static Document key(DeadLetters deadLetters, String id) {
        return deadLetters.find(id).orElseThrow(() -> new ParkedKeyProblem.NotParked(id));
    }

    private static ParkedKeyProblem notTaken(DeadLetters deadLetters, String id) {
        return deadLetters.find(id).isPresent()
                ? new ParkedKeyProblem.BeingRedriven(id)
                : new ParkedKeyProblem.NotParked(id);
    }

    private DeadLetters deadLetters() {
        return new DeadLetters(mongo.get(), metrics, clock);
    }

    private static ParkedKey view(Document key, DeadLetters deadLetters) {
        return new ParkedKey(
                key.getString("_id"),
                key.getString("subscription"),
                key.getString("topic"),
                key.getString("key"),
                key.getString("reason"),
                key.getDate("since").toInstant(),
                deadLetters.lettersOf(key.getString("_id")));
    }

    private static DeadLetter view(Document letter) {
        return new DeadLetter(
                letter.getInteger("partition"),
                letter.getLong("offset"),
                letter.getString("type"),
                letter.getLong("sequence"),
                letter.getString("reason"),
                letter.getInteger("attempts"),
                letter.get("parkedAt", Date.class).toInstant(),
                shown(letter.getString("type"), letter.get("value", Binary.class)));
    }

    /** Without what the publisher shows to few people only; of what is not known to be without that, nothing. */
    static @Nullable String shown(@Nullable String type, @Nullable Binary value) {
        var event = Optional.ofNullable(type).flatMap(EventCatalogue::find);
        if (event.isEmpty() || value == null) {
            return null;
        }
        var text = new String(value.getData(), StandardCharsets.UTF_8);
        var discreet = event.get().confidential().isEmpty()
                ? text
                : without(event.get().confidential(), text);
        return discreet == null || discreet.length() <= SHOWN ? discreet : discreet.substring(0, SHOWN);
    }

    private static @Nullable String without(Set<String> confidential, String text) {
        try {
            return JsonMapper.shared().readTree(text) instanceof ObjectNode object
                    ? object.remove(confidential).toString()
                    : null;
        } catch (JacksonException noJson) {
            return null;
        }
    }
}
