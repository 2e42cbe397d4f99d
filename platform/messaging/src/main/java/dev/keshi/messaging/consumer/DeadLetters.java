package dev.keshi.messaging.consumer;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.expr;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.keshi.contracts.Topics;
import dev.keshi.contracts.operations.EventRange;
import dev.keshi.messaging.Ids;
import dev.keshi.messaging.Lease;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.TakenId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records that could not be applied, kept in the consumer's own store in the order of their key. The first failure
 * parks the key of one subscription; later records of that key follow it, so order holds, and all other keys go on.
 */
final class DeadLetters implements Parking {

    /** The subscription under which records are kept that nobody could even read; it holds back the key for all. */
    static final String READER = "*";

    /**
     * The subscription under which records are kept that have no place in the order of any key: they are no events at all, or
     * another event is in their place. They hold nobody back.
     */
    static final String FOREIGN = "*foreign";

    private static final String PARKED_KEYS = "parked_keys";
    private static final String DEAD_LETTERS = "dead_letters";
    private static final Lease LEASE = new Lease("takenBy", "takenUntil", "takenToken");
    private static final String CHANGES = "changes";
    private static final String PARKED_KEY = "parkedKey";
    private static final String MISSING = "missing";
    private static final String LOOK_AT = "lookAt";
    private static final String ASKED = "asked";
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Bson ORDER = ascending("epoch", "sequence", "partition", "offset");
    private static final int LETTERS_AT_ONCE = 5;
    private static final int MOST_COUNTED = 10_000;

    /** Whoever floods a topic with what is nobody's must not fill the store. */
    private static final int MOST_KEYS_WITH_FOREIGN = 10_000;

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    private final MongoCollection<Document> parkedKeys;
    private final MongoCollection<Document> letters;
    private final ConsumerMetrics metrics;
    private final Clock clock;

    DeadLetters(MongoDatabase database, ConsumerMetrics metrics, Clock clock) {
        this.parkedKeys = database.getCollection(PARKED_KEYS);
        this.letters = database.getCollection(DEAD_LETTERS);
        this.metrics = metrics;
        this.clock = clock;
    }

    static StoreIndexes indexes() {
        return StoreIndexes.of(PARKED_KEYS, ascending("since", "_id"))
                .and(PARKED_KEYS, ascending(LOOK_AT), new IndexOptions().sparse(true))
                .and(DEAD_LETTERS, ascending(PARKED_KEY, "epoch", "sequence", "partition", "offset"));
    }

    /** Whether any key of any subscription is parked, which is rare enough to ask first. */
    boolean any() {
        return parkedKeys.find().projection(include("_id")).first() != null;
    }

    /** Which of the keys are parked for the subscription. */
    Set<String> parked(String subscription, String topic, Collection<String> keys) {
        var ids = keys.stream().map(key -> id(subscription, topic, key)).toList();
        var parked = new HashSet<String>();
        parkedKeys.find(in("_id", ids)).forEach(document -> parked.add(document.getString("key")));
        return parked;
    }

    /** Parks the record and its key. The same record again changes nothing. */
    @Override
    public void park(String subscription, ConsumerRecord<String, byte[]> record, Refusal refusal) {
        var key = LetterDocument.key(record);
        var reason = LetterDocument.shown(refusal.reason());
        log.warn(
                "{} {}-{}@{} key {} is parked: {}",
                subscription,
                record.topic(),
                record.partition(),
                record.offset(),
                LetterDocument.shown(key),
                reason);
        if (subscription.equals(FOREIGN) && parkedKeys.estimatedDocumentCount() >= MOST_KEYS_WITH_FOREIGN) {
            metrics.parked(refusal.kind(), 1);
            return;
        }
        var letter = letter(subscription, record, reason);
        boolean fresh = letters.updateOne(
                                eq("_id", letter.remove("_id")),
                                Updates.setOnInsert(letter),
                                new UpdateOptions().upsert(true))
                        .getUpsertedId()
                != null;
        metrics.parked(refusal.kind(), fresh ? 1 : 0);
        var updates = new ArrayList<Bson>(List.of(
                setOnInsert("subscription", subscription),
                setOnInsert("topic", record.topic()),
                setOnInsert("key", LetterDocument.shown(key)),
                setOnInsert("reason", reason),
                setOnInsert("since", Date.from(clock.instant())),
                inc(CHANGES, 1L)));
        missing(record.topic(), refusal).forEach((name, value) -> updates.add(setOnInsert(name, value)));
        parkedKeys.updateOne(
                eq("_id", id(subscription, record.topic(), key)), combine(updates), new UpdateOptions().upsert(true));
        count();
    }

