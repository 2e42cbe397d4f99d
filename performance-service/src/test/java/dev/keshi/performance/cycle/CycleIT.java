package dev.keshi.performance.cycle;

import static dev.keshi.performance.Enterprise.API;
import static dev.keshi.performance.Enterprise.answer;
import static dev.keshi.performance.Enterprise.body;
import static dev.keshi.performance.Enterprise.read;
import static dev.keshi.performance.Enterprise.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.performance.Enterprise;
import dev.keshi.performance.RunningService;
import dev.keshi.performance.scoring.ScoringRules;
import dev.keshi.service.time.EnterpriseTime;
import dev.keshi.test.Eventually;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.events.SeenEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** A cycle from planning to sign-off over HTTP, on a real store and broker. */
@RunningService
class CycleIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private EnterpriseTime time;

    @BeforeEach
    void anEnterprise() {
        enterprise.begin();
        enterprise.nobodyWasCounted();
    }

    @Test
    void aQuarterFromPlanningToTheSignaturesOfBoth(EventProbe probe) {
        var cycle = opened("team", "");
        assertThat(people(cycle)).containsExactlyInAnyOrder("ann", "bob", "cid", "dan", "tom", "eve", "mia");
        var ann = appraisal(cycle, "ann");
        assertThat(answer(peers("tom", ann, "bob", "cid", "dan"))).isEqualTo("204");

        give("ann", cycle, "ann", "SELF", 80, 80, 80, 80);
        give("tom", cycle, "ann", "SUPERIOR", 90, 80, 70, 60);
        give("bob", cycle, "ann", "PEER", 80, 80, 80, 80);
        give("cid", cycle, "ann", "PEER", 90, 70, 80, 80);
        give("dan", cycle, "ann", "PEER", 100, 60, 80, 80);
        give("tom", cycle, "bob", "SUPERIOR", 95, 95, 95, 95);
        finish(cycle, "cid", "dan", "tom", "mia");

        // Quality 8 + 54 + 27 = 89, efficiency 8 + 48 + 21 = 77, problem solving 8 + 42 + 24 = 74, communication 8 + 36
        // + 24 = 68;
        // 26.7 + 23.1 + 14.8 + 13.6 = 78.2.
        assertThat(read(enterprise.get("hana", path(ann))).get("total").asString())
                .isEqualTo("78.2");
        assertThat(grade("hana", ann)).isEqualTo("PASS");
        assertThat(answer(enterprise.post(
                        "hana",
                        "/appraisals/" + ann + "/calibrate",
                        enterprise.revision("hana", "/appraisals/" + ann),
                        "{\"grade\":\"GOOD\",\"reason\":\"带新人\"}")))
                .isEqualTo("200");
        assertThat(read(enterprise.get("ann", path(ann))).has("grade")).isFalse();
        assertThat(read(enterprise.get("tom", path(ann))).has("total")).isFalse();
        assertThat(status(enterprise.get("ann", path(ann) + "/explanation"))).isEqualTo(404);

        publish(cycle);

        var seen = read(enterprise.get("ann", path(ann)));
        assertThat(seen.get("total").asString()).isEqualTo("78.2");
        assertThat(seen.get("grade").asString()).isEqualTo("GOOD");
        assertThat(seen.get("calibrations").get(0).get("reason").asString()).isEqualTo("带新人");
        assertThat(answer(sign("bob", ann))).isEqualTo("404 appraisal-not-found");
        assertThat(answer(sign("ann", ann))).isEqualTo("409 interview-not-held");
        assertThat(answer(enterprise.post(
                        "tom",
                        "/appraisals/" + ann + "/interview",
                        enterprise.revision("tom", "/appraisals/" + ann),
                        Enterprise.interview(time.today()))))
                .isEqualTo("200");
        assertThat(answer(sign("ann", ann))).isEqualTo("200");
        assertThat(answer(sign("ann", ann))).isEqualTo("409 signed-before");
        assertThat(answer(sign("tom", ann))).isEqualTo("200");
        assertThat(types(probe.await(5, event -> event.key().equals(ann), PATIENCE)))
                .containsExactly(
                        "appraisal-opened.v1",
                        "appraisal-published.v1",
                        "appraisal-interview-held.v1",
                        "appraisal-signed.v1",
                        "appraisal-signed.v1");
        assertThat(types(probe.await(2, event -> event.key().equals(cycle), PATIENCE)))
                .containsExactly("cycle-opened.v1", "cycle-published.v1");
        assertThat(probe.awaitOne("keshi.performance.appraisal-published.v1", ann, PATIENCE)
                        .json())
                .contains("\"total\":\"78.2\"", "\"grade\":\"GOOD\"", "\"code\":\"quality\"");
    }

    @Test
    void nobodyLearnsWhatAPeerSaidOrWhen(EventProbe probe) {
        var cycle = opened("team", "");
        var ann = appraisal(cycle, "ann");
        peers("hana", ann, "bob", "cid", "dan");
        var before = List.of(body(enterprise.get("ann", path(ann))), enterprise.revision("ann", "/appraisals/" + ann));

        give("bob", cycle, "ann", "PEER", 11.1, 80, 80, 80);
        give("cid", cycle, "ann", "PEER", 22.2, 80, 80, 80);
        give("dan", cycle, "ann", "PEER", 33.3, 80, 80, 80);

        assertThat(List.of(body(enterprise.get("ann", path(ann))), enterprise.revision("ann", "/appraisals/" + ann)))
                .isEqualTo(before);
        var rating = rating("bob", cycle, "ann", "PEER").get("id").asString();
        for (var other : List.of("ann", "tom", "hana", "boss", "cid")) {
            assertThat(status(enterprise.get(other, API + "/ratings/" + rating)))
                    .as(other)
                    .isEqualTo(404);
            assertThat(body(enterprise.get(other, API + "/ratings?limit=100"))).doesNotContain(rating);
        }
        finish(cycle, "ann", "bob", "cid", "dan", "tom", "mia");
        publish(cycle);
        for (var reader : List.of("ann", "tom", "hana", "boss")) {
            var told = body(enterprise.get(reader, path(ann)))
                    + body(enterprise.get(reader, path(ann) + "/explanation"))
                    + body(enterprise.get(reader, API + "/appraisals?limit=100&cycleId=" + cycle))
                            .replaceAll("\"personId\":\"[a-z]+\"", "");
            assertThat(told).as(reader).contains("\"peers\":3").doesNotContain("\"bob\"", "\"cid\"", "\"dan\"", rating);
            assertThat(told).as(reader).doesNotContain("11.1", "33.3").contains("22.2");
        }
        assertThat(probe.drain().stream()
                        .filter(event -> event.type().startsWith("keshi.performance.appraisal"))
                        .filter(event -> event.key().equals(ann))
                        .map(SeenEvent::toString))
                .isNotEmpty()
                .noneMatch(event -> event.matches("(?s).*\\b(bob|cid|dan)\\b.*"));
    }

    @Test
    void aPeerNeverSeesWhatCameOutInWhateverRole() {
        var cycle = opened("team", "");
        var ann = appraisal(cycle, "ann");
        peers("tom", ann, "boss", "hugo", "olga", "dan");
        for (var peer : List.of("boss", "hugo", "olga")) {
            give(peer, cycle, "ann", "PEER", 80, 80, 80, 80);
        }
        finish(cycle, "ann", "bob", "cid", "dan", "tom", "mia");

        assertThat(read(enterprise.get("hugo", path(ann))).has("total")).isFalse();
        assertThat(answer(enterprise.post(
                        "hugo",
                        "/appraisals/" + ann + "/calibrate",
                        enterprise.revision("hugo", "/appraisals/" + ann),
                        "{\"grade\":\"EXCELLENT\",\"reason\":\"同事\"}")))
                .isEqualTo("403 rated-as-peer");
        publish(cycle);

        for (var peer : List.of("boss", "hugo")) {
            var seen = read(enterprise.get(peer, path(ann)));
            assertThat(seen.has("total") || seen.has("grade")).as(peer).isFalse();
            assertThat(answer(enterprise.get(peer, path(ann) + "/explanation"))).isEqualTo("404 explanation-not-found");
            assertThat(read(enterprise.get(peer, path(appraisal(cycle, "bob")))).has("total"))
                    .isTrue();
        }
        assertThat(read(enterprise.get("hana", path(ann))).has("total")).isTrue();
        assertThat(read(enterprise.get("ann", path(ann))).has("total")).isTrue();
    }

    @Test
    void otherRulesAreTriedSideBySideUntilTheGradesArePublished() {
        var cycle = opened("team", "");
        var replay = API + "/cycles/" + cycle + "/replay?limit=100";
        assertThat(answer(enterprise.get("hana", replay))).isEqualTo("409 cycle-not-in-calibration");
        give("ann", cycle, "ann", "SELF", 100, 100, 100, 100);
        give("tom", cycle, "ann", "SUPERIOR", 80, 80, 80, 80);
        finish(cycle, "bob", "cid", "dan", "tom", "mia");

        // 10 and 60 of 70: 82.857..; half and half: 90.
        var same = ofPerson("ann", read(enterprise.get("hana", replay)));
        assertThat(same.get("total")).isEqualTo(same.get("otherTotal"));
        var other =
                ofPerson("ann", read(enterprise.get("hana", replay + "&self=50&superior=50&peer=0&excellent=90.1")));
        assertThat(other.get("total").asString()).isEqualTo("82.9");
        assertThat(other.get("otherTotal").asString()).isEqualTo("90.0");
        assertThat(other.get("otherGrade").asString()).isEqualTo("GOOD");
        assertThat(read(enterprise.get("hana", path(appraisal(cycle, "ann"))))
                        .get("total")
                        .asString())
                .isEqualTo("82.9");
        assertThat(answer(enterprise.get("hana", replay + "&self=50"))).isEqualTo("422 rater-weights-not-hundred");
        assertThat(answer(enterprise.get("hana", replay + "&minimumPeers=2"))).isEqualTo("400 invalid-request");
        assertThat(status(enterprise.get("tom", replay))).isEqualTo(403);
        publish(cycle);
        assertThat(answer(enterprise.get("hana", replay))).isEqualTo("409 cycle-not-in-calibration");
    }

    private static JsonNode ofPerson(String person, JsonNode page) {
        return StreamSupport.stream(page.get("items").spliterator(), false)
                .filter(one -> one.get("personId").asString().equals(person))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void belowTheMinimumPeersAreNeitherShownNorCounted() {
        var cycle = opened("team", "");
        var ann = appraisal(cycle, "ann");
        peers("tom", ann, "bob", "cid", "dan");
        give("bob", cycle, "ann", "PEER", 1, 1, 1, 1);
        give("cid", cycle, "ann", "PEER", 1, 1, 1, 1);
        give("ann", cycle, "ann", "SELF", 90, 90, 90, 90);
        finish(cycle, "ann", "bob", "cid", "dan", "tom", "mia");
        publish(cycle);

        // Superior 80 by finish: (9 + 48) / 70.
        assertThat(read(enterprise.get("ann", path(ann))).get("total").asString())
                .isEqualTo("81.4");
        assertThat(body(enterprise.get("ann", path(ann) + "/explanation")))
                .contains("TOO_FEW_PEERS")
                .doesNotContain("\"peers\"");
    }

    /** Whatever comes after that day, also within the period. */
    @Test
    void whoWorksThereOnTheDayOfThePopulationIsAppraisedAndNobodyElse() {
        var unique = "-" + UUID.randomUUID();
        var here = "hall" + unique;
        var there = "yard" + unique;
        enterprise.department(here, null, "boss");
        enterprise.department(there, null, "boss");
        Stream.of("long-here", "left-before", "left-after", "went-before", "went-after")
                .forEach(one -> enterprise.person(one + unique, here, "assistant", "2019-01-01"));
        Stream.of("came-before", "came-after")
                .forEach(one -> enterprise.person(one + unique, there, "assistant", "2019-01-01"));
        enterprise.person("joined-before" + unique, here, "assistant", "2020-02-15");
        enterprise.person("joined-after" + unique, here, "assistant", "2020-02-16");
        enterprise.leaves("left-before" + unique, "2020-02-15");
        enterprise.leaves("left-after" + unique, "2020-02-16");
        enterprise.moves("came-before" + unique, here, "assistant", "2020-02-15");
        enterprise.moves("came-after" + unique, here, "assistant", "2020-02-16");
        enterprise.moves("went-before" + unique, there, "assistant", "2020-02-15");
        enterprise.moves("went-after" + unique, there, "assistant", "2020-02-16");

        var cycle =
                opened(plan(here, "").replace("\"populationOn\":\"2020-03-31\"", "\"populationOn\":\"2020-02-15\""));

        assertThat(people(cycle))
                .map(person -> person.replace(unique, ""))
                .containsExactlyInAnyOrder("long-here", "joined-before", "left-after", "came-before", "went-after");
    }

    @Test
    void whoJoinedTooLateHasNoGradeAndWhoMovedIsJudgedInBothPositions() {
        var cycle = opened("team", "");
        var eve = appraisal(cycle, "eve");
        var mia = appraisal(cycle, "mia");
        assertThat(read(enterprise.get("mia", path(mia))).get("stays").size()).isEqualTo(2);
        // 46 days in the other department under Boss, 45 in the team under Tom.
        assertThat(answer(peers("tom", mia, "boss"))).isEqualTo("422 peer-is-superior");
        give("boss", cycle, "mia", "SUPERIOR", 70, 70, 70);
        give("tom", cycle, "mia", "SUPERIOR", 90, 90, 90, 90);
        finish(cycle, "ann", "bob", "cid", "dan", "tom");
        publish(cycle);

        // (46 x 70 + 45 x 90) / 91 = 7270 / 91 = 79.89.
        assertThat(read(enterprise.get("mia", path(mia))).get("total").asString())
                .isEqualTo("79.9");
        assertThat(read(enterprise.get("eve", path(eve))).has("grade")).isFalse();
        assertThat(body(enterprise.get("eve", path(eve) + "/explanation"))).contains("TOO_SHORT");
    }

    @Test
    void whatIsOutOfOrderIsRefusedEachInItsWay() {
        var cycle = opened("team", "");
        var ann = appraisal(cycle, "ann");
        assertThat(answer(command("hana", cycle, "open"))).isEqualTo("409 cycle-opened-before");
        assertThat(answer(command("hana", cycle, "publish"))).isEqualTo("409 rating-missing");
        assertThat(answer(command("hana", cycle, "close-rating"))).isEqualTo("409 rating-missing");
        assertThat(answer(peers("tom", ann, "ann"))).isEqualTo("422 peer-is-oneself");
        assertThat(answer(peers("hana", ann, "tom"))).isEqualTo("422 peer-is-superior");
        assertThat(answer(peers("tom", ann, "nobody"))).isEqualTo("422 peer-missing");
        assertThat(answer(peers("ann", ann, "bob"))).isEqualTo("403 not-yours-to-name-peers");
        assertThat(answer(peers("bob", ann, "cid"))).isEqualTo("404 appraisal-not-found");
        var self = rating("ann", cycle, "ann", "SELF").get("id").asString();
        assertThat(answer(enterprise.post(
                        "ann",
                        "/ratings/" + self + "/give",
                        "1",
                        "{\"points\":[{\"indicator\":\"quality\",\"points\":80}]}")))
                .isEqualTo("422 rating-incomplete");
        assertThat(answer(enterprise.post(
                        "ann",
                        "/ratings/" + self + "/give",
                        "1",
                        "{\"points\":[{\"indicator\":\"quality\",\"points\":100.1}]}")))
                .isEqualTo("400 invalid-request");
        give("ann", cycle, "ann", "SELF", 80, 80, 80, 80);
        assertThat(answer(
                        enterprise.post("ann", "/ratings/" + self + "/give", "2", sheet("ann", cycle, "ann", "SELF"))))
                .isEqualTo("409 rated-before");
        var open = rating("bob", cycle, "bob", "SELF").get("id").asString();
        var bobs = sheet("bob", cycle, "bob", "SELF");
        finish(cycle, "ann", "bob", "cid", "dan", "tom", "mia");
        assertThat(answer(enterprise.post("bob", "/ratings/" + open + "/give", "1", bobs)))
                .isEqualTo("409 rating-closed");
        assertThat(answer(enterprise.post(
                        "tom", "/appraisals/" + ann + "/sign", enterprise.revision("tom", "/appraisals/" + ann), "")))
                .isEqualTo("409 grade-not-published");
        publish(cycle);
        assertThat(answer(enterprise.post(
                        "hana",
                        "/appraisals/" + ann + "/calibrate",
                        enterprise.revision("hana", "/appraisals/" + ann),
                        "{\"grade\":\"EXCELLENT\",\"reason\":\"人情\"}")))
                .isEqualTo("409 cycle-not-in-calibration");
        assertThat(answer(command("hana", cycle, "publish"))).isEqualTo("409 cycle-not-in-calibration");
    }

    @Test
    void theSuperiorsViewIsDoneWithoutOnlyForAReason() {
        var cycle = opened("team", "");
        for (var person : List.of("ann", "bob", "cid", "dan", "tom", "mia")) {
            assertThat(answer(enterprise.post(
                            "hana",
                            "/appraisals/" + appraisal(cycle, person) + "/waive-superior",
                            null,
                            "{\"reason\":\"上级长期病假\"}")))
                    .as(person)
                    .isEqualTo("204");
        }
        give("ann", cycle, "ann", "SELF", 80, 80, 80, 80);
        finish(cycle);

        var ann = path(appraisal(cycle, "ann"));
        assertThat(grade("hana", appraisal(cycle, "ann"))).isEqualTo("GOOD");
        assertThat(read(enterprise.get("hana", path(appraisal(cycle, "bob")))).has("grade"))
                .isFalse();
        var seen = read(enterprise.get("hana", ann)).get("waivers").get(0);
        assertThat(seen.get("reason").asString()).isEqualTo("上级长期病假");
        assertThat(seen.get("by").asString()).isEqualTo("hana");
        assertThat(seen.has("at")).isTrue();
        for (var reader : List.of("ann", "tom")) {
            assertThat(read(enterprise.get(reader, ann)).get("waivers").size())
                    .as(reader)
                    .isZero();
        }

        publish(cycle);

        for (var reader : List.of("ann", "tom")) {
            var told = read(enterprise.get(reader, ann)).get("waivers").get(0);
            assertThat(told.get("reason").asString()).as(reader).isEqualTo("上级长期病假");
            assertThat(told.has("by")).as(reader).isFalse();
            var explained = read(enterprise.get(reader, ann + "/explanation"));
            assertThat(explained.get("basis").get("ruleVersion").asInt()).isEqualTo(ScoringRules.VERSION);
            var held = explained.get("parts").get(0).get("basis");
            assertThat(held.get("template").get("code").asString()).isEqualTo("operations-assistant-b");
            assertThat(held.get("template").get("version").asInt()).isEqualTo(1);
            assertThat(held.get("waivers").get(0)).as(reader).isEqualTo(told);
            assertThat(explained.at("/words/name").asString()).isEqualTo("2020 年第一季度");
            var words = explained.at("/parts/0/parts/0/words");
            assertThat(List.of(words.get("name").asString(), words.get("nameEn").asString()))
                    .containsExactly("工作质量", "Quality");
            assertThat(words.at("/family/name").asString()).isEqualTo("工作业绩");
            assertThat(words.get("standardEn").asString()).startsWith("Files are exact");
            var graded = explained.at("/basis/grade");
            assertThat(graded.at("/grade/name").asString()).isEqualTo("良好");
            assertThat(graded.at("/thresholds/good").decimalValue()).isEqualByComparingTo("80");
            assertThat(graded.has("distribution")).isFalse();
        }
    }

    @Test
    void aDistributionNeverSplitsATie() {
        var cycle = opened("team", ",\"distribution\":{\"mostExcellent\":20,\"mostGood\":100}");
        for (var person : List.of("ann", "bob")) {
            give("tom", cycle, person, "SUPERIOR", 95, 95, 95, 95);
        }
        finish(cycle, "cid", "dan", "tom", "mia");

        // Six people were scored: room for one, and two tie.
        assertThat(List.of("ann", "bob", "cid"))
                .allSatisfy(person ->
                        assertThat(grade("hana", appraisal(cycle, person))).isEqualTo("GOOD"));
        var explained = read(enterprise.get("hana", path(appraisal(cycle, "ann")) + "/explanation"))
                .at("/basis/grade");
        assertThat(explained.at("/byThresholds/code").asString()).isEqualTo("EXCELLENT");
        assertThat(explained.at("/byDistribution/code").asString()).isEqualTo("GOOD");
        assertThat(explained.at("/lowered/nameEn").asString()).startsWith("More people reached the threshold");
        assertThat(explained.at("/distribution/mostExcellent").asInt()).isEqualTo(20);
        assertThat(explained.at("/thresholds/excellent").decimalValue()).isEqualByComparingTo("90");
        assertThat(explained.at("/places/excellent").asInt()).isEqualTo(1);
        var ran = read(enterprise.get("hana", API + "/cycles/" + cycle));
        assertThat(ran.at("/places/excellent").asInt()).isEqualTo(1);
        assertThat(ran.at("/places/good").asInt()).isEqualTo(6);
    }

    @Test
    void onlyPersonnelRunsCyclesAndNobodySeesAppraisalsOutsideTheOwnScope() {
        for (var attempt : List.of("ann", "tom", "boss")) {
            assertThat(status(enterprise.post(attempt, "/cycles", null, plan("team", ""))))
                    .isEqualTo(403);
        }
        var cycle = opened("group", "");

        assertThat(visible("ann", cycle)).containsExactly("ann");
        assertThat(visible("tom", cycle)).containsExactlyInAnyOrder("ann", "bob", "cid", "dan", "tom", "eve", "mia");
        assertThat(visible("olga", cycle)).containsExactly("olga");
        assertThat(visible("hana", cycle))
                .contains("ann", "olga", "boss", "hana")
                .doesNotContain("lea");
        assertThat(visible("boss", cycle)).containsExactlyInAnyOrderElementsOf(visible("hana", cycle));
        assertThat(status(enterprise.get("olga", path(appraisal(cycle, "ann")))))
                .isEqualTo(404);
        // Nobody decides about oneself, also not in personnel.
        assertThat(answer(enterprise.post(
                        "hana",
                        "/appraisals/" + appraisal(cycle, "hana") + "/waive-superior",
                        null,
                        "{\"reason\":\"因为\"}")))
                .isEqualTo("403 own-grade");
    }

    @Test
    void figuresThatNobodyCanBeJudgedByAreRefused() {
        assertThat(answer(enterprise.post(
                        "hana",
                        "/cycles",
                        null,
                        plan("team", ",\"raterWeights\":{\"self\":10,\"superior\":60,\"peer\":31}"))))
                .isEqualTo("422 rater-weights-not-hundred");
        assertThat(answer(enterprise.post(
                        "hana",
                        "/cycles",
                        null,
                        plan("team", ",\"thresholds\":{\"excellent\":80,\"good\":80,\"pass\":60}"))))
                .isEqualTo("422 thresholds-not-descending");
        assertThat(answer(enterprise.post("hana", "/cycles", null, plan("team", ",\"minimumPeers\":2"))))
                .isEqualTo("400 invalid-request");
        assertThat(answer(enterprise.post("hana", "/cycles", null, plan("team", ",\"templates\":[\"a\",\"a\"]"))))
                .isEqualTo("400 invalid-request");
        assertThat(answer(enterprise.post("hana", "/cycles", null, plan("nowhere", ""))))
                .isEqualTo("422 cycle-department-missing");
        assertThat(answer(enterprise.post("hana", "/cycles", null, plan("team", ",\"templates\":[\"no-such\"]"))))
                .isEqualTo("422 cycle-template-missing");
        assertThat(answer(enterprise.post(
                        "hana",
                        "/cycles",
                        null,
                        plan("team", "").replace("\"lastDay\":\"2020-03-31\"", "\"lastDay\":\"2019-12-31\""))))
                .isEqualTo("422 period-reversed");
    }

    private String opened(String department, String more) {
        return opened(plan(department, more));
    }

    private String opened(String plan) {
        var planned = enterprise.post("hana", "/cycles", null, plan);
        assertThat(status(planned)).as(body(planned)).isEqualTo(201);
        var cycle = read(planned).get("id").asString();
        assertThat(answer(command("hana", cycle, "open"))).isEqualTo("202");
        awaitStatus(cycle, "RATING");
        return cycle;
    }

    private static String plan(String department, String more) {
        return """
            {"name":"2020 年第一季度","kind":"QUARTERLY","extent":"COMPREHENSIVE","firstDay":"2020-01-01","lastDay":"2020-03-31",
             "populationOn":"2020-03-31","departmentId":"%s"%s}
            """.formatted(department, more);
    }

    /** The superiors who have not rated these people give 80, and the cycle is scored. */
    private void finish(String cycle, String... people) {
        for (var person : people) {
            for (var superior : List.of("tom", "boss")) {
                ratings(superior).stream()
                        .filter(rating -> isAbout(rating, cycle, person, "SUPERIOR"))
                        .filter(rating -> rating.get("status").asString().equals("OPEN"))
                        .forEach(rating -> give(superior, rating, new double[] {80, 80, 80, 80, 80, 80}));
            }
        }
        assertThat(answer(command("hana", cycle, "close-rating"))).isEqualTo("202");
        awaitStatus(cycle, "CALIBRATION");
    }

    private void publish(String cycle) {
        assertThat(answer(command("hana", cycle, "publish"))).isEqualTo("202");
        awaitStatus(cycle, "PUBLISHED");
    }

    private MvcTestResult command(String person, String cycle, String verb) {
        return enterprise.post(
                person, "/cycles/" + cycle + "/" + verb, enterprise.revision(person, "/cycles/" + cycle), "");
    }

    private void awaitStatus(String cycle, String status) {
        Eventually.holds(() -> read(enterprise.get("hana", API + "/cycles/" + cycle))
                .get("status")
                .asString()
                .equals(status));
    }

    private MvcTestResult peers(String by, String appraisal, String... peers) {
        return enterprise.post(
                by,
                "/appraisals/" + appraisal + "/peers",
                null,
                "{\"personIds\":[\"" + String.join("\",\"", peers) + "\"]}");
    }

    private MvcTestResult sign(String person, String appraisal) {
        var seen = enterprise.get(person, path(appraisal)).getResponse().getHeader("ETag");
        return enterprise.post(
                person, "/appraisals/" + appraisal + "/sign", seen == null ? "1" : seen.replace("\"", ""), "");
    }

    private void give(String rater, String cycle, String subject, String kind, double... points) {
        give(rater, rating(rater, cycle, subject, kind), points);
    }

    private void give(String rater, JsonNode rating, double[] points) {
        var id = rating.get("id").asString();
        var answer = enterprise.post(rater, "/ratings/" + id + "/give", "1", sheet(rating, points));
        assertThat(status(answer)).as(body(answer)).isEqualTo(200);
    }

    private String sheet(String rater, String cycle, String subject, String kind) {
        return sheet(rating(rater, cycle, subject, kind), new double[] {80, 80, 80, 80, 80, 80});
    }

    private static String sheet(JsonNode rating, double[] points) {
        var given = new ArrayList<String>();
        rating.get("indicators")
                .forEach(one -> given.add("{\"indicator\":\"%s\",\"points\":%s}"
                        .formatted(one.get("code").asString(), points[given.size()])));
        return "{\"points\":[" + String.join(",", given) + "]}";
    }

    private JsonNode rating(String rater, String cycle, String subject, String kind) {
        return ratings(rater).stream()
                .filter(rating -> isAbout(rating, cycle, subject, kind))
                .findFirst()
                .orElseThrow(() -> new AssertionError(rater + " is not asked about " + subject));
    }

    private static boolean isAbout(JsonNode rating, String cycle, String subject, String kind) {
        return rating.get("cycleId").asString().equals(cycle)
                && rating.get("subjectId").asString().equals(subject)
                && rating.get("kind").asString().equals(kind);
    }

    private List<JsonNode> ratings(String rater) {
        var all = new ArrayList<JsonNode>();
        var next = "";
        do {
            var page = read(enterprise.get(rater, API + "/ratings?limit=100" + next));
            page.get("items").forEach(all::add);
            next = page.hasNonNull("nextCursor")
                    ? "&cursor=" + page.get("nextCursor").asString()
                    : "";
        } while (!next.isEmpty());
        return all;
    }

    private List<String> people(String cycle) {
        return visible("hana", cycle);
    }

    private List<String> visible(String reader, String cycle) {
        return read(enterprise.get(reader, API + "/appraisals?limit=100&cycleId=" + cycle))
                .get("items")
                .findValuesAsString("personId");
    }

    private String appraisal(String cycle, String person) {
        return byPerson(cycle).get(person);
    }

    private Map<String, String> byPerson(String cycle) {
        var items = read(enterprise.get("hana", API + "/appraisals?limit=100&cycleId=" + cycle))
                .get("items");
        return StreamSupport.stream(items.spliterator(), false)
                .collect(Collectors.toMap(
                        one -> one.get("personId").asString(),
                        one -> one.get("id").asString()));
    }

    private String grade(String reader, String appraisal) {
        return read(enterprise.get(reader, path(appraisal))).get("grade").asString();
    }

    private static String path(String appraisal) {
        return API + "/appraisals/" + appraisal;
    }

    private static List<String> types(List<SeenEvent> events) {
        return events.stream()
                .map(event -> event.type().replace("keshi.performance.", ""))
                .toList();
    }
}
