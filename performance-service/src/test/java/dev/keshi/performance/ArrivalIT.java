package dev.keshi.performance;

import static dev.keshi.performance.Enterprise.API;
import static dev.keshi.performance.Enterprise.read;
import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.test.events.Arrivals;
import dev.keshi.test.infrastructure.RealKafka;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Whatever way events of other services come, in the end the same is known: of people and positions, of the organisation, of work done. */
@RunningService
class ArrivalIT {

    private static final int WAYS = 4;
    private static final List<String> COPIES =
            List.of("employments", "positions", "directory_departments", "directory_people");

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MongoTemplate mongo;

    private final String run = "w" + UUID.randomUUID().toString().substring(0, 8) + "-";
    private Wire wire;

    @BeforeEach
    void connect(RealKafka kafka) {
        enterprise.begin();
        wire = new Wire(kafka.bootstrap());
    }

    @AfterEach
    void disconnect() {
        wire.close();
    }

    @Test
    void whateverWayEventsComeTheSameIsKnownInTheEnd() {
        long seed = Arrivals.seed("ArrivalIT");
        var plainly = History.of(wire, run + "0-", seed);
        plainly.arrivals().asTheyHappened(wire::again);
        allHasCome();
        var expected = known(plainly);
        assertThat(expected)
                .as("seed %d", seed)
                .hasSizeGreaterThan(100)
                .anyMatch(one -> one.contains("doneAt"))
                .anyMatch(one -> one.contains("COURSES:DUE_DATES") && one.contains("\"late\": true"));

        for (int way = 1; way <= WAYS; way++) {
            var history = History.of(wire, run + way + "-", seed);
            history.arrivals().asTheyMay(new Random(seed + way), wire::again);
            allHasCome();
            assertThat(known(history)).as("seed %d, way %d", seed, way).isEqualTo(expected);
        }
        assertThat(mongo.getCollection("parked_keys").countDocuments(new Document("key", Pattern.compile("^" + run))))
                .isZero();
    }

    /** Everything that was sent has been handled. */
    private void allHasCome() {
        wire.flush();
        eventually(() -> assertThat(read(enterprise.get("ada", API + "/operations/lag"))
                        .path("records")
                        .asLong(-1))
                .isZero());
    }

    /** What is kept of a world, as it would be of any other: revisions only count writes, lanes follow from ids. */
    private List<String> known(History history) {
        var of = new Document("_id", Pattern.compile(history.pattern()));
        var facts = mongo.getCollection("facts")
                .find(of)
                .projection(new Document("state", 1))
                .into(new ArrayList<>());
        return Stream.concat(
                        facts.stream(),
                        COPIES.stream()
                                .flatMap(copy -> mongo.getCollection(copy).find(of).into(new ArrayList<>()).stream()))
                .map(one -> history.anonymous(inOrder(one).toJson()))
                .sorted()
                .toList();
    }

    /** Which field stands first says nothing. */
    private static Document inOrder(Document document) {
        var sorted = new Document();
        new TreeMap<>(document)
                .forEach((name, value) ->
                        sorted.append(name, value instanceof Document nested ? inOrder(nested) : value));
        return sorted;
    }
}
