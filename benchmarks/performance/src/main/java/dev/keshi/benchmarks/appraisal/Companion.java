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
    private static final Duration OFTEN = Duration.ofMillis(20);

    /** What looks at a whole collection. */
    private static final Duration SELDOM = Duration.ofSeconds(1);

    private static final double NANOS = 1e9;
    private static final String VALUES = "indicator_values";

    private final MongoDatabase store;
    private final People people;
    private final Signer signer;
    private final Work work;
    private final Movement movement;

    private Companion(MongoDatabase store, String kafka) {
        this.store = store;
        var services = new OtherServices(kafka);
        this.people = new People(services);
        this.signer = Signer.known(services, setting("KESHI_SECURITY_ISSUER"));
        this.work = new Work(services);
        this.movement = new Movement(kafka, services, work, people);
    }

    public static void main(String[] arguments) throws IOException {
        var address = new ConnectionString(setting("SPRING_MONGODB_URI"));
        var store = MongoClients.create(address).getDatabase(Objects.requireNonNull(address.getDatabase()));
        var companion = new Companion(store, setting("SPRING_KAFKA_BOOTSTRAP_SERVERS"));
        new Conversation(companion::carryOut).hold();
    }

    /**
     * @param numbers how many people there are to be, or which of them; how many events a second, for how many seconds, of the crowd (1) or not; else the
     *     cycle
     */
    private Map<String, Object> carryOut(String verb, int[] numbers) {
        int number = numbers.length == 0 ? 0 : numbers[0];
        return switch (verb) {
            case "token" -> Map.of("token", signer.token("hana", "EMPLOYEE", "HR", "ADMIN"));
            case "person" ->
                Map.of("id", People.person(number), "token", signer.token(People.person(number), "EMPLOYEE"));
            case "people" -> {
                people.growTo(number);
                await(() -> isKnown(number));
                yield Map.of();
            }
            case "crowd" -> {
                people.crowd(number);
                await(() -> isEverybodyKnown(people.inTeams() + number));
                yield Map.of();
            }
            case "work" -> {
                work.ofEverybody(people);
                await(
                        SELDOM,
                        () -> valuesOfWork() == people.inTeams() + people.inCrowd()
                                && !somethingMoves()
                                && isTold(VALUES));
                yield Map.of();
            }
            case "steady" -> movement.steady(number, numbers[1], numbers[2] == 1, () -> await(this::areFactsKnown));
            case "give" -> Map.of("given", Raters.give(cycle(number), false));
            case "give-with-peers" -> Map.of("given", Raters.give(cycle(number), true));
            case "moved" -> {
                await(() -> !somethingMoves());
                yield Map.of();
            }
            case "told" -> {
                await(() -> isTold(Cycle.APPRAISALS));
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
        return isEverybodyKnown(many)
                && areFactsKnown()
                && store.getCollection("employments")
                                .countDocuments(new Document("fact2", new Document("$exists", true)))
                        == People.movesAmong(many);
    }

    private boolean isEverybodyKnown(int many) {
        return store.getCollection("directory_people").estimatedDocumentCount() == many
                && store.getCollection("employments").estimatedDocumentCount() == many;
    }

    private boolean areFactsKnown() {
        return store.getCollection("facts").estimatedDocumentCount()
                == People.figuresOf(people.inTeams()) + work.facts();
    }

    /** Of how many people it is known, with the department they work in, how much of their work was in time. */
    private long valuesOfWork() {
        return store.getCollection(VALUES)
                .countDocuments(new Document("state.indicator", Work.INDICATOR)
                        .append("state.personId", new Document("$exists", true))
                        .append("state.departmentId", new Document("$exists", true))
                        .append("state.value", new Document("$exists", true)));
    }

    private boolean isTold(String collection) {
        return store.getCollection(collection)
                        .find(new Document("outbox.0", new Document("$exists", true)))
                        .hintString("pending_since")
                        .projection(new Document("_id", 1))
                        .first()
                == null;
    }

    private static void await(BooleanSupplier done) {
        await(OFTEN, done);
    }

    private static void await(Duration every, BooleanSupplier done) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("Not done after " + PATIENCE);
            }
            LockSupport.parkNanos(every.toNanos());
        }
    }

    private static String setting(String name) {
        return Objects.requireNonNull(System.getenv(name), name);
    }
}
