package dev.keshi.risk;

import static dev.keshi.risk.Enterprise.answer;
import static dev.keshi.risk.Enterprise.read;
import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.EncryptedText;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.org.DepartmentLeadershipChangedV1;
import dev.keshi.contracts.org.DepartmentOpenedV1;
import dev.keshi.contracts.org.PersonHiredV1;
import dev.keshi.contracts.org.PersonSeparatedV1;
import dev.keshi.contracts.org.PersonTransferredV1;
import dev.keshi.contracts.workflow.WorkItemCompletedV1;
import dev.keshi.test.events.Arrivals;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.events.SeenEvent;
import dev.keshi.test.infrastructure.RealKafka;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever way word of work that is done comes, in the end the same measures are done, each once, and the same risks are as low; whatever way
 * figures of performance-service come, the same values are there and the same warnings were raised; and the same is known of the
 * organisation.
 */
@RunningService
class ArrivalIT {

    private static final int WAYS = 4;
    private static final int RISKS = 5;
    private static final int MEASURES = 3;
    private static final int PEOPLE = 8;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MovedClock clock;

    @Autowired
    private MongoTemplate mongo;

    private final String run = "w" + UUID.randomUUID().toString().substring(0, 8) + "-";
    private Wire wire;
    private Instant begin;
    private LocalDate today;

    @BeforeEach
    void connect(RealKafka kafka) {
        enterprise.begin();
        wire = new Wire(kafka.bootstrap());
        begin = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        today = clock.today();
    }

    @AfterEach
    void disconnect() {
        wire.close();
    }

    @Test
    void whateverWayWordOfDoneWorkAndOfFiguresComesItIsTheSameInTheEnd(EventProbe probe) {
        long seed = Arrivals.seed("ArrivalIT");
        var plainly = new World(run + "0-", new Random(seed));
        plainly.arrivals.asTheyHappened(wire::again);
        allHasCome(plainly);
        var expected = plainly.known();
        assertThat(expected)
                .as("seed %d", seed)
                .anyMatch(one -> one.contains("DONE"))
                .anyMatch(one -> one.contains("PLANNED"))
                .anyMatch(one -> one.contains("CANCELLED"))
                .anyMatch(one -> one.contains("system:risk-service"))
                .anyMatch(one -> one.contains("RECOVERED"));
        var told = plainly.told(probe.drain());
        assertThat(told).isNotEmpty().doesNotHaveDuplicates();

        for (int way = 1; way <= WAYS; way++) {
            var world = new World(run + way + "-", new Random(seed));
            world.arrivals.asTheyMay(new Random(seed + way), wire::again);
            allHasCome(world);
            assertThat(world.known()).as("seed %d, way %d", seed, way).isEqualTo(expected);
            var again = probe.drain();
            assertThat(world.told(again)).as("seed %d, way %d", seed, way).containsExactlyInAnyOrderElementsOf(told);
        }
        assertThat(mongo.getCollection("parked_keys").countDocuments(new Document("key", Pattern.compile("^" + run))))
                .isZero();
    }

    /** Everything that was sent has been handled, and every report and figure of it was carried out. */
    private void allHasCome(World world) {
        wire.flush();
        eventually(() -> assertThat(read(enterprise.get("ada", "/operations/lag"))
                        .path("records")
                        .asLong(-1))
                .isZero());
        eventually(() -> assertThat(mongo.getCollection("measure_reports")
                        .countDocuments(new Document("tryAt", new Document("$exists", true))))
                .isZero());
        world.indicators.haveTakenAll();
        eventually(() -> assertThat(mongo.getCollection("risks")
                        .countDocuments(new Document("outbox.0", new Document("$exists", true))))
                .isZero());
    }

    /** Risks with measures and indicators, and what other services tell of them. The same chance makes the same of them. */
    private final class World {

        private final String name;
        private final Random random;
        private final List<String> risks = new ArrayList<>();
        private final List<String> measures = new ArrayList<>();
        private final Arrivals arrivals = new Arrivals();
        private final FedIndicators indicators;

        World(String name, Random random) {
            this.name = name;
            this.random = random;
            organisation();
            for (int i = 0; i < RISKS; i++) {
                risk();
            }
            indicators = new FedIndicators(enterprise, mongo, wire, arrivals, name, random, today);
        }

        private void risk() {
            var risk = enterprise.risk();
            risks.add(risk);
            assertThat(answer(enterprise.command(
                            "ona", "/risks/" + risk, "/respond", "{\"response\":\"REDUCE\",\"rationale\":\"成本可控\"}")))
                    .isEqualTo("200");
            for (int i = 0; i < MEASURES; i++) {
                measure(risk, i);
            }
            done(risk, "no-such", "max");
        }

