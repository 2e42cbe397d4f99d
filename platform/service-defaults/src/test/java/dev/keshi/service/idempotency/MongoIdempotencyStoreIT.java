package dev.keshi.service.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.keshi.service.idempotency.IdempotencyStore.Claim;
import dev.keshi.service.idempotency.IdempotencyStore.Fingerprint;
import dev.keshi.service.idempotency.IdempotencyStore.StoredResponse;
import dev.keshi.test.infrastructure.RealInfrastructure;
import dev.keshi.test.infrastructure.RealMongo;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

@RealInfrastructure
class MongoIdempotencyStoreIT {

    private static final Fingerprint PRINT = new Fingerprint("head", Optional.of("$body"));
    private static final Duration PATIENCE = Duration.ofSeconds(12);
    private static final StoredResponse ANSWER =
            new StoredResponse(201, Map.of("ETag", "\"1\"", "Location", "/x"), "{}".getBytes());

    private MongoClient client;
    private MongoCollection<Document> keys;
    private IdempotencyStore store;

    @BeforeEach
    void open(RealMongo mongo) {
        client = MongoClients.create(mongo.uri());
        keys = client.getDatabase(mongo.database()).getCollection("idempotency_keys");
        keys.deleteMany(new Document());
        store = new MongoIdempotencyStore(new SimpleMongoClientDatabaseFactory(client, mongo.database()));
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aKeyIsTakenOnceAndItsAnswerIsKept() {
        var claim = (Claim.Taken) store.claim("$id", PRINT, PATIENCE);
        assertThat(store.claim("$id", PRINT, PATIENCE)).isEqualTo(new Claim.InFlight());
        assertThat(store.claim("$id", new Fingerprint("head", Optional.of("other")), PATIENCE))
                .isEqualTo(new Claim.OtherRequest());
        store.complete("$id", claim.token(), "$body", ANSWER);
        var done = (Claim.Done) store.claim("$id", PRINT, PATIENCE);
        assertThat(done.bodyHash()).isEqualTo("$body");
        assertThat(done.response().status()).isEqualTo(201);
        assertThat(done.response().headers()).isEqualTo(ANSWER.headers());
        assertThat(done.response().body()).isEqualTo(ANSWER.body());
        assertThat(store.claim("$id", new Fingerprint("another", Optional.of("$body")), PATIENCE))
                .isEqualTo(new Claim.OtherRequest());
    }

    @Test
    void ofManyAtOnceOneGetsTheKey() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Claim> attempt = () -> store.claim("race", PRINT, PATIENCE);
            var claims = threads
                    .invokeAll(IntStream.range(0, 30).mapToObj(i -> attempt).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(claims.stream().filter(Claim.Taken.class::isInstance)).hasSize(1);
            assertThat(claims.stream().filter(Claim.InFlight.class::isInstance)).hasSize(29);
        }
    }

    @Test
    void aMarkThatACrashLeftStopsCountingWhenNobodyWaitsAnyMoreByTheServersTime() {
        store.claim("crashed", PRINT, PATIENCE);
        waitedFor("crashed", PATIENCE.minusSeconds(1));
        assertThat(store.claim("crashed", PRINT, PATIENCE)).isEqualTo(new Claim.InFlight());
        waitedFor("crashed", PATIENCE.plusSeconds(1));
        assertThat(store.claim("crashed", new Fingerprint("head", Optional.of("other")), PATIENCE))
                .isEqualTo(new Claim.OtherRequest());
        var again = (Claim.Taken) store.claim("crashed", PRINT, PATIENCE);
        assertThat(store.claim("crashed", PRINT, PATIENCE)).isEqualTo(new Claim.InFlight());
        store.complete("crashed", "the token of the one that crashed", "$body", ANSWER);
        assertThat(store.claim("crashed", PRINT, PATIENCE)).isEqualTo(new Claim.InFlight());
        store.complete("crashed", again.token(), "$body", ANSWER);
        waitedFor("crashed", Duration.ofHours(1));
        assertThat(store.claim("crashed", PRINT, PATIENCE)).isInstanceOf(Claim.Done.class);
    }

    /** As if it had been claimed so much earlier. */
    private void waitedFor(String id, Duration time) {
        keys.updateOne(
                Filters.eq("_id", id),
                Updates.set("until", Date.from(Instant.now().plus(PATIENCE).minus(time))));
    }

    @Test
    void aKeyIsFreeAgainAfterADayEvenBeforeItIsSweptAway() {
        var claim = (Claim.Taken) store.claim("old", PRINT, PATIENCE);
        store.complete("old", claim.token(), "$body", ANSWER);
        keys.updateOne(
                Filters.eq("_id", "old"),
                Updates.set("createdAt", Date.from(Instant.now().minusSeconds(86_401))));
        assertThat(store.claim("old", new Fingerprint("other", Optional.empty()), PATIENCE))
                .isInstanceOf(Claim.Taken.class);
    }

    @Test
    void aKeyThatIsGivenBackIsFree() {
        var claim = (Claim.Taken) store.claim("back", PRINT, PATIENCE);
        store.release("back", claim.token());
        assertThat(store.claim("back", new Fingerprint("other", Optional.empty()), PATIENCE))
                .isInstanceOf(Claim.Taken.class);
    }

    @Test
    void theHashOfAStreamedBodyIsKeptWithTheAnswer() {
        var streamed = new Fingerprint("head", Optional.empty());
        var claim = (Claim.Taken) store.claim("stream", streamed, PATIENCE);
        store.complete("stream", claim.token(), "hash", ANSWER);
        assertThat(((Claim.Done) store.claim("stream", streamed, PATIENCE)).bodyHash())
                .isEqualTo("hash");
    }
}
