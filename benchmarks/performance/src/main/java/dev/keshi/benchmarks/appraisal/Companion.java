package dev.keshi.benchmarks.appraisal;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.keshi.benchmarks.load.Conversation;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.bson.Document;

/** A process beside performance-service, on its mongod and in its database. */
final class Companion {

    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final double NANOS = 1e9;

    private final MongoDatabase store;
    private final People people;
    private final Signer signer;

    private Companion(MongoDatabase store, OtherServices services, Signer signer) {
        this.store = store;
        this.people = new People(services);
        this.signer = signer;
    }

    public static void main(String[] arguments) throws IOException {
        var address = new ConnectionString(setting("SPRING_MONGODB_URI"));
        var store = MongoClients.create(address).getDatabase(Objects.requireNonNull(address.getDatabase()));
        var services = new OtherServices(setting("SPRING_KAFKA_BOOTSTRAP_SERVERS"));
        var companion = new Companion(store, services, Signer.known(services, setting("KESHI_SECURITY_ISSUER")));
        new Conversation((verb, numbers) -> companion.carryOut(verb, numbers.length == 0 ? 0 : numbers[0])).hold();
    }

    /** @param number how many people there are to be, or which of them, else the cycle */
    private Map<String, Object> carryOut(String verb, int number) {
        return switch (verb) {
            case "token" -> Map.of("token", signer.token("hana", "EMPLOYEE", "HR", "ADMIN"));
            case "person" ->
                Map.of("id", People.person(number), "token", signer.token(People.person(number), "EMPLOYEE"));
            case "people" -> {
                people.growTo(number);
                await(() -> isKnown(number));
                yield Map.of();
            }
            case "give" -> Map.of("given", Raters.give(cycle(number)));
            case "moved" -> {
                await(() -> !somethingMoves());
                yield Map.of();
            }
            case "told" -> {
                await(this::isTold);
                yield Map.of();
            }
            case "opened" -> Map.of("seconds", new BulkWriter(store).opened(cycle(number)) / NANOS);
            case "scored" -> Map.of("seconds", new BulkWriter(store).scored(cycle(number)) / NANOS);
            case "digest" -> Digest.of(cycle(number));
            default -> throw new IllegalArgumentException("nobody can " + verb);
        };
    }

    private Cycle cycle(int number) {
        return new Cycle(store, number);
    }

    /** Indicators follow from figures beside everything else. */
    private boolean somethingMoves() {
        return store.getCollection("facts")
                        .find(new Document("moved", new Document("$exists", true)))
                        .first()
                != null;
    }

    /** Whether the service has read all that was published of so many people. */
    private boolean isKnown(int many) {
        return store.getCollection("directory_people").estimatedDocumentCount() == many
                && store.getCollection("employments").estimatedDocumentCount() == many
                && store.getCollection("facts").estimatedDocumentCount() == People.figuresOf(many)
                && store.getCollection("employments")
                                .countDocuments(new Document("fact2", new Document("$exists", true)))
                        == People.movesAmong(many);
    }

    private boolean isTold() {
        return store.getCollection(Cycle.APPRAISALS)
                        .find(new Document("outbox.0", new Document("$exists", true)))
                        .hintString("pending_since")
                        .projection(new Document("_id", 1))
                        .first()
                == null;
    }

    private static void await(BooleanSupplier done) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("Not done after " + PATIENCE);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static String setting(String name) {
        return Objects.requireNonNull(System.getenv(name), name);
    }
}
