package dev.keshi.e2e;

import static dev.keshi.e2e.TeamAtWork.body;
import static dev.keshi.e2e.TeamAtWork.today;
import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.keshi.chaos.fault.Failpoints;
import dev.keshi.launcher.activity.Appraisals;
import dev.keshi.launcher.client.Answer;
import dev.keshi.launcher.client.CallFailure;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Cast.Part;
import dev.keshi.launcher.platform.Service;
import dev.keshi.launcher.platform.Surroundings;
import dev.keshi.test.Eventually;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Performance-service is ended in the middle of each step of a cycle, as a power cut would, and goes on when it is back. */
@OnThePlatform
class KilledCycleIT {

    private static final Service PERFORMANCE = Service.PERFORMANCE;
    private static final String CYCLES = "/api/performance/v1/cycles/";
    private static final String PEOPLE = "/api/org/v1/people";

    /** The lease of the one that was killed, and the next looks behind it. */
    private static final Duration HANDED_ON = Duration.ofSeconds(60);

    /** The trap looks every fiftieth of a second whether it is armed. */
    private static final Duration ARMED = Duration.ofMillis(200);

    private final Keshi keshi;
    private final Caller personnel;
    private final TeamAtWork team;
    private final ThreePeers peers;
    private final PublishedAppraisals appraisals;
    private final ReadModels models;

    /** Of both cycles, also when midnight comes. */
    private final LocalDate last = today();

    private final MongoClient client;
    private final MongoDatabase store;

    @TempDir
    Path folder;

    private Optional<Failpoints> failpoints = Optional.empty();

    KilledCycleIT(Keshi keshi) {
        this.keshi = keshi;
        personnel = keshi.person(Part.HR);
        team = new TeamAtWork(keshi);
        peers = new ThreePeers(keshi, team);
        appraisals = new PublishedAppraisals(personnel, team.employee, team.manager, team.me);
        models = new ReadModels(keshi.administrator());
        client = MongoClients.create(keshi.mongodb());
        store = client.getDatabase(PERFORMANCE.database().orElseThrow());
    }

    @BeforeEach
    void itCanBeEndedAnywhere() {
        failpoints = Optional.of(new Failpoints(folder));
        keshi.kill(PERFORMANCE);
        startWithTrap();
    }

    @AfterEach
    void itIsBack() {
        keshi.kill(PERFORMANCE);
        keshi.start(PERFORMANCE);
        client.close();
    }

    @Scenario({"P1", "P5", "P6", "P7", "X2"})
    void killedInTheMiddleOfEachStepItComesToTheSameGradesAndTellsNothingTwice() {
        String template =
                appraisals.template("i-" + UUID.randomUUID().toString().substring(0, 30));
        String mover = hired();
        String cycle = planned(template);

        killed(cycle, "/open", "BEFORE_COMMIT", 2, "OPENING");
        assertThat(count("ratings", cycle)).as("asked before it was killed").isPositive();
        assertThat(count("appraisals", cycle))
                .as("appraised before it was killed")
                .isZero();
        startWithTrap();
        goesOnTo(cycle, "RATING");

        moves(mover);
        rated(cycle);
        killed(cycle, "/close-rating", "BEFORE_COMMIT", 2, "CLOSING");
        assertThat(stays(cycle, mover))
                .as("brought up to date before it was killed")
                .isOne();
        startWithTrap();
        goesOnTo(cycle, "RATING");
        assertThat(stays(cycle, mover)).isEqualTo(2);

        assertThat(Appraisals.waiveTheRest(personnel, cycle, "本次仅考核一人"))
                .as("of superiors whom closing has asked")
                .isOne();
        // Behind the end of closing, the ratings that are closed, and the write that decides who counts as a peer.
        killed(cycle, "/close-rating", "BEFORE_COMMIT", 4, "SCORING");
        assertThat(count("appraisals", cycle, "state.explanation"))
                .as("scored before it was killed")
                .isZero();
        startWithTrap();
        peersAreAGroupAndItIsDecidedOnceThatTheyCountIn(cycle);
        goesOnTo(cycle, "CALIBRATION");

        killed(cycle, "/publish", "AFTER_COMMIT", 1, "PUBLISHING");
        assertThat(count("appraisals", cycle, "state.publishedAt"))
                .as("published before it was killed")
                .isEqualTo(count("appraisals", cycle));
        startWithTrap();
        goesOnTo(cycle, "PUBLISHED");

        String undisturbed = undisturbed(template);
        comesToTheSameAs(undisturbed, cycle);
        for (String one : List.of(cycle, undisturbed)) {
            peersAreAGroupAndItIsDecidedOnceThatTheyCountIn(one);
        }
        nothingIsToldTwice(cycle);
    }

