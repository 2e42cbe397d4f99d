package dev.keshi.performance.cycle;

import static dev.keshi.performance.cycle.Studio.PEERS;
import static dev.keshi.performance.cycle.Studio.SHEETS;
import static dev.keshi.performance.cycle.Studio.SUBJECT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.performance.Enterprise;
import dev.keshi.performance.RunningService;
import dev.keshi.test.events.EventProbe;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who compares one publication with the next learns how the mean of a group of peers has moved, indicator by indicator, or that it was not whole, and
 * nothing else: not who was missing or exchanged, what whoever has joined has said, or of which single ratings the movement is made. Worlds in which
 * that is the same look the same to everybody, also to peers, who see none of it.
 */
@RunningService
class SuccessiveAnonymityIT {

    private static final int FEWEST = 3;

    /** By how much each mean moves. */
    private static final double[] MOVES = {1.1, -2.3, 3.7, -4.9};

    /** What comes in the place of the third sheet so that the means of three move by as much. */
    private static final double[] LATER = moved(SHEETS[2], 3);

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MongoTemplate mongo;

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
    void twoPublicationsOfOneGroupTellOnlyHowTheMeanHasMoved() {
        var before = three("rita", "rolf", "rosa");
        var first = List.of(first(before), first(three("rosa", "rolf", "rita")));
        var nobodyForAnybody = second(before, Map.of("rita", SHEETS[0], "rolf", SHEETS[1], "rosa", LATER));
        var eachALittle = second(
                before, Map.of("rita", moved(SHEETS[0], 1), "rolf", moved(SHEETS[1], 1), "rosa", moved(SHEETS[2], 1)));
        var second = List.of(nobodyForAnybody, eachALittle);

        sameToAll(first);
        sameToAll(second);
        // Whoever rated alike in both cycles sees no more of one of these than of the other.
        assertThat(seenBy("rolf", first.getFirst())).isEqualTo(seenBy("rolf", first.getLast()));
        for (var peer : PEERS) {
            assertThat(new Reader(enterprise, peer).aboutTheSubject(nobodyForAnybody))
                    .as(peer)
                    .doesNotContain("\"total\"", "\"grade\"");
        }
        assertThat(search.events(eachALittle)).isEqualTo(search.events(nobodyForAnybody));
        second.forEach(search::findsNoPeer);
        // There was something to compare.
        var means = means(first.getFirst());
        var after = means(nobodyForAnybody);
        assertThat(IntStream.range(0, after.size())
                        .mapToObj(each ->
                                after.get(each).subtract(means.get(each)).doubleValue()))
                .containsOnly(Arrays.stream(MOVES).boxed().toArray(Double[]::new));
    }

    /**
     * Whoever supposes that the three have repeated themselves would have the fourth's points from four times the later mean less three times the
     * earlier one. Whatever they are, also whether there are any, everything that can be read is the same: calibrated or published, in answers and events,
     * and in trials of other rules, which weigh the peers alone.
     */
    @Test
    void whatAFourthSaysIsInNothingThatCanBeReadWhenTheOthersRepeatThemselves() {
        var before = three("rita", "rolf", "rosa");
        var worlds = new ArrayList<Studio>();
        var calibrated = new ArrayList<Map<String, Map<String, String>>>();
        for (var after : List.of(
                before,
                and(before, "ruth", new double[] {0, 0, 0, 0}),
                and(before, "ruth", new double[] {1.5, 98.5, 33.3, 66.6}),
                and(before, "ruth", new double[] {100, 100, 100, 100}))) {
            var world = scored(before, after);
            calibrated.add(Studio.READERS.stream()
                    .collect(Collectors.toMap(reader -> reader, reader -> seenBy(reader, world))));
            worlds.add(world.step("publish", "PUBLISHED"));
        }

        for (var world : calibrated) {
            assertThat(world).isEqualTo(calibrated.getFirst());
        }
        assertThat(calibrated.getFirst().get("hana").keySet()).anyMatch(path -> path.contains("/replay"));
        sameToAll(worlds);
        for (var world : worlds) {
            assertThat(explained(world)).contains("\"peers\":3");
            assertThat(search.events(world)).isEqualTo(search.events(worlds.getFirst()));
            search.findsNoPeer(world);
        }
        // Whoever was not counted has rated all the same, and sees nothing that came out either.
        assertThat(new Reader(enterprise, "ruth").aboutTheSubject(worlds.getLast()))
                .doesNotContain("\"total\"", "\"grade\"");
    }

