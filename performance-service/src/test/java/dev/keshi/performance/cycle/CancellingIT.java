package dev.keshi.performance.cycle;

import static dev.keshi.performance.Enterprise.API;
import static dev.keshi.performance.Enterprise.answer;
import static dev.keshi.performance.Enterprise.body;
import static dev.keshi.performance.Enterprise.read;
import static dev.keshi.performance.Enterprise.status;
import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keshi.messaging.CommandContext;
import dev.keshi.performance.Enterprise;
import dev.keshi.performance.RunningService;
import dev.keshi.performance.scoring.Points;
import dev.keshi.performance.template.TemplateQueries;
import dev.keshi.test.Eventually;
import dev.keshi.test.events.EventProbe;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Cycles that were planned or opened by mistake are called off; those that judge nobody are not published. */
@RunningService
class CancellingIT {

    private static final String REASON = "{\"reason\":\"考核期选错\"}";

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private CycleWork work;

    @Autowired
    private Cycles cycles;

    @Autowired
    private Ratings ratings;

    @Autowired
    private RatingQueries queries;

    @Autowired
    private TemplateQueries templates;

    private final String unique = UUID.randomUUID().toString();
    private final String department = "shop-" + unique;
    private final String leader = "lou-" + unique;
    private final String person = "pam-" + unique;

    @BeforeEach
    void aPersonAndALeader() {
        enterprise.begin();
        enterprise.department(department, null, leader);
        enterprise.person(person, department, null, "2019-01-01");
        enterprise.person(leader, department, null, "2019-01-01");
    }

    @Test
    void inAShortMonthPeopleAreAskedToRateUnlessSomethingElseIsAgreedOn() {
        var cycle = planned();
        assertThat(cycle(cycle).get("minimumDays").asInt()).isEqualTo(14);

        step(cycle, "open", "RATING");

        assertThat(asked(person, cycle)).hasSize(1);
        assertThat(asked(leader, cycle)).hasSize(2);
    }

    @Test
    void whatIsCalledOffIsNobodysAnyMoreAndSaysWhoAndWhy(EventProbe probe) {
        var cycle = planned();
        step(cycle, "open", "RATING");
        var rating = asked(leader, cycle).getFirst().get("id").asString();
        var appraisal = Opening.appraisalId(new CycleId(cycle), person).value();

        assertThat(answer(command("hana", cycle, "cancel", "{}"))).isEqualTo("400 invalid-request");
        var cancelled = command("hana", cycle, "cancel", REASON);

        assertThat(status(cancelled)).as(body(cancelled)).isEqualTo(200);
        assertThat(cycle(cycle).get("status").asString()).isEqualTo("CANCELLED");
        for (var reader : Map.of("hana", true, "aud", true, person, false).entrySet()) {
            var why = read(enterprise.get(reader.getKey(), API + "/cycles/" + cycle))
                    .get("cancellation");
            assertThat(why.get("reason").asString()).isEqualTo("考核期选错");
            assertThat(why.hasNonNull("at")).isTrue();
            assertThat(why.has("by")).as(reader.getKey()).isEqualTo(reader.getValue());
        }
        for (var rater : List.of(person, leader)) {
            assertThat(asked(rater, cycle)).isEmpty();
        }
        assertThat(answer(enterprise.get(leader, API + "/ratings/" + rating))).isEqualTo("404 rating-not-found");
        assertThat(answer(enterprise.post(leader, "/ratings/" + rating + "/give", "1", sheet())))
                .isEqualTo("409 cycle-cancelled");
        assertThat(read(enterprise.get(person, API + "/appraisals/" + appraisal))
                        .get("cancelled")
                        .asBoolean())
                .isTrue();
        for (var verb : List.of("open", "close-rating", "publish", "cancel")) {
            assertThat(answer(command("hana", cycle, verb, REASON))).as(verb).isEqualTo("409 cycle-cancelled");
        }
        var seen = enterprise.revision(person, "/appraisals/" + appraisal);
        assertThat(answer(enterprise.post(person, "/appraisals/" + appraisal + "/sign", seen, "")))
                .isEqualTo("409 cycle-cancelled");
        var peers = "/appraisals/" + appraisal + "/peers";
        assertThat(answer(enterprise.post("hana", peers, null, "{\"personIds\":[\"ann\"]}")))
                .isEqualTo("409 cycle-cancelled");
        eventually(() -> assertThat(told(probe, cycle)).singleElement().satisfies(event -> {
            assertThat(event.get("reason").asString()).isEqualTo("考核期选错");
            assertThat(event.get("appraisals").asLong()).isEqualTo(2);
            assertThat(event.toString()).doesNotContain("hana");
        }));
    }

    @Test
    void aCycleThatJudgesNobodyIsNotPublishedButCanBeCalledOff() {
        var cycle = planned();
        step(cycle, "open", "RATING");
        for (var one : read(enterprise.get("hana", API + "/appraisals?limit=100&cycleId=" + cycle))
                .get("items")) {
            var waived = enterprise.post(
                    "hana", "/appraisals/" + one.get("id").asString() + "/waive-superior", null, REASON);
            assertThat(status(waived)).isIn(204, 409);
        }
        step(cycle, "close-rating", "CALIBRATION");

        assertThat(answer(command("hana", cycle, "publish", ""))).isEqualTo("409 cycle-nobody-scored");
        assertThat(answer(command("hana", cycle, "cancel", REASON))).isEqualTo("200");
    }

