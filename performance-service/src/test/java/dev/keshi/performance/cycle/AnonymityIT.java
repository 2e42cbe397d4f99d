package dev.keshi.performance.cycle;

import static dev.keshi.performance.Enterprise.answer;
import static dev.keshi.performance.cycle.Studio.PEERS;
import static dev.keshi.performance.cycle.Studio.SHEETS;
import static dev.keshi.performance.cycle.Studio.SUBJECT;
import static dev.keshi.performance.cycle.Studio.SUPERIOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.performance.Enterprise;
import dev.keshi.performance.RunningService;
import dev.keshi.service.time.EnterpriseTime;
import dev.keshi.test.events.EventProbe;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.node.ObjectNode;

/**
 * Nobody finds out what a peer said. Worlds that differ in nothing but who said what, and when, look the same to everybody: every GET,
 * every event with its envelope, what is kept of the appraisals, the log.
 */
@RunningService
class AnonymityIT {

    private static final int FEWEST = 3;

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private EnterpriseTime time;

    private Search search;

    @BeforeEach
    void begin(EventProbe probe) {
        search = new Search(enterprise, probe);
    }

    @AfterEach
    void end() {
        search.close();
    }

    @Test
    void whoGaveWhatAndInWhichOrderMakesNoDifferenceToAnybody() {
        var plain = given(Map.of("rita", SHEETS[0], "rolf", SHEETS[1], "rosa", SHEETS[2]), PEERS);
        var turned = given(Map.of("rita", SHEETS[2], "rolf", SHEETS[0], "rosa", SHEETS[1]), PEERS.reversed());
        var mixed = given(Map.of("rita", mixed(0), "rolf", mixed(1), "rosa", mixed(2)), PEERS);
        var others = given(Map.of("ruth", SHEETS[0], "rolf", SHEETS[1], "rosa", SHEETS[2]), PEERS);
        var swapped = given(Map.of("rita", SHEETS[0], "rolf", SHEETS[2], "rosa", SHEETS[1]), PEERS.reversed());
        var worlds = List.of(plain, turned, mixed, others, swapped);

        sameToAll(worlds);
        worlds.forEach(world -> {
            world.step("close-rating", "CALIBRATION");
            calibrate(world);
        });
        sameToAll(worlds);
        assertThat(triedByOtherWeights(plain)).hasSize(2).allMatch(answer -> answer.startsWith("200 "));
        worlds.forEach(world -> world.step("publish", "PUBLISHED"));
        worlds.forEach(this::sign);
        sameToAll(worlds);

        assertThat(seenBy("ruth", plain)).isEqualTo(seenBy("ruth", turned)).isEqualTo(seenBy("ruth", mixed));
        assertThat(seenBy("rita", plain)).isEqualTo(seenBy("rita", swapped));
        for (var world : worlds.subList(1, worlds.size())) {
            assertThat(kept(world)).isEqualTo(kept(plain));
            assertThat(search.events(world)).isEqualTo(search.events(plain));
        }
        worlds.forEach(search::findsNoPeer);
        assertThat(worlds.stream().map(Studio::secret)).doesNotHaveDuplicates();
        assertThat(new Reader(enterprise, SUBJECT).aboutTheSubject(plain)).contains("\"peers\":3");
    }

    @Test
    void belowTheMinimumNothingTellsWhetherAnybodyHasSpoken() {
        var none = given(Map.of(), PEERS);
        var one = given(Map.of("rolf", SHEETS[0]), PEERS);
        var two = given(Map.of("rita", SHEETS[1], "ruth", SHEETS[2]), PEERS);
        var worlds = List.of(none, one, two);
        worlds.forEach(world -> world.step("close-rating", "CALIBRATION"));
        sameToAll(worlds);
        worlds.forEach(world -> world.step("publish", "PUBLISHED"));
        sameToAll(worlds);

        for (var world : worlds) {
            assertThat(new Reader(enterprise, SUBJECT).aboutTheSubject(world))
                    .contains("TOO_FEW_PEERS")
                    .doesNotContain("\"peers\"");
            assertThat(kept(world)).isEqualTo(kept(none));
            assertThat(search.events(world)).isEqualTo(search.events(none));
            search.findsNoPeer(world);
        }
    }