    /** Three were shown together; of two that are left, or of these and another, nothing is, so there is no difference that one could take for one of them. */
    @Test
    void whoIsMissingOrWasExchangedTakesAwayWhatTheOthersSay() {
        var before = three("rita", "rolf", "rosa");
        var second = Stream.<Map<String, double[]>>of(
                        Map.of(),
                        Map.of("rita", SHEETS[0], "rolf", SHEETS[1]),
                        Map.of("rolf", SHEETS[1], "rosa", SHEETS[2]),
                        Map.of("rita", SHEETS[0], "rolf", SHEETS[1], "ruth", LATER),
                        Map.of("ruth", LATER, "rolf", SHEETS[1], "rosa", SHEETS[2]))
                .map(after -> second(before, after))
                .toList();

        sameToAll(second);
        for (var world : second) {
            assertThat(explained(world)).contains("TOO_FEW_PEERS").doesNotContain("\"peers\"");
            assertThat(search.events(world)).isEqualTo(search.events(second.getFirst()));
            search.findsNoPeer(world);
        }
    }

    private static Map<String, double[]> three(String first, String second, String third) {
        return Map.of(first, SHEETS[0], second, SHEETS[1], third, SHEETS[2]);
    }

    private static Map<String, double[]> and(Map<String, double[]> sheets, String peer, double[] sheet) {
        var all = new HashMap<>(sheets);
        all.put(peer, sheet);
        return all;
    }

    private Studio first(Map<String, double[]> sheets) {
        return gave(now(), sheets).step("close-rating", "CALIBRATION").step("publish", "PUBLISHED");
    }

    /** The second publication of a world of its own. */
    private Studio second(Map<String, double[]> before, Map<String, double[]> after) {
        return scored(before, after).step("publish", "PUBLISHED");
    }

    private Studio scored(Map<String, double[]> before, Map<String, double[]> after) {
        assertThat(explained(first(before))).contains("\"peers\":3");
        return gave(next(), after).step("close-rating", "CALIBRATION");
    }

    private Studio now() {
        return Studio.open(enterprise, mongo, FEWEST);
    }

    private Studio next() {
        return Studio.openNext(enterprise, mongo, FEWEST).remembering();
    }

    private static Studio gave(Studio studio, Map<String, double[]> sheets) {
        PEERS.stream().filter(sheets::containsKey).forEach(peer -> studio.give(peer, "PEER", sheets.get(peer)));
        return studio;
    }

    /** Exact to one decimal, as points are. */
    private static double[] moved(double[] sheet, int times) {
        return IntStream.range(0, sheet.length)
                .mapToDouble(each -> Math.round(10 * (sheet[each] + times * MOVES[each])) / 10.0)
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

    /** What three peers mean of each indicator, as the person who is rated sees it. */
    private List<BigDecimal> means(Studio studio) {
        return JsonMapper.shared().readTree(explained(studio)).findParents("peers").stream()
                .filter(one -> one.get("peers").asInt() == FEWEST)
                .map(one -> one.get("points").decimalValue())
                .toList();
    }

    /** As the person who is rated sees it. */
    private String explained(Studio studio) {
        var path = Enterprise.API + "/appraisals/" + studio.appraisal(SUBJECT) + "/explanation";
        return Enterprise.body(enterprise.get(SUBJECT, path));
    }
}
