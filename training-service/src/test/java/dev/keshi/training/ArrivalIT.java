package dev.keshi.training;

import static dev.keshi.test.Eventually.eventually;
import static dev.keshi.training.Enterprise.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.test.events.Arrivals;
import dev.keshi.test.infrastructure.RealKafka;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Whatever way events come, in the end the same is known of people, and the same people have to take the same courses, each once: what belongs
 * to where they began, and what their appraisals and figures found weak. The same courses are taken, and the same is said of what they brought,
 * whether work after a course is heard of before or after who came to it.
 */
@RunningService
class ArrivalIT {

    private static final int WAYS = 6;
    private static final List<String> COPIES = List.of("positions", "directory_departments", "directory_people");

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MovedClock clock;

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
    void whateverWayEventsComeTheSameCoursesAreToBeTakenInTheEnd() {
        long seed = Arrivals.seed("ArrivalIT");
        var templates = List.of("clerk-" + run, "lead-" + run, "desk-" + run);
        templates.forEach(template -> enterprise.course(",\"inductionOf\":[\"%s\"]".formatted(template)));
        var indicators = List.of("care-" + run, "speed-" + run);
        indicators.forEach(this::coursesFor);
        var today = clock.today();
        var begin = clock.instant().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(1));

        var histories = IntStream.rangeClosed(0, WAYS)
                .mapToObj(way -> history(way, seed, today, begin, templates, indicators))
                .toList();
        var chances = IntStream.rangeClosed(0, WAYS)
                .mapToObj(way -> new Random(seed + way))
                .toList();
        everyWay(way -> {
            comes(way, histories.get(way).arrivals(), chances.get(way));
            allHasCome(world(way));
        });
        daysPass(1);
        var late = new ArrayList<Arrivals>();
        everyWay(way -> {
            var history = histories.get(way);
            history.goesOn(assigned(world(way), "OPEN"));
            late.add(way == 0 ? inTime(history) : someOneIsLate(way, history, chances.get(way)));
        });
        daysPass(25);
        everyWay(way -> {
            comes(way, late.get(way), chances.get(way));
            allHasCome(world(way));
        });

