package dev.keshi.performance.cycle;

import static dev.keshi.performance.Enterprise.API;
import static dev.keshi.performance.Enterprise.answer;
import static dev.keshi.performance.Enterprise.as;
import static dev.keshi.performance.Enterprise.body;
import static dev.keshi.performance.Enterprise.interview;
import static dev.keshi.performance.Enterprise.read;
import static dev.keshi.performance.Enterprise.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.keshi.messaging.sweep.Swept;
import dev.keshi.performance.Enterprise;
import dev.keshi.performance.RunningService;
import dev.keshi.service.time.EnterpriseTime;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.events.SeenEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** Somebody talks with Mo about what came out: Nora, who leads him, or whoever stands above him when she has left. Then it is signed. */
@RunningService
class InterviewIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> SAID = List.of("沟通顺畅", "进度预警偏晚", "每周五同步进度", "希望承担更多项目");

    @Autowired
    private Enterprise enterprise;

    @Autowired
    @Qualifier("interviewsOfLeavers")
    private Swept interviewsOfLeavers;

    @Autowired
    private MockMvcTester http;

    @Autowired
    private EnterpriseTime time;

    @Autowired
    private MongoTemplate mongo;

    private TalkingTeam team;
    private String south;
    private String ulla;
    private String nora;
    private String sam;
    private String mo;
    private String lee;

    @BeforeEach
    void departments() {
        team = TalkingTeam.in(enterprise, time);
        south = team.south();
        ulla = team.ulla();
        nora = team.nora();
        sam = team.sam();
        mo = team.mo();
        lee = team.lee();
    }

    @Test
    void nobodySignsBeforeTheInterviewAndWhatWasSaidStaysWithThoseWhoSeeTheGrade(EventProbe probe) {
        var cycle = published();
        var id = id(cycle, mo);
        for (var signatory : List.of(mo, nora)) {
            assertThat(answer(sign(signatory, id))).as(signatory).isEqualTo("409 interview-not-held");
        }

        var held = hold(nora, id);

        assertThat(answer(held)).isEqualTo("200");
        assertThat(read(held).get("interview").get("by").asString()).isEqualTo(nora);
        for (var reader : List.of(mo, nora, "hana", "aud")) {
            var told = read(seen(reader, id)).get("interview");
            assertThat(told.get("heldOn").asString()).as(reader).isEqualTo(today());
            assertThat(told.toString()).as(reader).contains(SAID);
        }
        // Whoever rated as a peer sees nothing that came out.
        assertThat(status(seen("hugo", id))).isEqualTo(200);
        assertThat(read(seen("hugo", id)).has("interview")).isFalse();
        assertThat(answer(seen(lee, id))).isEqualTo("404 appraisal-not-found");

        assertThat(answer(sign(mo, id))).isEqualTo("200");
        assertThat(answer(sign(nora, id))).isEqualTo("200");
        var events = probe.await(5, event -> event.key().equals(id), PATIENCE);
        assertThat(events.stream().map(SeenEvent::type))
                .containsExactly(
                        "keshi.performance.appraisal-opened.v1",
                        "keshi.performance.appraisal-published.v1",
                        "keshi.performance.appraisal-interview-held.v1",
                        "keshi.performance.appraisal-signed.v1",
                        "keshi.performance.appraisal-signed.v1");
        assertThat(events.get(1).json()).contains("\"interviewerId\":\"" + nora + "\"");
        assertThat(events.get(2).json()).contains("\"heldOn\":\"" + today() + "\"", "\"personId\":\"" + mo + "\"");
        assertThat(events)
                .noneMatch(event -> SAID.stream().anyMatch(said -> (event.headers() + event.json()).contains(said)));
    }

    private record Bad(String person, String path, String body, String answer) {}

    @Test
    void whatIsOutOfOrderIsRefusedEachInItsWayInBothLanguagesAndChangesNothing() {
        var early = id(team.scored(), mo);
        var id = id(published(), mo);
        var path = "/appraisals/" + id + "/interview";
        refusesEach(
                id,
                new Bad(
                        nora,
                        "/appraisals/" + early + "/interview",
                        interview(time.today()),
                        "409 grade-not-published"),
                new Bad(mo, path, interview(time.today()), "403 not-yours-to-interview"),
                new Bad("aud", path, interview(time.today()), "403 not-yours-to-interview"),
                new Bad("hugo", path, interview(time.today()), "403 rated-as-peer"),
                new Bad(lee, path, interview(time.today()), "404 appraisal-not-found"),
                new Bad(sam, path, interview(time.today()), "404 appraisal-not-found"),
                new Bad(nora, path, interview(time.today().plusDays(2)), "422 interview-in-future"),
                new Bad(nora, path, interview(time.today().minusDays(1)), "422 interview-before-publishing"),
                new Bad(nora, path, with("沟通顺畅", " "), "400 invalid-request"),
                new Bad(nora, path, with("沟通顺畅", "\\u0007"), "400 invalid-request"),
                new Bad(nora, path, with("沟通顺畅", "好".repeat(2001)), "400 invalid-request"),
                new Bad(nora, path, with("\"measures\"", "\"other\""), "400 invalid-request"),
                new Bad(nora, path, with(today(), "yesterday"), "400 invalid-request"),
                new Bad(mo, "/appraisals/" + id + "/sign", "", "409 interview-not-held"));
        assertThat(status(enterprise.post(nora, path, null, interview(time.today()))))
                .isEqualTo(428);
        assertThat(answer(enterprise.post(nora, path, "999", interview(time.today()))))
                .startsWith("412 ");

        assertThat(answer(hold(nora, id))).isEqualTo("200");
        refusesEach(
                id,
                new Bad(nora, path, interview(time.today()), "409 interview-held-before"),
                new Bad("hana", path, interview(time.today()), "409 interview-held-before"));
        assertThat(answer(sign(mo, id))).isEqualTo("200");
        refusesEach(id, new Bad(nora, path, interview(time.today()), "409 interview-after-signing"));
    }

    /** A problem type of its own for each code, the same in both languages; the appraisal stays as it is. */
    private void refusesEach(String id, Bad... cases) {
        var before = body(seen("hana", id)) + enterprise.revision("hana", "/appraisals/" + id);
        for (var bad : cases) {
            var english = refused(bad, "en");
            var chinese = refused(bad, "zh-CN");
            var code = bad.answer().substring(bad.answer().indexOf(' ') + 1);
            assertThat(english.get("type")).as(bad.toString()).isEqualTo(chinese.get("type"));
            assertThat(english.get("type").asString()).as(bad.toString()).endsWith(code);
            assertThat(chinese.get("title").asString()).as(bad.toString()).containsPattern("\\p{IsHan}");
            assertThat(english.get("title").asString()).as(bad.toString()).doesNotContainPattern("\\p{IsHan}");
            assertThat(body(seen("hana", id)) + enterprise.revision("hana", "/appraisals/" + id))
                    .as(bad.toString())
                    .isEqualTo(before);
        }
    }

    private JsonNode refused(Bad bad, String language) {
        var about = bad.path().substring(0, bad.path().lastIndexOf('/'));
        var answer = http.post()
                .uri(API + bad.path())
                .with(as(bad.person()))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Accept-Language", language)
                .header("If-Match", "\"" + enterprise.revision("hana", about) + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .content(bad.body())
                .exchange();
        assertThat(answer(answer)).as(bad.toString()).isEqualTo(bad.answer());
        return read(answer);
    }

    @Test
    void whoStandsAboveNowHoldsItAndSignsWhenTheSuperiorHasLeft(EventProbe probe) {
        var id = id(published(), mo);
        // From here on he works elsewhere; as long as Nora is there it stays hers.
        enterprise.moves(mo, south, "2020-05-01");
        assertThat(answer(hold(sam, id))).isEqualTo("404 appraisal-not-found");

        enterprise.hasLeft(nora);

        assertThat(passedOn(probe, id, 1)).contains("\"interviewerId\":\"" + sam + "\"", "\"personId\":\"" + mo + "\"");
        assertThat(answer(hold(nora, id))).isEqualTo("403 caller-has-left");
        assertThat(read(seen(sam, id)).has("grade")).isTrue();
        assertThat(status(enterprise.get(sam, API + "/appraisals/" + id + "/explanation")))
                .isEqualTo(200);
        assertThat(answer(hold(sam, id))).isEqualTo("200");
        assertThat(answer(sign(sam, id))).isEqualTo("200");
        assertThat(answer(sign(mo, id))).isEqualTo("200");
        assertThat(read(seen(mo, id)).has("signedBySuperior")).isTrue();
    }

    @Test
    void whatIsStillToBeHeldGoesOnUpAsOneAfterTheOtherLeavesAndAtLastToPersonnel(EventProbe probe) {
        var cycle = published();
        var id = id(cycle, mo);
        var held = id(cycle, lee);
        assertThat(answer(hold(nora, held))).isEqualTo("200");

        enterprise.hasLeft(nora);
        assertThat(passedOn(probe, id, 1)).contains("\"interviewerId\":\"" + ulla + "\"");
        enterprise.hasLeft(ulla);
        assertThat(passedOn(probe, id, 2)).doesNotContain("interviewerId\":\"");
        assertThat(answer(hold(ulla, id))).isEqualTo("403 caller-has-left");

        assertThat(answer(hold("hana", id))).isEqualTo("200");
        assertThat(answer(sign("hana", id))).isEqualTo("200");
        assertThat(probe.drain().stream()
                        .filter(event -> event.type().contains("interview-passed-on"))
                        .filter(event -> event.key().equals(held) || event.key().equals(id)))
                .extracting(SeenEvent::key)
                .containsExactly(id, id);
    }

    @Test
    void whoIsTakenOnAgainHasItBack(EventProbe probe) {
        var id = id(published(), mo);
        enterprise.hasLeft(nora);
        assertThat(passedOn(probe, id, 1)).contains("\"interviewerId\":\"" + ulla + "\"");

        enterprise.isBack(nora);

        assertThat(passedOn(probe, id, 2)).contains("\"interviewerId\":\"" + nora + "\"");
        assertThat(answer(hold(ulla, id))).isEqualTo("403 not-yours-to-interview");
        assertThat(answer(hold(nora, id))).isEqualTo("200");
        assertThat(read(seen(mo, id)).get("passedOn").valueStream())
                .extracting(one -> one.get("duty").asString())
                .containsExactly("INTERVIEW", "INTERVIEW");
    }

    @Test
    void whatWasToBeTalkedOverWithSomebodyWhoHasLeftIsPassedOnToNobody(EventProbe probe) {
        var cycle = published();
        var left = id(cycle, lee);
        var id = id(cycle, mo);
        enterprise.hasLeft(lee);

        enterprise.hasLeft(nora);

        assertThat(passedOn(probe, id, 1)).contains("\"interviewerId\":\"" + ulla + "\"");
        assertThat(probe.drain().stream()
                        .filter(event -> event.type().contains("interview-passed-on"))
                        .filter(event -> event.key().equals(left)))
                .isEmpty();
    }

    /** The duty says nothing of that: it is told as it would be told of anybody, and is in the list of personnel as well. */
    @Test
    void whoStandsAboveAndHasRatedAsAPeerLeavesItToPersonnel(EventProbe probe) {
        var cycle = team.scored(ulla);
        enterprise.hasLeft(nora);
        team.step(cycle, "publish", "PUBLISHED");
        var id = id(cycle, mo);

        assertThat(passedOn(probe, id, 1)).contains("\"interviewerId\":\"" + ulla + "\"");
        var refused = hold(ulla, id);
        assertThat(answer(refused)).isEqualTo("403 rated-as-peer");
        assertThat(read(refused).get("detail").asString()).contains("人力资源");
        assertThat(read(seen(ulla, id)).has("grade")).isFalse();
        assertThat(answer(hold("hana", id))).isEqualTo("200");
    }

    /** Of one the superior has left, of the other there was none. */
    @Test
    void whatWasPublishedBeforeItWasKeptWhoHoldsItIsPassedOnToo(EventProbe probe) {
        var cycle = published();
        var ids = List.of(id(cycle, mo), id(cycle, lee));
        var appraisals = mongo.getCollection("appraisals");
        var these = new Document("_id", new Document("$in", ids));
        appraisals.updateMany(
                these,
                Updates.combine(
                        Updates.unset(MongoAppraisals.INTERVIEW_DUE), Updates.unset(MongoAppraisals.INTERVIEWER)));
        appraisals.updateOne(new Document("_id", ids.getLast()), Updates.unset(MongoAppraisals.SUPERIOR));
        enterprise.hasLeft(nora);
        enterprise.hasLeft(ulla);

        appraisals.updateMany(Filters.and(these, MongoAppraisals.untold()), List.of(MongoAppraisals.toldOnce()));

        for (var id : ids) {
            assertThat(passedOn(probe, id, 1)).doesNotContain("interviewerId\":\"");
        }
        assertThat(appraisals.countDocuments(Filters.and(these, MongoAppraisals.untold())))
                .isZero();
    }

    @Test
    void nobodyWaitsForAnInterviewWithSomebodyWhoHasLeft(EventProbe probe) {
        var cycle = published();
        var id = id(cycle, mo);
        var other = id(cycle, lee);
        enterprise.hasLeft(mo);

        for (int twice = 0; twice < 2; twice++) {
            assertThat(interviewsOfLeavers.doPart("")).isEqualTo(Swept.DONE);
        }

        var lapsed = probe.awaitOne("keshi.performance.appraisal-interview-lapsed.v1", id, PATIENCE);
        assertThat(lapsed.json()).contains("\"personId\":\"" + mo + "\"");
        enterprise.hasLeft(nora);
        assertThat(passedOn(probe, other, 1)).contains(ulla);
        probe.drain();
        assertThat(probe.seen().stream()
                        .filter(event -> event.type().endsWith("interview-lapsed.v1"))
                        .map(SeenEvent::key)
                        .filter(List.of(id, other)::contains))
                .containsExactly(id);
        assertThat(probe.seen().stream()
                        .filter(event -> event.type().endsWith("interview-passed-on.v1"))
                        .map(SeenEvent::key))
                .doesNotContain(id);
        assertThat(answer(hold("hana", id))).as("it may still be held").isEqualTo("200");
    }

    /** What the latest of so many says. */
    private static String passedOn(EventProbe probe, String id, int times) {
        return probe.await(
                        times,
                        event -> event.key().equals(id)
                                && event.type().equals("keshi.performance.appraisal-interview-passed-on.v1"),
                        PATIENCE)
                .getLast()
                .json();
    }

    @Test
    void whoIsToHoldItIsToldWithTheGradeAndPersonnelMayDoSoToo(EventProbe probe) {
        var cycle = team.scored();
        enterprise.hasLeft(nora);
        team.step(cycle, "publish", "PUBLISHED");
        var id = id(cycle, mo);

        var told = probe.awaitOne("keshi.performance.appraisal-published.v1", id, PATIENCE);

        assertThat(told.json()).contains("\"interviewerId\":\"" + ulla + "\"");
        assertThat(answer(hold("hana", id))).isEqualTo("200");
        assertThat(answer(sign("hana", id))).isEqualTo("200");
        assertThat(read(seen(mo, id)).get("interview").get("by").asString()).isEqualTo("hana");
    }

    @Test
    void ofTwoWhoRecordItAtTheSameMomentOneDoes() throws Exception {
        var id = id(published(), mo);
        var revision = enterprise.revision("hana", "/appraisals/" + id);
        var together = new CyclicBarrier(2);
        var answers = new ArrayList<String>();
        try (var both = Executors.newFixedThreadPool(2)) {
            var commands = Stream.of(nora, "hana")
                    .<Callable<String>>map(by -> () -> {
                        together.await();
                        return answer(enterprise.post(
                                by, "/appraisals/" + id + "/interview", revision, interview(time.today())));
                    })
                    .toList();
            for (var one : both.invokeAll(commands)) {
                answers.add(one.get());
            }
        }

        assertThat(answers).containsOnlyOnce("200");
        assertThat(answers).filteredOn(one -> !one.equals("200")).allMatch(one -> one.matches("4(09|12) .*"));
    }

    private String published() {
        return team.published();
    }

    private MvcTestResult hold(String by, String id) {
        return team.hold(by, id);
    }

    private MvcTestResult sign(String by, String id) {
        return team.sign(by, id);
    }

    private MvcTestResult seen(String reader, String id) {
        return team.seen(reader, id);
    }

    private static String id(String cycle, String person) {
        return TalkingTeam.id(cycle, person);
    }

    private String today() {
        return time.today().toString();
    }

    private String with(String instead, String of) {
        return interview(time.today()).replace(instead, of);
    }
}
