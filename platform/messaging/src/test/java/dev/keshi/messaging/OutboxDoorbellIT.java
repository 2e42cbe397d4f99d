package dev.keshi.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.keshi.test.Eventually;
import dev.keshi.test.infrastructure.RealInfrastructure;
import dev.keshi.test.infrastructure.RealMongo;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RealInfrastructure(ownDatabase = true)
class OutboxDoorbellIT {

    private static final String HISTORY_LOST =
            "{ok: 0, errmsg: 'Resume of change stream was not possible, as the resume point may no longer be in the oplog.',"
                    + " code: 286, codeName: 'ChangeStreamHistoryLost'}";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Queue<Pending> rung = new ConcurrentLinkedQueue<>();
    private final AtomicInteger sweeps = new AtomicInteger();
    private MongoClient client;
    private MongoDatabase database;

    @BeforeEach
    void connect(RealMongo mongo) {
        client = MongoClients.create(mongo.uri());
        database = client.getDatabase(mongo.database());
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void aLostHistoryIsCountedAndSweptForAndNewsStillRings() {
        var doorbell = new OutboxDoorbell(
                historyIsLostOnce(), List.of("things"), rung::add, sweeps::incrementAndGet, new RelayMetrics(meters));

        doorbell.open();
        try {
            Eventually.holds(() -> meters.counter("relay_history_lost_total").count() == 1);
            Eventually.holds(() -> sweeps.get() == 1);
            database.getCollection("things").insertOne(new Document("_id", "a").append("version", 1L));
            Eventually.holds(() -> rung.contains(new Pending("things", "a")));
        } finally {
            doorbell.close();
        }

        assertThat(meters.counter("relay_history_lost_total").count()).isEqualTo(1);
        assertThat(sweeps)
                .as("when the stream was opened, and when it was closed")
                .hasValue(2);
    }

    /** The first stream is refused as a server does whose oplog no longer reaches back to where the stream stood. */
    private MongoDatabase historyIsLostOnce() {
        var streams = new AtomicInteger();
        return (MongoDatabase) Proxy.newProxyInstance(
                MongoDatabase.class.getClassLoader(), new Class<?>[] {MongoDatabase.class}, (_, method, args) -> {
                    if (method.getName().equals("watch") && streams.getAndIncrement() == 0) {
                        throw new MongoCommandException(BsonDocument.parse(HISTORY_LOST), new ServerAddress());
                    }
                    try {
                        return method.invoke(database, args);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }
}
