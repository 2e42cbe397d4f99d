package dev.keshi.performance.cycle;

import static dev.keshi.performance.cycle.Studio.PEERS;
import static dev.keshi.performance.cycle.Studio.SHEETS;
import static dev.keshi.performance.cycle.Studio.SUBJECT;
import static dev.keshi.performance.cycle.Studio.SUPERIOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.performance.Enterprise;
import dev.keshi.performance.RunningService;
import dev.keshi.performance.StoreWatch;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * A request about an appraisal takes the same of the store whoever has rated, so no answer comes sooner or later because of it. Time is
 * not measured, since a measured one proves nothing, but that of which it is made.
 *
 * <p>Compared is every GET about Sally's appraisal, its cycle and its ratings, and every command on the appraisal and on ratings of others
 * (none changes anything), for the one who is rated, the superior, whoever leads from above, personnel and each peer: the answer with its headers and, in
 * their order, the commands to the store. Of a search: all of it, with collection, filter and hint, how many documents come and how long
 * they are, by which indexes they are found, and how many keys and documents are looked at. Of other commands: which one, where, and how many
 * documents it met.
 *
 * <p>Ids, and with them how many keys lie between those of an {@code $in}, differ from one world to the next by chance. So there is one
 * world, and only what a peer has said changes in it: while rating is open by giving it, afterwards, when nobody can, in the store, where one peer's
 * rating becomes such as another one's is, or a longer one. That what is kept beside ratings is the same then, is for {@link AnonymityIT}.
 *
 * <p>Left out as chance: moments in a search; what other commands write, which are keys of requests; the tree of departments, which is read every
 * two seconds by whoever comes. Left out also: of the plans that the store has in mind for a search without a hint, which one it takes at
 * that moment (it is asked for the one that it would choose); trials of other rules, which do read peers' ratings, for personnel, but not
 * of whom they have rated as a peer; commands on the cycle, which would be carried out; what runs in the background.
 */
@RunningService
class EffortAnonymityIT {

    private static final int FEWEST = 3;

    private static final List<String> EVERYBODY = Stream.concat(
                    Stream.of(SUBJECT, SUPERIOR, "chris", "hana"), PEERS.stream())
            .toList();

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private StoreWatch store;

    @Test
    void aRatingThatIsGivenMakesNoRequestOfOthersTakeMoreOrLess() {
        var studio = Studio.open(enterprise, mongo, FEWEST);
        var effort = new Effort(enterprise, mongo, store, studio);
        var before = effort.ofEach(EVERYBODY);
        for (var peer : PEERS.subList(0, FEWEST)) {
            studio.give(peer, "PEER", SHEETS[PEERS.indexOf(peer)]);

            before = sameButTo(Set.of(peer), before, effort.ofEach(EVERYBODY));
        }
    }

    @Test
    void whoIsAmongThoseWhoseMeanIsShownMakesNoRequestOfOthersTakeMoreOrLess() {
        var studio = Studio.open(enterprise, mongo, FEWEST);
        for (var peer : PEERS.subList(0, FEWEST)) {
            studio.give(peer, "PEER", SHEETS[PEERS.indexOf(peer)]);
        }
        var effort = new Effort(enterprise, mongo, store, studio);
        for (var verb : List.of("close-rating", "publish")) {
            studio.step(verb, verb.equals("publish") ? "PUBLISHED" : "CALIBRATION");
            var before = effort.ofEach(EVERYBODY);
            var rita = ratingBy("rita", studio);
            var ruth = ratingBy("ruth", studio);

            becomes(rita, ruth);
            becomes(ruth, atLength(rita));

            var after = sameButTo(Set.of("rita", "ruth"), before, effort.ofEach(EVERYBODY));
            assertThat(after.get("hana").values()).anyMatch(one -> one.contains("\"peers\":3"));
        }
    }