    /**
     * An event that told who is asked, or who need not give any more, would tell it of some and not of others. The superior, who stands in
     * those of the others as well because of the interviews, stands in the same ones whoever is asked.
     */
    @Test
    void everyEventTellsTheSameOfEverybodyWhetherAskedAsAPeerOrNot() {
        var asked = given(Map.of("rita", SHEETS[0], "rolf", SHEETS[1], "rosa", SHEETS[2]), PEERS);
        var nobody = Studio.openForNobody(enterprise, mongo, FEWEST);
        var ofTheSuperior = new HashSet<List<String>>();
        for (var world : List.of(asked, nobody)) {
            world.step("close-rating", "CALIBRATION");
            world.step("publish", "PUBLISHED");

            var told = search.told(world);
            assertThat(told).containsKeys("rita", "rolf", "rosa", "ruth", SUBJECT, SUPERIOR);
            ofTheSuperior.add(told.remove(SUPERIOR));
            assertThat(told.values())
                    .allSatisfy(types -> assertThat(types)
                            .containsExactly(
                                    "keshi.performance.appraisal-opened.v1",
                                    "keshi.performance.appraisal-published.v1"));
        }
        assertThat(ofTheSuperior).hasSize(1);
    }

    @Test
    void whatAPeerDoesMovesNothingThatAnybodyElseCanRead() {
        var studio = Studio.open(enterprise, mongo, FEWEST);
        var readers = Studio.READERS;
        var published = search.published();
        for (var peer : List.of("rosa", "rita", "rolf")) {
            var watching = Stream.concat(readers.stream(), PEERS.stream().filter(one -> !one.equals(peer)))
                    .toList();
            var before = exactly(watching, studio);

            assertThat(answer(studio.tryToGive(peer, "PEER", new double[] {100.1})))
                    .isEqualTo("400 invalid-request");
            studio.give(peer, "PEER", SHEETS[PEERS.indexOf(peer) % SHEETS.length]);
            assertThat(answer(studio.tryToGive(peer, "PEER", SHEETS[0]))).isEqualTo("409 rated-before");

            assertThat(exactly(watching, studio)).isEqualTo(before);
            assertThat(answer(studio.name(SUPERIOR, List.of(peer, "ruth")))).isEqualTo("204");
            assertThat(exactly(watching, studio)).isEqualTo(before);
        }
        assertThat(search.published()).isEqualTo(published);
        for (var rating : studio.ratings()) {
            for (var reader : readers) {
                whoIsNotAskedCannotTellWhetherSomebodyIs(reader, rating);
            }
        }
        search.findsNoPeer(studio);
    }

    @Test
    void neitherALateRatingNorRecalculationNorCalibrationNorOtherRulesTellPeersApart() {
        var studio = Studio.open(enterprise, mongo, FEWEST + 1);
        studio.give("rita", "PEER", SHEETS[0]);
        studio.give("rolf", "PEER", SHEETS[1]);
        studio.give("rosa", "PEER", SHEETS[2]);
        studio.step("close-rating", "CALIBRATION");
        var readers = Studio.READERS;
        var before = exactly(readers, studio);

        assertThat(answer(studio.tryToGive("ruth", "PEER", SHEETS[0]))).isEqualTo("409 rating-closed");
        scoreAgain(studio);

        assertThat(exactly(readers, studio)).isEqualTo(before);
        // Four were promised to be shown together, so personnel cannot have three shown.
        var replay = Enterprise.API + "/cycles/" + studio.cycle() + "/replay?self=0&superior=0&peer=100";
        assertThat(answer(enterprise.get("hana", replay + "&minimumPeers=3"))).isEqualTo("422 minimum-peers-lowered");
        assertThat(Enterprise.body(enterprise.get("hana", replay))).doesNotContain("otherGrade");
        var explained = explained(studio);
        calibrate(studio);
        assertThat(explained(studio)).isEqualTo(explained);
        studio.step("publish", "PUBLISHED");
        assertThat(explained(studio)).isEqualTo(explained);
        assertThat(answer(studio.tryToGive("ruth", "PEER", SHEETS[0]))).isEqualTo("409 rating-closed");
        search.findsNoPeer(studio);
    }

    private Studio given(Map<String, double[]> sheets, List<String> order) {
        var studio = Studio.open(enterprise, mongo, FEWEST);
        order.stream().filter(sheets::containsKey).forEach(peer -> studio.give(peer, "PEER", sheets.get(peer)));
        return studio;
    }

