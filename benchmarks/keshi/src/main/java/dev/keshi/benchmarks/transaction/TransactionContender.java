package dev.keshi.benchmarks.transaction;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ReadConcern;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import dev.keshi.benchmarks.keshi.Titles;
import dev.keshi.benchmarks.load.Contender;
import dev.keshi.benchmarks.load.Keys;
import dev.keshi.contracts.org.PositionRevisedV1;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.bson.types.ObjectId;
import tools.jackson.databind.json.JsonMapper;

/** Reads, decides and writes as the aggregate store does, but the event goes to a collection of its own. */
final class TransactionContender implements Contender {

    static final String OUTBOX = "outbox";

    private static final int BATCH = 1_000;
    private static final TransactionOptions DURABLE = TransactionOptions.builder()
            .readConcern(ReadConcern.SNAPSHOT)
            .writeConcern(WriteConcern.MAJORITY.withJournal(true))
            .build();

    private final MongoClient client;
    private final MongoCollection<Document> positions;
    private final MongoCollection<Document> outbox;
    private final PollingRelay relay;
    private int backlogs;
    private final JsonMapper json = JsonMapper.builder().build();

    TransactionContender(MongoClient client, MongoDatabase database, PollingRelay relay) {
        this.client = client;
        this.positions = database.getCollection("positions");
        this.outbox = database.getCollection(OUTBOX);
        this.relay = relay;
    }

    @Override
    public void prepare(int aggregates) {
        insert(
                positions,
                aggregates,
                i -> new Document("_id", Keys.of(i))
                        .append("version", 0L)
                        .append("state", new Document("title", Titles.LONG).append("headcount", 0)));
    }

    @Override
    public void change(int aggregate) {
        var id = Keys.of(aggregate);
        try (var session = client.startSession()) {
            session.withTransaction(
                    () -> {
                        var before = Objects.requireNonNull(
                                positions.find(session, eq(id)).first());
                        int headcount = headcount(before) + 1;
                        if (positions
                                        .updateOne(session, unchanged(before), revision(before, headcount))
                                        .getMatchedCount()
                                != 1) {
                            throw new IllegalStateException("lost race");
                        }
                        return outbox.insertOne(session, entry(id, headcount));
                    },
                    DURABLE);
        }
        relay.wake();
    }

    @Override
    public void changeSilently(int aggregate) {
        var before =
                Objects.requireNonNull(positions.find(eq(Keys.of(aggregate))).first());
        positions.updateOne(unchanged(before), revision(before, headcount(before) + 1));
    }

    private static Bson unchanged(Document before) {
        return and(eq(before.getString("_id")), eq("version", before.getLong("version")));
    }

    private static Bson revision(Document before, int headcount) {
        return combine(
                set("state", new Document("title", Titles.LONG).append("headcount", headcount)),
                set("version", before.getLong("version") + 1));
    }

    private static int headcount(Document position) {
        return position.get("state", Document.class).getInteger("headcount");
    }

    private Document entry(String key, int headcount) {
        var event = new PositionRevisedV1(key, Titles.LONG, null, null, headcount);
        return new Document("_id", new ObjectId())
                .append("key", key)
                .append("type", "keshi.org.position-revised.v1")
                .append("data", new Binary(json.writeValueAsBytes(event)));
    }

    @Override
    public void fill(int events, int perAggregate) {
        outbox.drop();
        backlogs++;
        insert(outbox, events, i -> entry(Keys.filled(backlogs, i / perAggregate), i % perAggregate));
    }

    private static void insert(MongoCollection<Document> collection, int count, IntFunction<Document> fresh) {
        for (int from = 0; from < count; from += BATCH) {
            collection.insertMany(
                    IntStream.range(from, Math.min(from + BATCH, count))
                            .mapToObj(fresh)
                            .toList(),
                    new InsertManyOptions().ordered(false));
        }
    }

    @Override
    public void publish(boolean on) {
        if (on) {
            relay.start();
        } else {
            relay.stop();
        }
    }

    @Override
    public boolean hasDrained() {
        return outbox.find().first() == null;
    }
}
