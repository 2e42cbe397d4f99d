package dev.keshi.performance.cycle;

import static dev.keshi.performance.cycle.Studio.PEERS;
import static dev.keshi.performance.cycle.Studio.SHEETS;
import static dev.keshi.performance.cycle.Studio.SUBJECT;
import static dev.keshi.performance.cycle.Studio.SUPERIOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.performance.Enterprise;
import dev.keshi.performance.RunningService;
import dev.keshi.performance.StoreWatch;
import dev.keshi.performance.cycle.Effort.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * No answer takes longer or shorter because of what a peer has said or whether one has. For each peer who rates and each who asks, every
 * read and every refused command does the same work in the store and gives the same answer, whoever has rated.
 */
@RunningService
class EffortAnonymityIT {

    private static final int FEWEST = 3;

    /** The person, the superior, whoever leads from above, and each peer towards the others. */
    private static final List<String> READERS =
            Stream.concat(Stream.of(SUBJECT, SUPERIOR, "chris"), PEERS.stream()).toList();

    /** How many of the own ratings are passed depends on where another one's id lies between theirs, and on nothing else. */
    private static final Pattern OWN_KEYS = Pattern.compile("totalKeysExamined=\\d+");

    private static final Pattern OWN_POINTS = Pattern.compile("\"points\":[0-9.]+");

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private StoreWatch store;

    /** Worlds in which nobody has rated and in which one has, a different one in each; below the minimum, so nothing of it is ever shown. */
    @Test
    void whetherAPeerHasRatedMakesNoAnswerTakeMoreOrLess() {
        var worlds = new ArrayList<>(List.of(Studio.open(enterprise, mongo, FEWEST)));
        for (var peer : PEERS) {
            var world = Studio.open(enterprise, mongo, FEWEST);
            worlds.add(world);
            var others = READERS.stream().filter(one -> !one.equals(peer)).toList();
            var before = efforts(others, world);

            world.give(peer, "PEER", SHEETS[PEERS.indexOf(peer) % SHEETS.length]);

            var after = efforts(others, world);
            for (var other : others) {
                same(other + " before and after " + peer, after.get(other), before.get(other));
            }
        }
        takesTheSame(worlds);
        worlds.forEach(world -> world.step("close-rating", "CALIBRATION"));
        takesTheSame(worlds);
        worlds.forEach(world -> world.step("publish", "PUBLISHED"));
        takesTheSame(worlds);
    }

    /** Three of four, another one left out in each world. */
    @Test
    void whoIsAmongThoseWhoseMeanIsShownMakesNoAnswerTakeMoreOrLess() {
        var worlds = PEERS.stream().map(this::allBut).toList();
        takesTheSame(worlds);
        worlds.forEach(world -> world.step("close-rating", "CALIBRATION"));
        worlds.forEach(world -> world.step("publish", "PUBLISHED"));
        takesTheSame(worlds);
        assertThat(new Reader(enterprise, SUBJECT).aboutTheSubject(worlds.getFirst()))
                .contains("\"peers\":3");
    }

    @Test
    void aRatingThatIsThereAndOneThatIsNowhereTakeTheSame() {
        var studio = Studio.open(enterprise, mongo, FEWEST);
        studio.give("rita", "PEER", SHEETS[0]);
        for (var rating : studio.ratings()) {
            var there = rating.getString("_id");
            var nowhere = nextTo(there);
            for (var reader : READERS) {
                if (rating.get("state", Document.class).getString("raterId").equals(reader)) {
                    continue;
                }
                var effort = new Effort(enterprise, mongo, store);
                var reading = new Reader(enterprise, reader);
                var read = effort.of(() -> reading.answer(Enterprise.API + "/ratings/" + there));
                assertThat(read.answer()).startsWith("404 ");
                assertThat(read.takes()).contains("\"ratings\"", "totalDocsExamined=0");
                assertThat(without(there, read))
                        .isEqualTo(without(
                                nowhere, effort.of(() -> reading.answer(Enterprise.API + "/ratings/" + nowhere))));
                var given = effort.give(reader, there);
                assertThat(given.answer()).startsWith("404 ");
                assertThat(without(there, given)).isEqualTo(without(nowhere, effort.give(reader, nowhere)));
            }
        }
    }

    /** Of personnel, one who has rated as a peer: not even trying other rules takes what the others have said. */
    @Test
    void aTrialOfOtherRulesTakesWhoHasRatedAsAPeerTheSameWhateverOthersSaid() {
        var worlds = Stream.of(List.<String>of(), List.of("rita"), List.of("rolf", "rosa"))
                .map(peers -> {
                    var world = Studio.open(enterprise, mongo, FEWEST);
                    assertThat(Enterprise.answer(world.name(SUPERIOR, List.of("hugo"))))
                            .isEqualTo("204");
                    world.give("hugo", "PEER", SHEETS[2]);
                    peers.forEach(peer -> world.give(peer, "PEER", SHEETS[PEERS.indexOf(peer)]));
                    world.step("close-rating", "CALIBRATION");
                    return world;
                })
                .toList();
        var kinds = kinds(worlds);
        var told = worlds.stream()
                .map(world -> {
                    var effort = new Effort(enterprise, mongo, store);
                    var reading = new Reader(enterprise, "hugo");
                    var trials = new TreeMap<String, Told>();
                    reading.addresses(world).stream()
                            .filter(address -> address.contains("/replay?"))
                            .forEach(address -> trials.put(address, effort.of(() -> reading.answer(address))));
                    return withoutLengths(anonymous(trials, world, kinds));
                })
                .toList();
        assertThat(told.getFirst().values())
                .hasSizeGreaterThan(8)
                .anyMatch(one -> one.answer().startsWith("200 ") && one.takes().contains("\"ratings\""));
        told.subList(1, told.size()).forEach(other -> same("hugo", other, told.getFirst()));
    }