    /** Of each indicator what another one said: who is generous here need not be so there. */
    private static double[] mixed(int first) {
        return IntStream.range(0, SHEETS[0].length)
                .mapToDouble(indicator -> SHEETS[(first + indicator) % SHEETS.length][indicator])
                .toArray();
    }

    private void sameToAll(List<Studio> worlds) {
        for (var reader : Studio.READERS) {
            var seen = seenBy(reader, worlds.getFirst());
            assertThat(seen).as(reader).hasSizeGreaterThan(20);
            worlds.subList(1, worlds.size())
                    .forEach(world ->
                            assertThat(seenBy(reader, world)).as(reader).isEqualTo(seen));
        }
    }

    private Map<String, String> seenBy(String reader, Studio studio) {
        return new Reader(enterprise, reader).everythingAnonymous(studio);
    }

    private List<String> triedByOtherWeights(Studio studio) {
        return seenBy("hana", studio).entrySet().stream()
                .filter(one -> one.getKey().contains("weights="))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** To the letter. */
    private Map<String, Map<String, String>> exactly(Collection<String> readers, Studio studio) {
        var seen = new HashMap<String, Map<String, String>>();
        readers.forEach(reader -> seen.put(reader, new Reader(enterprise, reader).everything(studio)));
        seen.put("store", Map.of("appraisals", studio.kept().toString()));
        return seen;
    }

    private List<String> kept(Studio studio) {
        return studio.kept().stream()
                .map(one -> studio.anonymous(one.toJson()).replaceAll("\\{\"\\$date\": \"[^\"]*\"}", "<moment>"))
                .toList();
    }

    private void whoIsNotAskedCannotTellWhetherSomebodyIs(String reader, Document rating) {
        if (rating.get("state", Document.class).getString("raterId").equals(reader)) {
            return;
        }
        var there = rating.getString("_id");
        var nowhere = "r-" + UUID.randomUUID();
        UnaryOperator<String> give = id -> {
            var answer = enterprise.post(
                    reader,
                    "/ratings/" + id + "/give",
                    "1",
                    "{\"points\":[{\"indicator\":\"quality\",\"points\":80}]}");
            return Enterprise.status(answer)
                    + Enterprise.body(answer).replace(id, "<id>").replaceAll("\"traceId\":\"[^\"]*\"", "");
        };
        assertThat(give.apply(there)).startsWith("40").isEqualTo(give.apply(nowhere));
    }

    /** As a replica does that slept through it. */
    private void scoreAgain(Studio studio) {
        mongo.getCollection("cycle_work").deleteMany(new Document("_id", Pattern.compile("^" + studio.cycle())));
        mongo.getCollection("cycles")
                .updateOne(
                        new Document("_id", studio.cycle()),
                        new Document("$set", new Document("state.status", "SCORING")));
        studio.awaitStatus("CALIBRATION");
        // The step itself counted as a change of the cycle, which is nothing about anybody.
        mongo.getCollection("cycles")
                .updateOne(new Document("_id", studio.cycle()), new Document("$inc", new Document("version", -1L)));
    }

    private void calibrate(Studio studio) {
        var path = "/appraisals/" + studio.appraisal(SUBJECT);
        assertThat(answer(enterprise.post(
                        "hana",
                        path + "/calibrate",
                        enterprise.revision("hana", path),
                        "{\"grade\":\"GOOD\",\"reason\":\"带新人\"}")))
                .isEqualTo("200");
    }

    private void sign(Studio studio) {
        var path = "/appraisals/" + studio.appraisal(SUBJECT);
        assertThat(answer(enterprise.post(
                        SUPERIOR,
                        path + "/interview",
                        enterprise.revision(SUPERIOR, path),
                        Enterprise.interview(time.today()))))
                .isEqualTo("200");
        for (var signatory : List.of(SUBJECT, SUPERIOR)) {
            assertThat(answer(enterprise.post(signatory, path + "/sign", enterprise.revision(signatory, path), "")))
                    .isEqualTo("200");
        }
    }

    /** All but what a calibration itself says: the grade it gave and why. */
    private String explained(Studio studio) {
        var told = Enterprise.read(
                enterprise.get("hana", Enterprise.API + "/appraisals/" + studio.appraisal(SUBJECT) + "/explanation"));
        var unused = ((ObjectNode) told.at("/basis/grade")).remove(List.of("grade", "calibrations"));
        return told.toString();
    }
}
