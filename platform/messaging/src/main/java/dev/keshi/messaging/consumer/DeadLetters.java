package dev.keshi.messaging.consumer;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.bson.types.Binary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records that could not be applied, kept in the consumer's own store in the order of their key. The first failure
 * parks the key of one subscription; later records of that key follow it, so order holds, and all other keys go on.
 */
final class DeadLetters {

    /** The subscription under which records are kept that nobody could even read; it holds back the key for all. */
    static final String READER = "*";

    /** Why a record is here that may be as good as any. */
    static final String BEHIND = "behind a parked event";

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    private final MongoCollection<Document> parkedKeys;
    private final MongoCollection<Document> letters;
    private final ConsumerMetrics metrics;
    private final Clock clock;

    DeadLetters(MongoDatabase database, ConsumerMetrics metrics, Clock clock) {
        this.parkedKeys = database.getCollection("parked_keys");
        this.letters = database.getCollection("dead_letters");
        this.metrics = metrics;
        this.clock = clock;
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
    void park(String subscription, ConsumerRecord<String, byte[]> record, String reason) {
        var key = key(record);
        log.warn(
                "{} {}-{}@{} key {} is parked: {}",
                subscription,
                record.topic(),
                record.partition(),
                record.offset(),
                key,
                reason);
        letters.updateOne(
                eq("_id", subscription + "|" + record.topic() + "|" + record.partition() + "|" + record.offset()),
                Updates.setOnInsert(letter(subscription, record, key, reason)),
                new UpdateOptions().upsert(true));
        parkedKeys.updateOne(
                eq("_id", id(subscription, record.topic(), key)),
                combine(
                        setOnInsert("subscription", subscription),
                        setOnInsert("topic", record.topic()),
                        setOnInsert("key", key),
                        setOnInsert("reason", reason),
                        setOnInsert("since", Date.from(clock.instant()))),
                new UpdateOptions().upsert(true));
        metrics.parkedKeys(parkedKeys.estimatedDocumentCount());
    }

    static String key(ConsumerRecord<String, byte[]> record) {
        return record.key() == null ? "" : record.key();
    }

    private Document letter(String subscription, ConsumerRecord<String, byte[]> record, String key, String reason) {
        var headers = new Document();
        record.headers()
                .forEach(header -> headers.put(
                        header.key().replace('.', '_'), header.value() == null ? null : new Binary(header.value())));
        return new Document("subscription", subscription)
                .append("topic", record.topic())
                .append("partition", record.partition())
                .append("offset", record.offset())
                .append("key", key)
                .append("reason", reason)
                .append("parkedAt", Date.from(clock.instant()))
                .append("headers", headers)
                .append("value", record.value() == null ? null : new Binary(record.value()));
    }

    private static String id(String subscription, String topic, String key) {
        return subscription + "|" + topic + "|" + key;
    }
}
