package dev.keshi.performance.cycle;

import static dev.keshi.performance.Enterprise.API;
import static dev.keshi.performance.Enterprise.answer;
import static dev.keshi.performance.Enterprise.body;
import static dev.keshi.performance.Enterprise.read;
import static dev.keshi.performance.Enterprise.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.performance.Enterprise;
import dev.keshi.test.Eventually;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** The same cycle of the same few people, as often as it is wanted: Sally is rated by herself, by Simon and by peers. */
final class Studio {

    static final String SUBJECT = "sally";
    static final String SUPERIOR = "simon";
    static final List<String> PEERS = List.of("rita", "rolf", "rosa", "ruth");

    /** Who has no part in it but may read: whoever leads from above, personnel, an auditor, an administrator and a stranger. */
    static final List<String> OTHERS = List.of("chris", "hana", "aud", "ada", "olga");

    /** Everybody but the peers. */
    static final List<String> READERS =
            Stream.concat(Stream.of(SUBJECT, SUPERIOR), OTHERS.stream()).toList();

    /** Points that occur nowhere else, by rater and indicator. */
    static final double[][] SHEETS = {{13.1, 17.3, 19.7, 23.9}, {31.3, 37.1, 41.9, 43.7}, {53.3, 59.1, 61.7, 67.9}};

    private static final int EVERYBODY = 100;
    private static final LocalDate QUARTER = LocalDate.of(2021, 1, 1);

    private final Enterprise enterprise;
    private final MongoTemplate mongo;
    private final String cycle;
    private boolean remembers;

    private Studio(Enterprise enterprise, MongoTemplate mongo, String cycle) {
        this.enterprise = enterprise;
        this.mongo = mongo;
        this.cycle = cycle;
    }

    /** Open for rating, with all four peers named; Sally and the superiors have given theirs. */
    static Studio open(Enterprise enterprise, MongoTemplate mongo, int minimumPeers) {
        return withAllPeers(open(enterprise, mongo, minimumPeers, QUARTER));
    }

    /** The same of the quarter after that. */
    static Studio openNext(Enterprise enterprise, MongoTemplate mongo, int minimumPeers) {
        return withAllPeers(open(enterprise, mongo, minimumPeers, QUARTER.plusMonths(3)));
    }

    private static Studio withAllPeers(Studio studio) {
        assertThat(answer(studio.name(SUPERIOR, PEERS))).isEqualTo("204");
        return studio;
    }

    /** The same without any peer. */
    static Studio openForNobody(Enterprise enterprise, MongoTemplate mongo, int minimumPeers) {
        return open(enterprise, mongo, minimumPeers, QUARTER);
    }

    private static Studio open(Enterprise enterprise, MongoTemplate mongo, int minimumPeers, LocalDate firstDay) {
        enterprise.begin();
        if (!enterprise.knows("studio")) {
            enterprise.department("campus", null, "chris");
            enterprise.department("studio", "campus", SUPERIOR);
            enterprise.person("chris", "campus", null, "2019-01-01");
            Stream.concat(Stream.of(SUBJECT, SUPERIOR), PEERS.stream())
                    .forEach(one -> enterprise.person(one, "studio", "assistant", "2019-01-01"));
        }
        // Who leads is known a little later.
        for (var leader : List.of("chris", SUPERIOR)) {
            Eventually.holds(() -> status(enterprise.get(leader, API + "/goals/people/" + SUBJECT)) == 200);
        }
        var lastDay = firstDay.plusMonths(3).minusDays(1);
        var planned = enterprise.post("hana", "/cycles", null, """
            {"name":"匿名","kind":"QUARTERLY","extent":"COMPREHENSIVE","firstDay":"%s","lastDay":"%s",
             "populationOn":"%s","departmentId":"studio","minimumPeers":%d}
            """.formatted(firstDay, lastDay, lastDay, minimumPeers));
        assertThat(status(planned)).as(body(planned)).isEqualTo(201);
        var studio = new Studio(enterprise, mongo, read(planned).get("id").asString());
        studio.step("open", "RATING");
        studio.give(SUBJECT, "SELF", new double[] {90, 91, 92, 93});
        studio.everybodyElse();
        return studio;
    }

    String cycle() {
        return cycle;
    }

    MvcTestResult name(String by, List<String> peers) {
        return enterprise.post(
                by,
                "/appraisals/" + appraisal(SUBJECT) + "/peers",
                null,
                "{\"personIds\":[\"" + String.join("\",\"", peers) + "\"]}");
    }

    void give(String rater, String kind, double[] points) {
        var given = tryToGive(rater, kind, points);
        assertThat(status(given)).as(body(given)).isEqualTo(200);
    }

