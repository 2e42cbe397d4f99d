package dev.keshi.e2e;

import com.mongodb.client.MongoClients;
import dev.keshi.launcher.activity.Appraisals;
import dev.keshi.launcher.activity.People;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Cast.Part;
import dev.keshi.launcher.platform.Service;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bson.Document;
import tools.jackson.databind.JsonNode;

/** Three colleagues who are heard about the employee, and what is kept of who has been counted together. */
final class ThreePeers {

    /** Of 83, 90 and 97. */
    static final String MEAN = "90.0";

    private static final int FIRST = 83;
    private static final int EACH_MORE = 7;

    private final Keshi keshi;
    private final Caller superior;
    private final String person;
    private final List<Caller> peers;

    ThreePeers(Keshi keshi, TeamAtWork team) {
        this.keshi = keshi;
        superior = team.manager;
        person = Leave.id(team.me);
        peers = Stream.of(Part.FIRST_COLLEAGUE, Part.SECOND_COLLEAGUE, Part.THIRD_COLLEAGUE)
                .map(keshi::person)
                .toList();
    }

    /** In order, as they are kept. */
    List<String> ids() {
        return peers.stream().map(People::idOf).sorted().toList();
    }

    void named(String appraisal) {
        Appraisals.namePeers(superior, appraisal, ids());
    }

    void rate(String cycle) {
        for (int i = 0; i < peers.size(); i++) {
            Appraisals.rate(peers.get(i), cycle, person, "PEER", FIRST + EACH_MORE * i);
        }
    }

    /** The only view of peers in an explanation. */
    static JsonNode viewIn(JsonNode explanation) {
        var views = explanation.findParents("peers");
        if (views.size() != 1) {
            throw new AssertionError(views.size() + " views of peers in " + explanation);
        }
        return views.getFirst();
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