    /**
     * Parks records of a key that is parked, in one go.
     *
     * @return false when the key was released meanwhile, and the records are as free as any
     */
    boolean parkBehind(String subscription, List<ConsumerRecord<String, byte[]>> records) {
        var first = records.getFirst();
        var fresh = records.stream()
                .map(record -> letter(subscription, record, Refusal.BEHIND.reason()))
                .toList();
        int known = 0;
        try {
            letters.insertMany(fresh, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException failure) {
            if (failure.getWriteConcernError() != null
                    || !failure.getWriteErrors().stream().allMatch(TakenId::isMeantBy)) {
                throw failure;
            }
            known = failure.getWriteErrors().size();
        }
        boolean parked = parkedKeys
                        .updateOne(
                                eq("_id", id(subscription, first.topic(), LetterDocument.key(first))), inc(CHANGES, 1L))
                        .getMatchedCount()
                == 1;
        if (parked) {
            metrics.parked(Refusal.Kind.BEHIND, fresh.size() - known);
        } else {
            applied(fresh.stream().map(letter -> letter.getString("_id")).toList());
        }
        return parked;
    }

    /**
     * Takes a parked key for a redrive, by the server's clock.
     *
     * @return how often it had changed, with which {@link #release} compares; empty when it is not parked or taken
     */
    OptionalLong take(String id, String holder, Duration time) {
        var held = parkedKeys.findOneAndUpdate(
                and(eq("_id", id), LEASE.isFreeFor(holder)),
                List.of(LEASE.take(holder, time)),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        return held == null ? OptionalLong.empty() : OptionalLong.of(held.getLong(CHANGES));
    }

    /** Gives a key back that stays parked. */
    void giveBack(String id, String holder) {
        parkedKeys.updateOne(and(eq("_id", id), LEASE.isOf(holder)), LEASE.giveBack());
    }

    /** @return whether the key is free now; not when something was parked behind it since it was taken */
    boolean release(String id, String holder, long changes) {
        boolean released = parkedKeys
                        .deleteOne(and(eq("_id", id), LEASE.isOf(holder), eq(CHANGES, changes)))
                        .getDeletedCount()
                == 1;
        count();
        return released;
    }

    /** Letters of a parked key in the order in which they are applied. */
    List<Document> letters(String parkedKey, int most) {
        return letters(parkedKey, most, letter -> letter);
    }

    /** @param view what is needed of a letter: few whole ones are in memory at a time */
    <T> List<T> letters(String parkedKey, int most, Function<Document, T> view) {
        return letters.find(eq(PARKED_KEY, parkedKey))
                .sort(ORDER)
                .limit(most)
                .batchSize(LETTERS_AT_ONCE)
                .map(view::apply)
                .into(new ArrayList<>());
    }

    /** What stands first, when it is the one that is meant. */
    Optional<Document> first(String parkedKey, int partition, long offset) {
        return letters(parkedKey, 1).stream()
                .filter(letter -> letter.getInteger("partition") == partition && letter.getLong("offset") == offset)
                .findFirst();
    }

    void applied(List<String> some) {
        if (!some.isEmpty()) {
            letters.deleteMany(in("_id", some));
        }
    }

    void refused(String letter, Document parkedKey, Refusal refusal) {
        letters.updateOne(eq("_id", letter), combine(Updates.set("reason", refusal.reason()), inc("attempts", 1)));
        var updates = new ArrayList<Bson>(List.of(Updates.set("reason", refusal.reason())));
        var missing = missing(parkedKey.getString("topic"), refusal);
        if (missing.isEmpty()) {
            updates.addAll(List.of(unset(MISSING), unset(LOOK_AT), unset(ASKED)));
        } else {
            missing.forEach((name, value) -> updates.add(Updates.set(name, value)));
        }
        parkedKeys.updateOne(eq("_id", parkedKey.getString("_id")), combine(updates));
    }

    /** Only what is archived can be asked for. */
    private static Document missing(String topic, Refusal refusal) {
        var fields = new Document();
        if (refusal.missing() != null && Topics.ARCHIVED.contains(topic)) {
            fields.append(
                            MISSING,
                            new Document("epoch", refusal.missing().epoch())
                                    .append("from", refusal.missing().from())
                                    .append("to", refusal.missing().to()))
                    .append(LOOK_AT, new Date(0))
                    .append(ASKED, 0);
        }
        return fields;
    }

    static EventRange missing(Document parkedKey) {
        var missing = parkedKey.get(MISSING, Document.class);
        return new EventRange(parkedKey.getString("key"), missing.getLong("from"), missing.getLong("to"));
    }

    /** Whether something waits that the key can go on with. What stands first may be older than what was applied. */
    boolean hasCome(Document parkedKey) {
        var missing = parkedKey.get(MISSING, Document.class);
        long epoch = missing.get("epoch", 0L);
        long from = missing.getLong("from");
        var next = letters.find(and(
                        eq(PARKED_KEY, parkedKey.getString("_id")),
                        gt("sequence", 0L),
                        or(gt("epoch", epoch), and(eq("epoch", epoch), gte("sequence", from)))))
                .sort(ORDER)
                .projection(include("sequence"))
                .first();
        return next != null && next.getLong("sequence") <= from;
    }

    /** Keys that miss something and were not looked after for long enough; those first that wait longest. */
    List<Document> due(int most) {
        return parkedKeys
                .find(and(exists(LOOK_AT), expr(new Document("$lte", List.of("$" + LOOK_AT, "$$NOW")))))
                .sort(ascending(LOOK_AT))
                .limit(most)
                .into(new ArrayList<>());
    }

    /**
     * Takes it upon this replica to ask for what the key misses, and puts off the next time: 15 s, 30 s, a minute and so
     * on, at most an hour.
     *
     * @return false when another replica did
     */
    boolean asking(Document parkedKey) {
        int asked = parkedKey.getInteger(ASKED, 0);
        long pause = Math.min(FIRST_PAUSE.toMillis() << Math.min(asked, 12), LONGEST_PAUSE.toMillis());
        return parkedKeys
                        .updateOne(
                                and(eq("_id", parkedKey.getString("_id")), eq(LOOK_AT, parkedKey.getDate(LOOK_AT))),
                                List.of(new Document(
                                        "$set",
                                        new Document(LOOK_AT, new Document("$add", List.of("$$NOW", pause)))
                                                .append(ASKED, asked + 1))))
                        .getModifiedCount()
                == 1;
    }

    /** Something came for these keys: those that can go on with it are to be looked after at once. */
    void lookAfter(String subscription, String topic, Collection<String> keys) {
        var ids = keys.stream().map(key -> id(subscription, topic, key)).toList();
        var canGoOn = parkedKeys.find(and(in("_id", ids), exists(LOOK_AT))).into(new ArrayList<>()).stream()
                .filter(this::hasCome)
                .map(key -> key.getString("_id"))
                .toList();
        if (!canGoOn.isEmpty()) {
            parkedKeys.updateMany(in("_id", canGoOn), Updates.set(LOOK_AT, new Date(0)));
        }
    }

    Optional<Document> find(String id) {
        return Optional.ofNullable(parkedKeys.find(eq("_id", id)).first());
    }

    /** Longest parked first. */
    List<Document> list(Optional<Instant> since, String afterId, int most) {
        var behind = since.map(Date::from)
                .map(date -> or(gt("since", date), and(eq("since", date), gt("_id", afterId))))
                .orElse(empty());
        return parkedKeys
                .find(behind)
                .sort(ascending("since", "_id"))
                .limit(most)
                .into(new ArrayList<>());
    }

    long lettersOf(String parkedKey) {
        return letters.countDocuments(eq(PARKED_KEY, parkedKey), new CountOptions().limit(MOST_COUNTED));
    }

    void count() {
        metrics.parkedKeys(parkedKeys.estimatedDocumentCount());
    }

    private Document letter(String subscription, ConsumerRecord<String, byte[]> record, String reason) {
        return LetterDocument.of(subscription, record, reason)
                .append(PARKED_KEY, id(subscription, record.topic(), LetterDocument.key(record)))
                .append("parkedAt", Date.from(clock.instant()));
    }

    static String id(String subscription, String topic, String key) {
        return Ids.derived("parked-key", subscription + '\n' + topic + '\n' + key);
    }
}