    private void peersAreAGroupAndItIsDecidedOnceThatTheyCountIn(String cycle) {
        assertThat(peers.groups()).containsExactly(peers.ids());
        assertThat(peers.counted(appraisal(cycle))).containsExactly(peers.ids());
    }

    /** @param passing of the threads that go on with cycles @param step in which the cycle is to be then; nobody goes on with it yet */
    private void killed(String cycle, String verb, String place, int passing, String step) {
        eventually(() -> assertThat(models.lag(PERFORMANCE.route())).isZero());
        failpoints.orElseThrow().arm(PERFORMANCE, place, passing, "cycle");
        LockSupport.parkNanos(ARMED.toNanos());
        try {
            assertThat(send(cycle, verb).status()).isIn(202, 502, 503, 504);
        } catch (CallFailure cut) {
            System.out.println("Killed before it answered: " + cut.getMessage());
        }
        Eventually.holds(() -> keshi.platform().pid(PERFORMANCE).isEmpty());
        failpoints.orElseThrow().disarm(PERFORMANCE);
        assertThat(store.getCollection("cycles")
                        .find(new Document("_id", cycle))
                        .map(kept -> kept.get("state", Document.class).getString("status"))
                        .first())
                .isEqualTo(step);
    }

    private Answer send(String cycle, String verb) {
        String path = CYCLES + cycle;
        return personnel.post(
                path + verb, body(), "If-Match", personnel.get(path).expect(200).etag());
    }

    private void startWithTrap() {
        keshi.start(PERFORMANCE, new Surroundings() {
            @Override
            public List<Path> classPath(Service service, Path jar) {
                var places = new ArrayList<>(List.of(jar));
                places.addAll(failpoints.orElseThrow().classPath(service));
                return places;
            }

            @Override
            public List<String> flags(Service service) {
                return failpoints.orElseThrow().flags(service);
            }
        });
    }

    private void goesOnTo(String cycle, String status) {
        long begin = System.nanoTime();
        eventually(HANDED_ON, () -> {
            JsonNode seen = Appraisals.cycle(personnel, cycle);
            assertThat(seen.path("status").asString()).as("%s", seen).isEqualTo(status);
        });
        System.out.printf("Gone on with to %s after %.1f s%n", status, (System.nanoTime() - begin) / 1e9);
    }

    private void rated(String cycle) {
        Appraisals.rate(team.employee, cycle, Leave.id(team.me), "SELF", 80);
        Appraisals.rate(team.manager, cycle, Leave.id(team.me), "SUPERIOR", 94);
        peers.areHeard(cycle, appraisal(cycle));
        Appraisals.waiveTheRest(personnel, cycle, "本次仅考核一人");
    }

    /** In the same month; who has moved since had done so when it was opened. */
    private String undisturbed(String template) {
        String cycle = planned(template);
        send(cycle, "/open").expect(202);
        goesOnTo(cycle, "RATING");
        rated(cycle);
        Appraisals.closeRating(personnel, cycle);
        Appraisals.publish(personnel, cycle);
        return cycle;
    }

    private String planned(String template) {
        return appraisals.planned(template, last.minusDays(29), last, last.minusDays(15));
    }