    @Test
    void belowTheMinimumItMakesNoDifferenceWhetherAnybodyHasRated() {
        var studio = Studio.open(enterprise, mongo, FEWEST);
        studio.give("rita", "PEER", SHEETS[0]);
        var effort = new Effort(enterprise, mongo, store, studio);
        for (var verb : List.of("close-rating", "publish")) {
            studio.step(verb, verb.equals("publish") ? "PUBLISHED" : "CALIBRATION");
            var before = effort.ofEach(EVERYBODY);
            var rita = ratingBy("rita", studio);

            becomes(rita, ratingBy("ruth", studio));

            var after = sameButTo(Set.of("rita"), before, effort.ofEach(EVERYBODY));
            assertThat(after.get("hana").values()).anyMatch(one -> one.contains("TOO_FEW_PEERS"));
            becomes(rita, rita);
        }
    }

    /** So nobody can try ids, and the answer to one tells neither who is asked nor whether that one has rated. */
    @Test
    void aRatingOfAnotherOneTakesAsMuchAsOneThatIsNowhere() {
        var studio = Studio.open(enterprise, mongo, FEWEST);
        studio.give("rita", "PEER", SHEETS[0]);
        var effort = new Effort(enterprise, mongo, store, studio);
        effort.raters().forEach((there, rater) -> {
            var nowhere = nextTo(there);
            for (var reader : EVERYBODY) {
                if (!reader.equals(rater)) {
                    assertThat(without(there, effort.ofRating(reader, there)))
                            .as("%s's, to %s", rater, reader)
                            .allSatisfy(one ->
                                    assertThat(one).startsWith("404 ").contains("\"ratings\"", "totalDocsExamined=0"))
                            .isEqualTo(without(nowhere, effort.ofRating(reader, nowhere)));
                }
            }
        });
    }

    /** Those whose own ratings have changed do see it, so it could have been seen. */
    private static Map<String, Map<String, String>> sameButTo(
            Set<String> raters, Map<String, Map<String, String>> before, Map<String, Map<String, String>> after) {
        before.forEach((reader, expected) -> {
            var found = after.getOrDefault(reader, Map.of());
            assertThat(found).as(reader).hasSizeGreaterThan(12).containsOnlyKeys(expected.keySet());
            assertThat(found.values())
                    .as(reader)
                    .anyMatch(one -> one.contains("\"ratings\"") && one.contains("totalDocsExamined"));
            if (raters.contains(reader)) {
                assertThat(found).as(reader).isNotEqualTo(expected);
            } else {
                expected.forEach((what, taken) ->
                        assertThat(found.get(what)).as("%s: %s", reader, what).isEqualTo(taken));
            }
        });
        return after;
    }

    /** Of Sally. */
    private static Document ratingBy(String peer, Studio studio) {
        return studio.ratings().stream()
                .filter(one -> {
                    var rating = one.get("state", Document.class);
                    return rating.getString("kind").equals("PEER")
                            && rating.getString("raterId").equals(peer);
                })
                .findFirst()
                .orElseThrow();
    }

    /** The rating of one peer holds what that of another one did. */
    private void becomes(Document rating, Document other) {
        var state = new Document(other.get("state", Document.class))
                .append("raterId", rating.get("state", Document.class).getString("raterId"));
        var become = new Document(other)
                .append("_id", rating.getString("_id"))
                .append("lane", rating.get("lane"))
                .append("state", state);
        assertThat(mongo.getCollection("ratings")
                        .replaceOne(new Document("_id", rating.getString("_id")), become)
                        .getMatchedCount())
                .isOne();
    }

    /** The same with more to read, for whoever does. */
    private static Document atLength(Document rating) {
        return new Document(rating)
                .append("state", new Document(rating.get("state", Document.class)).append("reason", "…".repeat(1_000)));
    }

    /** Where an id lies among the own ones of a reader says nothing, so it is to lie in the same place. */
    private static String nextTo(String id) {
        int last = id.length() - 1;
        return id.substring(0, last) + (id.charAt(last) == 'A' ? 'B' : 'A');
    }

    private static List<String> without(String rating, List<String> taken) {
        return taken.stream().map(one -> one.replace(rating, "<rating>")).toList();
    }
}