        var expected = known(0, histories.getFirst());
        assertThat(expected)
                .as("seed %d", seed)
                .hasSizeGreaterThan(80)
                .anyMatch(one -> one.contains("WEAK_INDICATOR"))
                .anyMatch(one -> one.contains("INDUCTION"))
                .anyMatch(one -> one.contains("COMPLETED") && one.contains("\"effect\""))
                .anyMatch(one -> one.contains("COMPLETED") && one.contains("\"figureEffect\""))
                .anyMatch(one ->
                        one.contains("WEAK_INDICATOR") && one.contains("\"figure\"") && !one.contains("\"weakness\""));
        for (int way = 1; way <= WAYS; way++) {
            assertThat(known(way, histories.get(way)))
                    .as("seed %d, way %d", seed, way)
                    .isEqualTo(expected);
        }
        assertThat(mongo.getCollection("parked_keys").countDocuments(new Document("key", Pattern.compile("^" + run))))
                .isZero();
    }

    /** One is taken, and what is found weak of the work after it is found to need another. */
    private void coursesFor(String indicator) {
        for (int number = 0; number < 2; number++) {
            enterprise.course(",\"indicators\":[\"%s\"]".formatted(indicator));
        }
    }

    private static void everyWay(IntConsumer comes) {
        IntStream.rangeClosed(0, WAYS).forEach(comes);
    }

    /** In the first of the worlds as it happened. */
    private void comes(int way, Arrivals arrivals, Random chance) {
        if (way == 0) {
            arrivals.asTheyHappened(wire::again);
        } else {
            arrivals.asTheyMay(chance, wire::again);
        }
    }

    /** Nobody comes to a course before it is assigned: whoever has learned it before has not to take it. */
    private Arrivals inTime(History history) {
        history.attendances().forEach(wire::again);
        allHasCome(world(0));
        history.afterwards().forEach(wire::again);
        allHasCome(world(0));
        return new Arrivals();
    }

    /** @return who came, of whom that is heard when all else was done that follows from work after the course */
    private Arrivals someOneIsLate(int way, History history, Random chance) {
        var now = new Arrivals();
        var late = new Arrivals();
        history.afterwards().forEach(now::add);
        history.attendances().forEach(one -> (chance.nextBoolean() ? now : late).add(one));
        now.asTheyMay(chance, wire::again);
        allHasCome(world(way));
        return late;
    }

    private void daysPass(int days) {
        clock.letPass(days);
        everyWay(way -> figuresStand(world(way)));
    }

    private History history(
            int way, long seed, LocalDate today, Instant begin, List<String> templates, List<String> indicators) {
        return History.of(wire, world(way), seed, today, begin, templates, indicators);
    }

    private String world(int way) {
        return run + way + "-";
    }

    /** Everything that was sent has been handled, and everybody of whom it told something was followed. */
    private void allHasCome(String world) {
        wire.flush();
        eventually(() -> assertThat(read(enterprise.get("ada", "/operations/lag"))
                        .path("records")
                        .asLong(-1))
                .isZero());
        eventually(() -> assertThat(mongo.getCollection("trainee_news")
                        .countDocuments(new Document("news", true).append("personId", Pattern.compile("^" + world))))
                .isZero());
    }

    /** Those of months that are over; of this month no figure counts yet. */
    private void figuresStand(String world) {
        var ofWorld = new Document("personId", Pattern.compile("^" + world));
        var waiting = new Document(ofWorld)
                .append(
                        "countsFrom",
                        new Document("$lte", Date.from(clock.instant().plus(Duration.ofHours(1)))));
        eventually(() -> assertThat(mongo.getCollection("trainee_news").countDocuments(waiting))
                .isZero());
        eventually(() -> assertThat(
                        mongo.getCollection("trainee_news").countDocuments(new Document(ofWorld).append("news", true)))
                .isZero());
    }

    /** What is kept of a world, as it would be of any other. */
    private List<String> known(int way, History history) {
        var of = Pattern.compile("^" + world(way));
        var copies = COPIES.stream()
                .flatMap(copy ->
                        mongo.getCollection(copy).find(new Document("_id", of)).into(new ArrayList<>()).stream());
        var facts = mongo
                .getCollection("trainee_facts")
                .find(new Document("state.personId", of))
                .projection(new Document("state", 1))
                .into(new ArrayList<>())
                .stream()
                .peek(ArrivalIT::withoutIdThatFollowsFromIds);
        var assigned = Stream.of("OPEN", "COMPLETED").flatMap(status -> assigned(world(way), status).stream());
        return Stream.concat(Stream.concat(copies, facts), assigned)
                .map(one -> history.anonymous(inOrder(one).toJson()))
                .sorted()
                .toList();
    }

    /** That of what was learned follows from who came to what, so it is another in each world. */
    private static void withoutIdThatFollowsFromIds(Document fact) {
        if (fact.get("state", Document.class).getString("kind").equals("LEARNED")) {
            fact.remove("_id");
        }
    }

    /**
     * When it was assigned, until when it is to be taken and under which id, follows from what was heard of first; and so does of what had
     * ended when somebody left whether it was assigned at all.
     */
    private List<Document> assigned(String world, String status) {
        return mongo
                .getCollection("assignments")
                .find(new Document("state.personId", Pattern.compile("^" + world)).append("state.status", status))
                .sort(new Document("state.personId", 1).append("state.courseCode", 1))
                .map(assignment -> assignment.get("state", Document.class))
                .into(new ArrayList<>())
                .stream()
                .peek(state -> state.remove("assignedAt"))
                .peek(state -> state.remove("dueOn"))
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
