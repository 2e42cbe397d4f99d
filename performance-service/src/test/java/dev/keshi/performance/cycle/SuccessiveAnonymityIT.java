package dev.keshi.performance.cycle;

import static dev.keshi.performance.cycle.Studio.PEERS;
import static dev.keshi.performance.cycle.Studio.SHEETS;
import static dev.keshi.performance.cycle.Studio.SUBJECT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.performance.Enterprise;
import dev.keshi.performance.RunningService;
import dev.keshi.test.events.EventProbe;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who compares one publication with the next learns how the mean of the peers has moved, indicator by indicator, and nothing else: not
 * whether somebody was exchanged, who that was, or of which single ratings the movement is made. Worlds in which the means of both cycles are
 * the same look the same to everybody, also to peers, who see none of it.
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
    void twoPublicationsTellOnlyHowTheMeanHasMoved() {
        var first = List.of(
                gave(now(), Map.of("rita", SHEETS[0], "rolf", SHEETS[1], "rosa", SHEETS[2])),
                gave(now(), Map.of("rita", SHEETS[2], "rolf", SHEETS[1], "rosa", SHEETS[0])));
        publish(first);
        var rosaForRuth = gave(next(), Map.of("rita", SHEETS[0], "rolf", SHEETS[1], "ruth", LATER));
        var ritaForRuth = gave(next(), Map.of("ruth", LATER, "rolf", SHEETS[1], "rosa", SHEETS[0]));
        var nobodyForAnybody = gave(next(), Map.of("rita", SHEETS[0], "rolf", SHEETS[1], "rosa", LATER));
        var eachALittle = gave(
                next(), Map.of("rita", moved(SHEETS[0], 1), "rolf", moved(SHEETS[1], 1), "rosa", moved(SHEETS[2], 1)));
        var second = List.of(rosaForRuth, ritaForRuth, nobodyForAnybody, eachALittle);
        publish(second);

        sameToAll(first);
        sameToAll(second);
        // Whoever rated alike in both cycles sees no more of them than of a world in which nobody was exchanged.
        assertThat(seenBy("rolf", first.getFirst())).isEqualTo(seenBy("rolf", first.getLast()));
        assertThat(seenBy("rolf", rosaForRuth))
                .isEqualTo(seenBy("rolf", ritaForRuth))
                .isEqualTo(seenBy("rolf", nobodyForAnybody));
        for (var peer : PEERS) {
            assertThat(new Reader(enterprise, peer).aboutTheSubject(rosaForRuth))
                    .as(peer)
                    .doesNotContain("\"total\"", "\"grade\"");
        }
        for (var world : second) {
            assertThat(search.events(world)).isEqualTo(search.events(rosaForRuth));
        }
        second.forEach(search::findsNoPeer);
        // There was something to compare.
        var before = means(first.getFirst());
        var after = means(rosaForRuth);
        assertThat(IntStream.range(0, after.size())
                        .mapToObj(each ->
                                after.get(each).subtract(before.get(each)).doubleValue()))
                .containsOnly(Arrays.stream(MOVES).boxed().toArray(Double[]::new));
    }

    /** Three were shown together; of two that are left nothing is, so there is no difference that one could take for the third. */
    @Test
    void aPeerWhoIsNotReplacedTakesAwayWhatTheOthersSay() {
        var three = gave(now(), Map.of("rita", SHEETS[0], "rolf", SHEETS[1], "rosa", SHEETS[2]));
        publish(List.of(three));
        assertThat(explained(three)).contains("\"peers\":3");

        var none = gave(next(), Map.of());
        var withoutRosa = gave(next(), Map.of("rita", SHEETS[0], "rolf", SHEETS[1]));
        var withoutRita = gave(next(), Map.of("rolf", SHEETS[1], "rosa", SHEETS[2]));
        var second = List.of(none, withoutRosa, withoutRita);
        publish(second);

        sameToAll(second);
        for (var world : second) {
            assertThat(explained(world)).contains("TOO_FEW_PEERS").doesNotContain("\"peers\"");
            assertThat(search.events(world)).isEqualTo(search.events(none));
            search.findsNoPeer(world);
        }
    }

    private Studio now() {
        return Studio.open(enterprise, mongo, FEWEST);
    }

    private Studio next() {
        return Studio.openNext(enterprise, mongo, FEWEST);
    }

    private static Studio gave(Studio studio, Map<String, double[]> sheets) {
        PEERS.stream().filter(sheets::containsKey).forEach(peer -> studio.give(peer, "PEER", sheets.get(peer)));
        return studio;
    }

    private static void publish(List<Studio> worlds) {
        worlds.forEach(world -> world.step("close-rating", "CALIBRATION"));
        worlds.forEach(world -> world.step("publish", "PUBLISHED"));
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