    @Test
    void whatTheServiceIsAtWorkOnIsNotCalledOff() {
        var cycle = planned();
        // Somebody else's lease, so that it stays as it is.
        assertThat(work.lease(new CycleId(cycle), CycleStatus.OPENING, "somebody", Duration.ofMinutes(1)))
                .isPresent();
        assertThat(answer(command("hana", cycle, "open", ""))).isEqualTo("202");

        assertThat(answer(command("hana", cycle, "cancel", REASON))).isEqualTo("409 cycle-worked-on");
        mongo.getCollection("cycle_work").deleteMany(new Document("_id", new Document("$regex", cycle)));
        awaitStatus(cycle, "RATING");
    }

    @Test
    void ofTwoWhoOpenAndCancelAtTheSameMomentOneDoes() throws Exception {
        var cycle = planned();
        var path = "/cycles/" + cycle;
        var revision = enterprise.revision("hana", path);
        var together = new CyclicBarrier(2);
        Callable<String> open = () -> {
            together.await();
            return answer(enterprise.post("hana", path + "/open", revision, ""));
        };
        Callable<String> cancel = () -> {
            together.await();
            return answer(enterprise.post("hana", path + "/cancel", revision, REASON));
        };

        var answers = new ArrayList<String>();
        try (var both = Executors.newFixedThreadPool(2)) {
            for (var one : both.invokeAll(List.of(open, cancel))) {
                answers.add(one.get());
            }
        }

        assertThat(answers).filteredOn(one -> one.startsWith("2")).hasSize(1);
        assertThat(answers).filteredOn(one -> !one.startsWith("2")).allMatch(one -> one.matches("4(09|12) .*"));
        awaitStatus(cycle, answers.getFirst().equals("202") ? "RATING" : "CANCELLED");
    }

    /** Between the look at the cycle and the rating it is called off. */
    @Test
    void aRatingThatMeetsTheCancellingIsRefusedAndLeavesNothing() {
        var cycle = planned();
        step(cycle, "open", "RATING");
        var asked = asked(leader, cycle).getFirst();
        var id = new RatingId(asked.get("id").asString());
        var cancelling = (Ratings) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Ratings.class}, (_, method, arguments) -> {
                    if (method.getName().equals("change")
                            && !cycle(cycle).get("status").asString().equals("CANCELLED")) {
                        assertThat(answer(command("hana", cycle, "cancel", REASON)))
                                .isEqualTo("200");
                    }
                    try {
                        return method.invoke(ratings, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
        var service = new RatingService(cancelling, cycles, templates, queries);
        var sheet = asked.get("indicators")
                .valueStream()
                .collect(Collectors.toMap(one -> one.get("code").asString(), _ -> Points.of("80")));

        assertThatExceptionOfType(CycleProblem.Cancelled.class)
                .isThrownBy(() -> service.give(CommandContext.of(leader), id, leader, sheet));

        var kept = ratings.askedOf(leader, id).orElseThrow().state();
        assertThat(kept.status()).isEqualTo(RatingStatus.OPEN);
        assertThat(kept.points()).isEmpty();
        assertThat(answer(enterprise.post(leader, "/ratings/" + id.value() + "/give", "1", sheet())))
                .isEqualTo("409 cycle-cancelled");
    }

    private String planned() {
        var planned = enterprise.post("hana", "/cycles", null, """
            {"name":"二月","kind":"MONTHLY","extent":"COMPREHENSIVE","firstDay":"2021-02-01","lastDay":"2021-02-28",
             "populationOn":"2021-02-28","departmentId":"%s"}
            """.formatted(department));
        assertThat(status(planned)).as(body(planned)).isEqualTo(201);
        return read(planned).get("id").asString();
    }

    private MvcTestResult command(String by, String cycle, String verb, String body) {
        var path = "/cycles/" + cycle;
        return enterprise.post(by, path + "/" + verb, enterprise.revision(by, path), body);
    }

    private void step(String cycle, String verb, String status) {
        assertThat(answer(command("hana", cycle, verb, ""))).isEqualTo("202");
        awaitStatus(cycle, status);
    }

    private void awaitStatus(String cycle, String status) {
        Eventually.holds(() -> cycle(cycle).get("status").asString().equals(status));
    }

    private JsonNode cycle(String cycle) {
        return read(enterprise.get("hana", API + "/cycles/" + cycle));
    }

    private List<JsonNode> asked(String rater, String cycle) {
        return read(enterprise.get(rater, API + "/ratings?limit=100"))
                .get("items")
                .valueStream()
                .filter(one -> one.get("cycleId").asString().equals(cycle))
                .toList();
    }

    private static String sheet() {
        return "{\"points\":[{\"indicator\":\"quality\",\"points\":80}]}";
    }

    private static List<JsonNode> told(EventProbe probe, String cycle) {
        probe.drain();
        return probe.seen().stream()
                .filter(event -> event.type().equals("keshi.performance.cycle-cancelled.v1"))
                .map(event -> JsonMapper.shared().readTree(event.json()))
                .filter(event -> event.get("cycleId").asString().equals(cycle))
                .toList();
    }
}