        /** Done once, or by two pieces of work, or cancelled before, or not at all. */
        private void measure(String risk, int number) {
            var body = """
                {"title":"措施 %d","ownerId":"max","dueOn":"%s","expected":{"likelihood":%d,"impact":%d}}
                """.formatted(number, clock.today().plusDays(30), 1 + random.nextInt(2), random.nextInt(2));
            var planned = enterprise.command("ona", "/risks/" + risk, "/measures", body);
            assertThat(answer(planned)).isEqualTo("200");
            var measure = read(planned).get("measures").get(number).get("id").asString();
            measures.add(risk + "/" + measure);
            int what = measures.size() % 5;
            if (what == 0) {
                assertThat(answer(enterprise.command(
                                "ona", "/risks/" + risk, "/measures/" + measure + "/cancel", "{\"reason\":\"退出\"}")))
                        .isEqualTo("200");
            }
            if (what < 4) {
                done(risk, measure, random.nextBoolean() ? "max" : "mia");
            }
            if (what == 1) {
                done(risk, measure, "max");
            }
        }

        private void done(String risk, String measure, String by) {
            var item = name + "w" + arrivals.size();
            happens(new WorkItemCompletedV1(
                    item,
                    "措施",
                    by,
                    "team",
                    null,
                    "EVENT",
                    "risk-measure/%s/%s/%s".formatted(risk, measure, item),
                    "HIGH",
                    clock.today(),
                    clock.today(),
                    begin.minusSeconds(60),
                    begin,
                    begin,
                    true,
                    0,
                    60,
                    null));
        }

        private void organisation() {
            var longAgo = LocalDate.of(2019, 1, 1);
            for (int i = 0; i < 3; i++) {
                happens(new DepartmentOpenedV1(
                        name + "d" + i, "D" + i, "DEPARTMENT", "部门", null, null, null, List.of(), longAgo, 1));
                happens(new DepartmentLeadershipChangedV1(name + "d" + i, name + "p" + i, List.of(), longAgo));
            }
            for (int i = 0; i < PEOPLE; i++) {
                var person = name + "p" + i;
                happens(new PersonHiredV1(
                        person, "E" + i, new EncryptedText(person, "AAAA"), null, department(), null, null, longAgo));
                happens(new PersonTransferredV1(person, department(), null, null, longAgo.plusDays(30)));
                if (random.nextInt(3) == 0) {
                    happens(new PersonSeparatedV1(person, longAgo.plusDays(60)));
                }
            }
        }

        private String department() {
            return name + "d" + random.nextInt(3);
        }

        private void happens(PublishedEvent event) {
            arrivals.add(wire.told(event, begin.plusSeconds(arrivals.size())));
        }

        /** As it would be of any other world; which estimate was the last follows from which report was carried out last. */
        List<String> known() {
            var known = new ArrayList<String>();
            for (int i = 0; i < risks.size(); i++) {
                var risk = read(enterprise.get("ona", "/risks/" + risks.get(i)));
                var current = risk.get("current");
                known.add("risk %d: %d x %d, %s"
                        .formatted(
                                i,
                                current.get("likelihood").asInt(),
                                current.get("impact").asInt(),
                                current.get("level").asString()));
                for (JsonNode measure : risk.get("measures")) {
                    known.add("risk %d: %s %s %s"
                            .formatted(
                                    i,
                                    measure.get("title").asString(),
                                    measure.get("status").asString(),
                                    measure.path("endedOn").asString("")));
                }
            }
            for (var copy : List.of("directory_departments", "directory_people")) {
                mongo.getCollection(copy)
                        .find(new Document("_id", Pattern.compile("^" + name)))
                        .sort(new Document("_id", 1))
                        .map(one -> arrivals.withoutIds(
                                new Document(new TreeMap<>(one)).toJson().replace(name, "")))
                        .into(known);
            }
            known.addAll(indicators.known());
            return known;
        }

        /** Which measures this service told of as done, as often as it did, and what it told of warnings. */
        List<String> told(List<SeenEvent> events) {
            var told = new ArrayList<>(indicators.told(events));
            events.stream()
                    .filter(event -> event.type().equals("keshi.risk.measure-completed.v1"))
                    .map(event -> JSON.readTree(event.json()))
                    .map(data -> data.get("riskId").asString() + "/"
                            + data.get("measureId").asString())
                    .filter(measures::contains)
                    .map(measure -> "measure " + measures.indexOf(measure))
                    .forEach(told::add);
            return told;
        }
    }
}
