package dev.keshi.e2e;

import static dev.keshi.e2e.TeamAtWork.body;
import static dev.keshi.e2e.TeamAtWork.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.keshi.launcher.activity.Appraisals;
import dev.keshi.launcher.activity.People;
import dev.keshi.launcher.client.Answer;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Cast.Part;
import dev.keshi.test.Eventually;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What personnel do with a cycle: judge a part of the work, hear peers, try other rules, change a grade and say why, call it off. */
@OnThePlatform
class CyclesIT {

    private static final String CYCLES = "/api/performance/v1/cycles";
    private static final String APPRAISALS = "/api/performance/v1/appraisals";
    private static final String RATINGS = "/api/performance/v1/ratings";
    private static final String WHY = "项目延期，经校准会议讨论";

    private final Caller personnel;
    private final Caller auditor;
    private final ThreePeers peers;
    private final TeamAtWork team;
    private final PeersInConfidence confidence;
    private final String person;

    CyclesIT(Keshi keshi) {
        personnel = keshi.person(Part.HR);
        auditor = keshi.person(Part.AUDITOR);
        team = new TeamAtWork(keshi);
        peers = new ThreePeers(keshi, team);
        confidence = new PeersInConfidence(keshi, team, peers.callers());
        person = Leave.id(team.me);
    }

    @Scenario({"P1", "P5", "P6", "P7", "Z2"})
    void peersAreHeardAsOneOtherRulesAreTriedAndACalibratedGradeSaysWhy() {
        String cycle = opened();
        String appraisal = Appraisals.idOf(personnel, cycle, person);
        Appraisals.rate(team.employee, cycle, person, "SELF", 80);
        Appraisals.rate(team.manager, cycle, person, "SUPERIOR", 94);
        peers.areHeard(cycle, appraisal);
        var unused = Appraisals.closeRatingWithoutTheRest(personnel, cycle, "本次仅考核一人");

        otherRulesAreTriedAndNothingOfItIsKept(cycle, appraisal);
        calibrated(appraisal);
        Appraisals.publish(personnel, cycle);

        // (10 x 80 + 60 x 94 + 30 x 90) / 100, of which thresholds alone would have made EXCELLENT
        JsonNode published = Appraisals.find(team.employee, appraisal);
        assertThat(published.path("total").asString()).isEqualTo("91.4");
        assertThat(published.path("weightCounted").asString()).isEqualTo("100.0");
        assertThat(published.path("grade").asString()).isEqualTo("GOOD");
        assertThat(published.path("calibrations").valueStream()).singleElement().satisfies(one -> {
            assertThat(one.path("grade").asString()).isEqualTo("GOOD");
            assertThat(one.path("reason").asString()).isEqualTo(WHY);
            assertThat(one.has("by")).as("who changed it").isFalse();
        });
        for (Caller reader : List.of(team.employee, team.manager, personnel)) {
            JsonNode explanation = Appraisals.explanation(reader, appraisal);
            assertThat(explanation.path("points").asString()).isEqualTo("91.4");
            ThreePeers.areOneIn(explanation);
        }
        nobodyLearnsWhatAPeerSaid(appraisal);
        confidence.areKept(cycle, appraisal);
    }

    /** By the same ratings, side by side; this cycle has no distribution. */
    private void otherRulesAreTriedAndNothingOfItIsKept(String cycle, String appraisal) {
        String replay = CYCLES + "/" + cycle + "/replay?limit=100";
        JsonNode same = ofThePerson(replay);
        assertThat(same.path("otherTotal").asString()).isEqualTo("91.4");
        assertThat(same.path("otherGrade").asString()).isEqualTo("EXCELLENT");

        JsonNode other = ofThePerson(replay + "&self=0&superior=0&peer=100&excellent=95&good=90");
        assertThat(other.path("total").asString()).isEqualTo("91.4");
        assertThat(other.path("grade").asString()).isEqualTo("EXCELLENT");
        assertThat(other.path("otherTotal").asString()).isEqualTo("90.0");
        assertThat(other.path("otherGrade").asString()).isEqualTo("GOOD");

        assertThat(code(personnel.get(replay + "&peer=50"))).isEqualTo("rater-weights-not-hundred");
        for (Caller reader : List.of(team.employee, team.manager)) {
            assertThat(reader.get(replay).status()).isEqualTo(403);
        }
        JsonNode kept = Appraisals.find(personnel, appraisal);
        assertThat(kept.path("total").asString()).isEqualTo("91.4");
        assertThat(kept.path("grade").asString()).isEqualTo("EXCELLENT");
    }