    /**
     * Other points have another length where they are stored, and other ids lie elsewhere in an index. Neither is kept from who may read the
     * others of a cycle; what is compared is which commands there are, by which way, and how many documents they look at and bring.
     */
    private static Map<String, Told> withoutLengths(Map<String, Told> told) {
        var without = new TreeMap<String, Told>();
        told.forEach((what, one) -> without.put(
                what,
                new Told(one.answer(), one.takes().replaceAll(" of [0-9]+ bytes| totalKeysExamined=[0-9]+", ""))));
        return without;
    }

    private Studio allBut(String left) {
        var world = Studio.open(enterprise, mongo, FEWEST);
        var sheets = List.of(SHEETS).iterator();
        PEERS.stream().filter(peer -> !peer.equals(left)).forEach(peer -> world.give(peer, "PEER", sheets.next()));
        return world;
    }

    /** To each reader, all worlds in which that one has rated, and all in which that one has not. */
    private void takesTheSame(List<Studio> worlds) {
        var kinds = kinds(worlds);
        var first = new HashMap<String, Map<String, Told>>();
        for (var world : worlds) {
            var given = given(world);
            efforts(READERS, world).forEach((reader, told) -> {
                var here = anonymous(told, world, kinds);
                var alike = first.putIfAbsent(reader + given.contains(reader), here);
                if (alike != null) {
                    same(reader, here, alike);
                }
            });
        }
        assertThat(first).hasSizeGreaterThanOrEqualTo(READERS.size());
    }

    private Map<String, Map<String, Told>> efforts(List<String> readers, Studio studio) {
        var effort = new Effort(enterprise, mongo, store);
        var efforts = new HashMap<String, Map<String, Told>>();
        readers.forEach(reader -> efforts.put(reader, effort.of(reader, studio)));
        return efforts;
    }

    private static void same(String whose, Map<String, Told> found, Map<String, Told> expected) {
        assertThat(found).as(whose).containsOnlyKeys(expected.keySet()).hasSizeGreaterThan(8);
        assertThat(found.values()).as(whose).anyMatch(one -> one.takes().contains("totalDocsExamined"));
        expected.forEach((what, told) -> {
            assertThat(found.get(what).answer()).as("%s: %s", whose, what).isEqualTo(told.answer());
            assertThat(found.get(what).takes()).as("%s: %s", whose, what).isEqualTo(told.takes());
        });
    }

    /** What is about this world, as if it were about another. Whose the ids are stands in the answers; in what they take, of what they are. */
    private static Map<String, Told> anonymous(Map<String, Told> told, Studio studio, Map<String, String> kinds) {
        var names = studio.names();
        var anonymous = new TreeMap<String, Told>();
        told.forEach((what, one) -> {
            var address = Studio.anonymous(what, names);
            if (!address.equals(what)) {
                var answer = Reader.anonymous(one.answer(), names);
                var takes = Studio.anonymous(one.takes(), kinds);
                anonymous.put(
                        address,
                        what.contains("/ratings/")
                                ? new Told(
                                        OWN_POINTS.matcher(answer).replaceAll("<own>"),
                                        OWN_KEYS.matcher(takes).replaceAll("<own>"))
                                : new Told(answer, takes));
            }
        });
        return anonymous;
    }

    /** Of what each id is, and how long. */
    private static Map<String, String> kinds(List<Studio> worlds) {
        var kinds = new HashMap<String, String>();
        worlds.forEach(world ->
                world.names().forEach((id, name) -> kinds.put(id, name.replaceAll(" of .*", "") + ':' + id.length())));
        return kinds;
    }

    private static List<String> given(Studio world) {
        return world.ratings().stream()
                .map(one -> one.get("state", Document.class))
                .filter(one -> one.getString("kind").equals("PEER")
                        && one.getString("status").equals("GIVEN"))
                .map(one -> one.getString("raterId"))
                .toList();
    }

    /** Where an id lies among the own ones of a reader says nothing, so it is to lie in the same place. */
    private static String nextTo(String id) {
        int last = id.length() - 1;
        return id.substring(0, last) + (id.charAt(last) == 'A' ? 'B' : 'A');
    }

    private static Told without(String rating, Told told) {
        return new Told(told.answer().replace(rating, "<rating>"), told.takes().replace(rating, "<rating>"));
    }
}