    /** Of Sally. */
    MvcTestResult tryToGive(String rater, String kind, double[] points) {
        var asked = asked(rater).stream()
                .filter(one -> one.get("subjectId").asString().equals(SUBJECT))
                .filter(one -> one.get("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
        return give(rater, asked, points);
    }

    private void everybodyElse() {
        for (var superior : List.of(SUPERIOR, "chris")) {
            asked(superior).stream()
                    .filter(one -> one.get("kind").asString().equals("SUPERIOR"))
                    .forEach(one -> assertThat(status(give(superior, one, new double[] {80, 81, 82, 83})))
                            .isEqualTo(200));
        }
    }

    private MvcTestResult give(String rater, JsonNode asked, double[] points) {
        var sheet = new ArrayList<String>();
        asked.get("indicators")
                .forEach(one -> sheet.add("{\"indicator\":\"%s\",\"points\":%s}"
                        .formatted(one.get("code").asString(), points[sheet.size() % points.length])));
        var path = "/ratings/" + asked.get("id").asString();
        return enterprise.post(
                rater,
                path + "/give",
                enterprise.revision(rater, path),
                "{\"points\":[" + String.join(",", sheet) + "]}");
    }

    /** What somebody is asked in this cycle. */
    private List<JsonNode> asked(String rater) {
        var asked = new ArrayList<JsonNode>();
        var next = "";
        do {
            var page = read(enterprise.get(rater, API + "/ratings?limit=" + EVERYBODY + next));
            page.get("items").forEach(one -> {
                if (one.get("cycleId").asString().equals(cycle)) {
                    asked.add(one);
                }
            });
            next = page.hasNonNull("nextCursor")
                    ? "&cursor=" + page.get("nextCursor").asString()
                    : "";
        } while (!next.isEmpty());
        return asked;
    }

    /** What was counted about Sally before is known still; else each studio is a world in which she is rated for the first time. */
    Studio remembering() {
        remembers = true;
        return this;
    }

    private void forget() {
        mongo.getCollection(MongoPeerGroupings.COLLECTION).deleteOne(new Document("_id", SUBJECT));
    }

    Studio step(String verb, String status) {
        if (verb.equals("close-rating") && !remembers) {
            forget();
        }
        var path = "/cycles/" + cycle;
        var begun = enterprise.post("hana", path + "/" + verb, enterprise.revision("hana", path), "");
        assertThat(answer(begun)).isEqualTo("202");
        awaitStatus(status);
        return this;
    }

    void awaitStatus(String status) {
        Eventually.holds(() -> read(enterprise.get("hana", API + "/cycles/" + cycle))
                .get("status")
                .asString()
                .equals(status));
    }

    String appraisal(String person) {
        return Opening.appraisalId(new CycleId(cycle), person).value();
    }

    /** By person. */
    Map<String, String> appraisals() {
        var appraisals = new HashMap<String, String>();
        mongo.getCollection("appraisals")
                .find(new Document("state.cycleId", cycle))
                .forEach(one ->
                        appraisals.put(one.get("state", Document.class).getString("personId"), one.getString("_id")));
        return appraisals;
    }

    /** As they lie in the store. */
    List<Document> ratings() {
        return mongo.getCollection("ratings")
                .find(new Document("state.cycleId", cycle))
                .into(new ArrayList<>());
    }

    /** As they lie in the store: what everything that is told of them comes from. */
    List<Document> kept() {
        return mongo.getCollection("appraisals")
                .find(new Document("state.cycleId", cycle))
                .projection(new Document("lane", 0).append("outbox", 0).append("commands", 0))
                .sort(new Document("state.personId", 1))
                .into(new ArrayList<>());
    }

    /** As it was made for this cycle alone. */
    String secret() {
        return Objects.requireNonNull(mongo.getCollection("cycles")
                .find(new Document("_id", cycle))
                .map(one -> one.get("state", Document.class).getString("secret"))
                .first());
    }

    /** The id of what everybody here is judged by. */
    private String template() {
        return kept().getFirst()
                .get("state", Document.class)
                .getList("stays", Document.class)
                .getFirst()
                .getString("templateId");
    }

    /** Everything that can be asked about it, by the name that its kind has in a path. */
    Map<String, List<String>> ids() {
        return Map.of(
                "cycles", List.of(cycle),
                "appraisals", appraisals().values().stream().sorted().toList(),
                "ratings",
                        ratings().stream()
                                .map(one -> one.getString("_id"))
                                .sorted()
                                .toList(),
                "people",
                        Stream.concat(Stream.of(SUBJECT, SUPERIOR), PEERS.stream())
                                .toList(),
                "departments", List.of("studio"),
                "indicators", List.of("approval-volume"),
                "templates", List.of(template()));
    }

    /** What each id is of; text in which they stand in place of the ids is as it would be of any other studio. */
    Map<String, String> names() {
        var names = new HashMap<String, String>();
        names.put(cycle, "<cycle>");
        appraisals().forEach((person, id) -> names.put(id, "<appraisal of " + person + ">"));
        ratings().forEach(one -> {
            var rating = one.get("state", Document.class);
            names.put(
                    one.getString("_id"),
                    "<%s of %s by %s>"
                            .formatted(
                                    rating.getString("kind"),
                                    rating.getString("subjectId"),
                                    rating.getString("raterId")));
        });
        return names;
    }

    String anonymous(String text) {
        return anonymous(text, names());
    }

    static String anonymous(String text, Map<String, String> names) {
        var told = text;
        for (var name : names.entrySet()) {
            told = told.replace(name.getKey(), name.getValue());
        }
        return told;
    }
}
