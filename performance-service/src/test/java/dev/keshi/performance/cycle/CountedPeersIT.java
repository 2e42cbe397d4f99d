package dev.keshi.performance.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.messaging.Versioned;
import dev.keshi.performance.RunningService;
import dev.keshi.performance.scoring.RaterKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who counts as a peer of Mo, on a real store, whoever scores and how often. */
@RunningService
class CountedPeersIT {

    private static final int FEWEST = 3;

    @Autowired
    private CountedPeers peers;

    private final String mo = "mo-" + UUID.randomUUID();

    @Test
    void ofTwoCyclesThatAreScoredAtTheSameMomentWithGroupsThatOverlapOneCounts() throws Exception {
        var together = new CyclicBarrier(2);
        var counted = new ArrayList<Integer>();
        try (var both = Executors.newFixedThreadPool(2)) {
            var scorings = Stream.of(given("a-1", "ann", "bob", "cid"), given("a-2", "ann", "bob", "dan"))
                    .<Callable<Integer>>map(given -> () -> {
                        together.await();
                        return raters(peers.decided(given, FEWEST)).size();
                    })
                    .toList();
            for (var one : both.invokeAll(scorings)) {
                counted.add(one.get());
            }
        }
        assertThat(counted).containsExactlyInAnyOrder(0, 3);
    }

    @Test
    void aScoringThatIsDoneAgainComesToTheSameAlsoWhenOthersHaveBeenCountedMeanwhile() {
        var first = given("a-1", "ann", "bob", "cid");
        var crossed = given("a-2", "ann", "bob", "dan", "eve", "fay");
        assertThat(raters(peers.decided(first, FEWEST))).containsExactlyInAnyOrder("ann", "bob", "cid");
        assertThat(raters(peers.decided(crossed, FEWEST))).containsExactlyInAnyOrder("dan", "eve", "fay");

        assertThat(raters(peers.decided(first, FEWEST))).containsExactlyInAnyOrder("ann", "bob", "cid");
        assertThat(raters(peers.decided(crossed, FEWEST))).containsExactlyInAnyOrder("dan", "eve", "fay");
        assertThat(raters(peers.asDecided(crossed, Set.of(mo)))).containsExactlyInAnyOrder("dan", "eve", "fay");
        // Nobody has decided it, so it is from before anything was, or of too few.
        assertThat(raters(peers.asDecided(given("a-0", "ann", "dan"), Set.of(mo))))
                .containsExactlyInAnyOrder("ann", "dan");
    }

    @Test
    void whoIsNoPeerCountsAnyhowAndOfTooFewNothingIsKept() {
        var self = rating("a-1", mo, RaterKind.SELF);
        var superior = rating("a-1", "tom", RaterKind.SUPERIOR);
        var two = Map.of(
                "a-1",
                List.of(self, superior, rating("a-1", "ann", RaterKind.PEER), rating("a-1", "bob", RaterKind.PEER)));

        assertThat(peers.decided(two, FEWEST)).isEqualTo(two);
        assertThat(peers.groupings().of(Set.of(mo))).isEmpty();

        var counted = peers.decided(given("a-2", "ann", "bob", "cid"), FEWEST);
        assertThat(raters(counted)).hasSize(3);
        var exchanged = Map.of(
                "a-3",
                List.of(
                        self("a-3"),
                        rating("a-3", "ann", RaterKind.PEER),
                        rating("a-3", "bob", RaterKind.PEER),
                        rating("a-3", "dan", RaterKind.PEER)));
        assertThat(raters(peers.decided(exchanged, FEWEST))).containsExactly(mo);
    }

    /** Who was asked as a peer before the person moved to where that one leads. */
    @Test
    void whoeverIsShownByNameAsSuperiorIsNoPeerInTheSameAppraisal() {
        var both = Map.of(
                "a-1",
                List.of(
                        rating("a-1", "tom", RaterKind.SUPERIOR),
                        rating("a-1", "tom", RaterKind.PEER),
                        rating("a-1", "ann", RaterKind.PEER),
                        rating("a-1", "bob", RaterKind.PEER)));

        assertThat(raters(peers.decided(both, FEWEST))).containsExactly("tom", "ann", "bob");
        assertThat(peers.decided(both, FEWEST).get("a-1").getFirst().state().kind())
                .isEqualTo(RaterKind.SUPERIOR);
        assertThat(raters(peers.asDecided(both, Set.of(mo)))).containsExactly("tom", "ann", "bob");
        assertThat(peers.groupings().of(Set.of(mo))).isEmpty();
    }

    private Versioned<RatingDocument> self(String appraisal) {
        return rating(appraisal, mo, RaterKind.SELF);
    }

    private Map<String, List<Versioned<RatingDocument>>> given(String appraisal, String... raters) {
        return Map.of(
                appraisal,
                Stream.of(raters)
                        .map(rater -> rating(appraisal, rater, RaterKind.PEER))
                        .toList());
    }

    private Versioned<RatingDocument> rating(String appraisal, String rater, RaterKind kind) {
        return new Versioned<>(
                appraisal + "-" + rater, 1, RatingDocument.asked("c-1", appraisal, 0, "t-1", mo, rater, kind));
    }

    private static List<String> raters(Map<String, List<Versioned<RatingDocument>>> given) {
        return given.values().stream()
                .flatMap(List::stream)
                .map(one -> one.state().raterId())
                .toList();
    }
}
