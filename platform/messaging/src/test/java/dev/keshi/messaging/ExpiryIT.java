package dev.keshi.messaging;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ExplainVerbosity;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import dev.keshi.test.infrastructure.RealInfrastructure;
import dev.keshi.test.infrastructure.RealMongo;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server removes what stands in the index with a date that is over, once a minute; it looks nowhere else. */
@RealInfrastructure(ownDatabase = true)
class ExpiryIT {

    private static final Date OVER = new Date(0);

    private MongoClient client;
    private MongoDatabase database;
    private MongoCollection<Document> things;

    @BeforeEach
    void connect(RealMongo mongo) {
        client = MongoClients.create(mongo.uri());
        database = client.getDatabase(mongo.database());
        things = database.getCollection("things");
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void nothingExpiresBeforeItsEventsHaveBeenPublished() {
        StoreIndexes.expiry("things", "state.until", Duration.ofDays(90)).createIn(database);
        // Nothing here is as old as that: the server is not to interfere.
        var later = Date.from(new Date().toInstant().plus(Duration.ofDays(1)));
        things.insertMany(List.of(
                thing("pending", later, List.of(new Document("id", "e-1"))),
                thing("lasting", null, List.of()),
                thing("published", later, List.of())));

        assertThat(mayExpire(later)).isEqualTo(1);
        things.updateOne(eq("pending"), Updates.pull("outbox", new Document("id", "e-1")));
        assertThat(mayExpire(later)).isEqualTo(2);
        things.updateOne(eq("published"), Updates.push("outbox", new Document("id", "e-2")));
        assertThat(mayExpire(later)).isEqualTo(1);
        assertThat(mayExpire(OVER)).isZero();
    }

    /** Entries of the index with such a date, as the server counts them while it reads along it. */
    private int mayExpire(Date until) {
        return things.find(and(lte("state.until", until), eq("outbox", List.of())))
                .hintString("expiry_once_published")
                .explain(ExplainVerbosity.EXECUTION_STATS)
                .get("executionStats", Document.class)
                .getInteger("totalKeysExamined");
    }

    private static Document thing(String id, @Nullable Date until, List<Document> outbox) {
        return new Document("_id", id)
                .append("state", until == null ? new Document() : new Document("until", until))
                .append("outbox", outbox);
    }
}