    private JsonNode ofThePerson(String replay) {
        return personnel
                .get(replay)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("personId").asString().equals(person))
                .findFirst()
                .orElseThrow();
    }

    private void calibrated(String appraisal) {
        String path = APPRAISALS + "/" + appraisal;
        assertThat(personnel
                        .post(
                                path + "/calibrate",
                                body().put("grade", "GOOD"),
                                "If-Match",
                                personnel.get(path).etag())
                        .status())
                .as("without a reason")
                .isEqualTo(400);
        Appraisals.calibrate(personnel, appraisal, "GOOD", WHY);
    }

    /** A peer who knew the mean would be left with two that are not known. */
    private void nobodyLearnsWhatAPeerSaid(String appraisal) {
        String path = APPRAISALS + "/" + appraisal;
        var read = Stream.of(team.employee, team.manager, personnel)
                .flatMap(reader -> Stream.of(reader.get(path), reader.get(path + "/explanation")))
                .map(answer -> answer.expect(200).body());
        Eventually.holds(() -> archive(appraisal).contains("keshi.performance.appraisal-published.v1"));
        var told = Stream.concat(read, Stream.of(archive(appraisal))).toList();
        for (Caller peer : peers.callers()) {
            assertThat(peer.get(path).body()).doesNotContain("\"total\"");
            assertThat(peer.get(path + "/explanation").status()).isEqualTo(404);
            assertThat(told).noneMatch(text -> text.contains(People.idOf(peer)));
        }
        assertThat(archive(appraisal)).doesNotContain(WHY);
    }

    @Scenario("P1")
    void aCycleThatIsCalledOffAsksNobodyAnyMoreAndSaysWhy() {
        String cycle = opened();
        String path = CYCLES + "/" + cycle;
        JsonNode rating = asked(team.manager, cycle).stream()
                .filter(one -> one.path("subjectId").asString().equals(person))
                .findFirst()
                .orElseThrow();
        assertThat(asked(team.employee, cycle)).isNotEmpty();
        assertThat(command(team.manager, path, "/cancel", body().put("reason", "考核期选错"))
                        .status())
                .isEqualTo(403);
        assertThat(command(personnel, path, "/cancel", body()).status())
                .as("without a reason")
                .isEqualTo(400);

        command(personnel, path, "/cancel", body().put("reason", "考核期选错")).expect(200);

        for (var reader :
                Map.of(personnel, true, auditor, true, team.employee, false).entrySet()) {
            JsonNode cancelled = reader.getKey().get(path).expect(200).json();
            assertThat(cancelled.path("status").asString()).isEqualTo("CANCELLED");
            assertThat(cancelled.path("cancellation").path("reason").asString()).isEqualTo("考核期选错");
            assertThat(cancelled.path("cancellation").has("by")).isEqualTo(reader.getValue());
        }
        for (Caller rater : List.of(team.employee, team.manager)) {
            assertThat(asked(rater, cycle)).isEmpty();
        }
        ObjectNode sheet = body();
        var points = sheet.putArray("points");
        rating.path("indicators")
                .forEach(one -> points.addObject()
                        .put("indicator", one.path("code").asString())
                        .put("points", 80));
        assertThat(code(team.manager.post(RATINGS + "/" + Leave.id(rating) + "/give", sheet, "If-Match", "\"1\"")))
                .isEqualTo("cycle-cancelled");
        for (String verb : List.of("/open", "/close-rating", "/publish", "/cancel")) {
            assertThat(code(command(personnel, path, verb, body().put("reason", "再次"))))
                    .as(verb)
                    .isEqualTo("cycle-cancelled");
        }
        JsonNode own = Pages.items(team.employee, APPRAISALS + "?limit=100&cycleId=" + cycle)
                .getFirst();
        assertThat(own.path("cancelled").asBoolean()).isTrue();
        assertThat(own.has("grade")).isFalse();
        Eventually.holds(() -> archive(cycle).contains("keshi.performance.cycle-cancelled.v1"));
    }

    @Scenario("P1")
    void aPartialCycleJudgesTheFamiliesThatItNamesAndNothingElse() {
        LocalDate last = today();
        ObjectNode part = body().put("extent", "PARTIAL");
        part.putObject("raterWeights").put("self", 0).put("superior", 100).put("peer", 0);
        var appraisals = new PublishedAppraisals(personnel, team.employee, team.manager, team.me);
        String template = ofThreeFamilies();
        LocalDate first = last.minusDays(29);
        assertThat(code(personnel.post(CYCLES, appraisals.plan(template, first, last, last, part))))
                .isEqualTo("cycle-families-missing");
        part.putArray("families").add("RESULT").add("ATTITUDE");
        String cycle = appraisals.opened(template, first, last, part);

        JsonNode rating = asked(team.manager, cycle).stream()
                .filter(one -> one.path("subjectId").asString().equals(person))
                .findFirst()
                .orElseThrow();
        assertThat(rating.path("indicators").valueStream())
                .extracting(
                        one -> one.path("code").asString(),
                        one -> one.path("weight").asInt(),
                        one -> one.path("share").asString())
                .containsExactly(tuple("quality", 60, "70.6"), tuple("care", 25, "29.4"));
        String give = RATINGS + "/" + Leave.id(rating) + "/give";
        var everything = Map.of("quality", 90.0, "care", 63.3, "insight", 10.0);
        assertThat(code(team.manager.post(give, sheet(everything), "If-Match", "\"1\"")))
                .isEqualTo("rating-incomplete");
        team.manager
                .post(give, sheet(Map.of("quality", 90.0, "care", 63.3)), "If-Match", "\"1\"")
                .expect(200);
        var unused = Appraisals.closeRatingWithoutTheRest(personnel, cycle, "本次仅考核一人");
        Appraisals.publish(personnel, cycle);

        // (60 x 90 + 25 x 63.3) / 85 = 82.147..; by weights rounded to 70.6 and 29.4 it would be 82.2
        String appraisal = Appraisals.idOf(personnel, cycle, person);
        JsonNode published = Appraisals.find(team.employee, appraisal);
        assertThat(published.path("total").asString()).isEqualTo("82.1");
        assertThat(published.path("weightCounted").asString()).isEqualTo("100.0");
        JsonNode explained = Appraisals.explanation(team.employee, appraisal);
        assertThat(explained.path("basis").path("families").valueStream().map(JsonNode::asString))
                .containsExactly("RESULT", "ATTITUDE");
        assertThat(explained.toString()).contains("care", "29.4").doesNotContain("insight");
        Eventually.holds(() -> archive(cycle).contains("keshi.performance.cycle-published.v1"));
        assertThat(archive(cycle)).contains("families", "ATTITUDE");
    }

    /** Results 60, attitude 25, ability 15. @return its code */
    private String ofThreeFamilies() {
        String code = "part-" + UUID.randomUUID().toString().substring(0, 30);
        ObjectNode template = body().put("code", code).put("name", "三个维度");
        template.putArray("positions");
        var indicators = template.putArray("indicators");
        for (var one : List.of(
                List.of("quality", "RESULT", "60"),
                List.of("care", "ATTITUDE", "25"),
                List.of("insight", "ABILITY", "15"))) {
            indicators
                    .addObject()
                    .put("code", one.get(0))
                    .put("family", one.get(1))
                    .put("weight", Integer.parseInt(one.get(2)))
                    .put("name", "指标")
                    .put("standard", "按标准");
        }
        String path = "/api/performance/v1/templates";
        JsonNode drafted = personnel.post(path, template).expect(201).json();
        command(personnel, path + "/" + Leave.id(drafted), "/release", body()).expect(200);
        return code;
    }

    private static ObjectNode sheet(Map<String, Double> points) {
        ObjectNode sheet = body();
        var given = sheet.putArray("points");
        points.forEach((indicator, one) ->
                given.addObject().put("indicator", indicator).put("points", one));
        return sheet;
    }

    /** For a month up to today, in an indicator that nothing else knows. */
    private String opened() {
        var appraisals = new PublishedAppraisals(personnel, team.employee, team.manager, team.me);
        LocalDate last = today();
        return appraisals.opened(
                appraisals.template("i-" + UUID.randomUUID().toString().substring(0, 30)), last.minusDays(29), last);
    }

    private static List<JsonNode> asked(Caller rater, String cycle) {
        return rater.get(RATINGS + "?limit=100&status=OPEN")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("cycleId").asString().equals(cycle))
                .toList();
    }

    private String archive(String key) {
        return auditor.get("/api/reporting/v1/events?limit=100&key=" + key)
                .expect(200)
                .body();
    }

    private static Answer command(Caller caller, String path, String verb, ObjectNode body) {
        return caller.post(
                path + verb, body, "If-Match", caller.get(path).expect(200).etag());
    }

    private static String code(Answer refusal) {
        return refusal.json().path("code").asString();
    }
}