    private void comesToTheSameAs(String undisturbed, String killed) {
        assertThat(results(killed)).hasSizeGreaterThan(2).isEqualTo(results(undisturbed));
        // (10 x 80 + 60 x 94 + 30 x 90) / 100
        assertThat(results(killed).get(Leave.id(team.me))).contains("91.4").contains("EXCELLENT");
        JsonNode explained = Appraisals.explanation(personnel, appraisal(killed));
        assertThat(PublishedAppraisals.ofAnyCycle(explained))
                .isEqualTo(PublishedAppraisals.ofAnyCycle(Appraisals.explanation(personnel, appraisal(undisturbed))));
        ThreePeers.areOneIn(explained);
        for (String collection : List.of("appraisals", "ratings")) {
            assertThat(count(collection, killed)).as(collection).isEqualTo(count(collection, undisturbed));
        }
    }

    /** Of the employee. */
    private String appraisal(String cycle) {
        return Appraisals.idOf(personnel, cycle, Leave.id(team.me));
    }

    private Map<String, String> results(String cycle) {
        var results = new TreeMap<String, String>();
        for (JsonNode one : Appraisals.all(personnel, cycle)) {
            results.put(
                    one.path("personId").asString(),
                    "%s %s %s".formatted(one.path("stays"), one.path("total"), one.path("grade")));
        }
        return results;
    }

    private void nothingIsToldTwice(String cycle) {
        eventually(() -> assertThat(told(cycle))
                .containsExactlyInAnyOrder(
                        "keshi.performance.cycle-opened.v1", "keshi.performance.cycle-published.v1"));
        for (JsonNode one : Appraisals.all(personnel, cycle)) {
            var types = new ArrayList<>(List.of("keshi.performance.appraisal-opened.v1"));
            // Of whom nothing counts nothing is published.
            if (one.hasNonNull("grade")) {
                types.add("keshi.performance.appraisal-published.v1");
            }
            eventually(() -> assertThat(told(Leave.id(one))).containsExactlyInAnyOrderElementsOf(types));
        }
    }

    private List<String> told(String key) {
        return keshi.person(Part.AUDITOR)
                .get("/api/reporting/v1/events?limit=100&key=" + key)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(event -> event.path("type").asString())
                .toList();
    }

    private long count(String collection, String cycle) {
        return store.getCollection(collection).countDocuments(new Document("state.cycleId", cycle));
    }

    private long count(String collection, String cycle, String field) {
        return store.getCollection(collection)
                .countDocuments(new Document("state.cycleId", cycle).append(field, new Document("$ne", null)));
    }

    /** How many positions stand in somebody's appraisal. */
    private int stays(String cycle, String person) {
        var found = store.getCollection("appraisals")
                .find(new Document("state.cycleId", cycle).append("state.personId", person))
                .map(appraisal -> appraisal.get("state", Document.class).getList("stays", Document.class))
                .first();
        assertThat(found).isNotNull();
        return found.size();
    }

    /** Twenty days ago, into the same department. */
    private String hired() {
        String id = Leave.id(personnel
                .post(
                        PEOPLE,
                        body().put(
                                        "employeeNumber",
                                        "K-" + UUID.randomUUID().toString().substring(0, 12))
                                .put("name", "新员工")
                                .put(
                                        "departmentId",
                                        team.me.path("departmentId").asString())
                                .put("hiredOn", last.minusDays(20).toString()))
                .expect(201)
                .json()
                .path("person"));
        isKnown(id, "fact1");
        return id;
    }

    /** Ten days ago, into another department. */
    private void moves(String person) {
        String path = PEOPLE + "/" + person;
        personnel
                .post(
                        path + "/transfer",
                        body().put("departmentId", elsewhere())
                                .put("effectiveOn", last.minusDays(10).toString()),
                        "If-Match",
                        personnel.get(path).expect(200).etag())
                .expect(200);
        isKnown(person, "fact2");
    }

    private String elsewhere() {
        return keshi.person(Part.BUSY_EMPLOYEE)
                .get(PEOPLE + "/me")
                .expect(200)
                .json()
                .path("person")
                .path("departmentId")
                .asString();
    }

    private void isKnown(String person, String fact) {
        Eventually.holds(() -> store.getCollection("employments")
                        .countDocuments(new Document("_id", person).append(fact, new Document("$exists", true)))
                == 1);
    }
}
