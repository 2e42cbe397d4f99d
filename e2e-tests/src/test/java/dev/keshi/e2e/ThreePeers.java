package dev.keshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import dev.keshi.launcher.activity.Appraisals;
import dev.keshi.launcher.activity.People;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Cast.Part;
import dev.keshi.launcher.platform.Service;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bson.Document;
import tools.jackson.databind.JsonNode;

/** Three colleagues who are heard about the employee, and what is kept of who has been counted together. */
final class ThreePeers {

    /** Of 83, 90 and 97. */
    private static final int MEAN = 90;

    private static final int APART = 7;

    private final Keshi keshi;
    private final Caller superior;
    private final String person;
    private final List<Caller> peers;

    ThreePeers(Keshi keshi, TeamAtWork team) {
        this(keshi, team, UnaryOperator.identity());
    }

    /** @param calling how those who are signed in call */
    ThreePeers(Keshi keshi, TeamAtWork team, UnaryOperator<Caller> calling) {
        this.keshi = keshi;
        superior = team.manager;
        person = Leave.id(team.me);
        peers = Stream.of(Part.FIRST_COLLEAGUE, Part.SECOND_COLLEAGUE, Part.THIRD_COLLEAGUE)
                .map(keshi::person)
                .map(calling)
                .toList();
    }

    List<Caller> callers() {
        return peers;
    }

    /** In order, as they are kept. */
    List<String> ids() {
        return peers.stream().map(People::idOf).sorted().toList();
    }

    /** The superior names them, and each rates. @param appraisal that of the employee in the cycle */
    void areHeard(String cycle, String appraisal) {
        areHeard(cycle, appraisal, MEAN);
    }

    /** @param mean of what they give, which is another figure from each */
    void areHeard(String cycle, String appraisal, int mean) {
        Appraisals.namePeers(superior, appraisal, ids());
        for (int peer = 0; peer < peers.size(); peer++) {
            Appraisals.rate(peers.get(peer), cycle, person, "PEER", mean + APART * (peer - 1));
        }
    }

    /** The only view of peers in an explanation is that of the three together. */
    static void areOneIn(JsonNode explanation) {
        assertThat(explanation.findParents("peers")).singleElement().satisfies(view -> {
            assertThat(view.path("subject").asString()).isEqualTo("PEER");
            assertThat(view.path("peers").asInt()).isEqualTo(3);
            assertThat(view.path("points").asString()).isEqualTo(MEAN + ".0");
            assertThat(view.has("parts")).as("one by one").isFalse();
        });
    }

    /** Who is counted together, of those groups in which any of the three is. */
    List<List<String>> groups() {
        return raters("groups", group -> true).stream()
                .filter(group -> group.stream().anyMatch(ids()::contains))
                .toList();
    }

    /** Whose ratings count in an appraisal: one for each time that this was decided. */
    List<List<String>> counted(String appraisal) {
        return raters("decisions", decision -> Objects.equals(decision.getString("appraisalId"), appraisal));
    }

    /** All that is kept of it about the employee. */
    Document kept() {
        try (var client = MongoClients.create(keshi.mongodb())) {
            var found = client.getDatabase(Service.PERFORMANCE.database().orElseThrow())
                    .getCollection("peer_groups")
                    .find(new Document("_id", person))
                    .first();
            return Objects.requireNonNull(found, "nobody was ever counted as a peer");
        }
    }

    private List<List<String>> raters(String what, Predicate<Document> wanted) {
        return kept().get("state", Document.class).getList(what, Document.class).stream()
                .filter(wanted)
                .map(one -> one.getList("raterIds", String.class))
                .toList();
    }
}
