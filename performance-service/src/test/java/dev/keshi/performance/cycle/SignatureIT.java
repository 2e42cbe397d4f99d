package dev.keshi.performance.cycle;

import static dev.keshi.performance.Enterprise.answer;
import static dev.keshi.performance.Enterprise.read;
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
import java.util.List;
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

/** Whoever held the interview with Mo has left before signing: the signature goes on as interviews do. */
@RunningService
class SignatureIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PASSED_ON = "keshi.performance.appraisal-signature-passed-on.v1";

    @Autowired
    private Enterprise enterprise;

    @Autowired
    @Qualifier("signatureDuties")
    private Swept signatureDuties;

    @Autowired
    private EnterpriseTime time;

    @Autowired
    private MongoTemplate mongo;

    private TalkingTeam team;
    private String ulla;
    private String nora;
    private String sam;
    private String mo;

    @BeforeEach
    void departments() {
        team = TalkingTeam.in(enterprise, time);
        ulla = team.ulla();
        nora = team.nora();
        sam = team.sam();
        mo = team.mo();
    }

    @Test
    void whoStandsAboveSignsInThePlaceOfWhoeverHasLeftWhoSignsNoMore(EventProbe probe) {
        var id = heldBy(nora);
        assertThat(answer(team.sign(ulla, id))).isEqualTo("403 not-yours-to-sign");
        assertThat(answer(team.sign("hana", id))).isEqualTo("403 not-yours-to-sign");

        enterprise.hasLeft(nora);

        assertThat(passedOn(probe, id, 1))
                .contains(
                        "\"leftId\":\"" + nora + "\"",
                        "\"signatoryId\":\"" + ulla + "\"",
                        "\"personId\":\"" + mo + "\"",
                        "\"heldOn\":\"" + time.today() + "\"",
                        "\"firstDay\":\"2020-01-01\"");
        for (var other : List.of(nora, sam, team.lee())) {
            assertThat(answer(team.sign(other, id))).as(other).startsWith("40").doesNotContain("409");
        }
        assertThat(answer(team.sign(nora, id))).isEqualTo("403 caller-has-left");
        assertThat(answer(team.sign(sam, id))).isEqualTo("404 appraisal-not-found");
        assertThat(answer(team.sign(mo, id))).isEqualTo("200");
        assertThat(answer(team.sign(ulla, id))).isEqualTo("200");
        assertThat(answer(team.sign("hana", id))).isEqualTo("409 signed-before");

        var seen = read(team.seen(mo, id));
        assertThat(seen.hasNonNull("signedBySuperior")).isTrue();
        assertThat(seen.get("passedOn").valueStream()).singleElement().satisfies(one -> {
            assertThat(one.get("duty").asString()).isEqualTo("SIGNATURE");
            assertThat(one.get("from").asString()).isEqualTo(nora);
            assertThat(one.get("to").asString()).isEqualTo(ulla);
        });
        assertThat(probe.awaitOne("keshi.performance.appraisal-signed.v1", id, PATIENCE)
                        .json())
                .contains("\"signedAs\":\"PERSON\"");
    }

    @Test
    void itGoesOnUpAsOneAfterTheOtherLeavesWithThePersonWhoMovesAndAtLastToPersonnel(EventProbe probe) {
        var id = heldBy(nora);
        enterprise.hasLeft(nora);
        assertThat(passedOn(probe, id, 1)).contains("\"signatoryId\":\"" + ulla + "\"");
        enterprise.moves(mo, team.south(), "2020-05-01");
        assertThat(passedOn(probe, id, 2)).contains("\"signatoryId\":\"" + sam + "\"", "\"leftId\":\"" + ulla + "\"");
        assertThat(answer(team.sign(ulla, id))).isEqualTo("403 not-yours-to-sign");
        assertThat(read(team.seen(sam, id)).has("grade")).isTrue();
        enterprise.hasLeft(sam);
        assertThat(passedOn(probe, id, 3)).doesNotContain("signatoryId\":\"").contains("\"leftId\":\"" + sam + "\"");

        assertThat(answer(team.sign(sam, id))).startsWith("40");
        assertThat(answer(team.sign("hana", id))).isEqualTo("200");
        assertThat(read(team.seen("hana", id)).get("passedOn")).hasSize(3);
    }

    @Test
    void whoHeldItInThePlaceOfASuperiorWhoIsStillThereLeavesItToThatOne(EventProbe probe) {
        var holder = "hedda-" + nora;
        enterprise.person(holder, "group", null, "2019-01-01");
        var id = heldBy(holder);

        enterprise.hasLeft(holder);

        assertThat(passedOn(probe, id, 1)).contains("\"signatoryId\":\"" + nora + "\"");
        assertThat(answer(team.sign(nora, id))).isEqualTo("200");
    }

    /** Personnel have it in the list in every such case, so that this tells nobody. */
    @Test
    void whoStandsAboveAndHasRatedAsAPeerLeavesItToPersonnelButOthersOfThemWhoHaveDoNotSignEither(EventProbe probe) {
        var id = heldBy(nora, ulla);
        enterprise.hasLeft(nora);
        assertThat(passedOn(probe, id, 1)).contains("\"signatoryId\":\"" + ulla + "\"");

        assertThat(answer(team.sign(ulla, id))).isEqualTo("403 rated-as-peer");
        assertThat(read(team.seen(ulla, id)).has("grade")).isFalse();
        assertThat(answer(team.sign("hana", id))).isEqualTo("200");
    }

    @Test
    void whoIsTakenOnAgainHasItBack(EventProbe probe) {
        var id = heldBy(nora);
        enterprise.hasLeft(nora);
        assertThat(passedOn(probe, id, 1)).contains("\"signatoryId\":\"" + ulla + "\"");

        enterprise.isBack(nora);

        assertThat(passedOn(probe, id, 2)).contains("\"signatoryId\":\"" + nora + "\"", "\"leftId\":\"" + ulla + "\"");
        assertThat(answer(team.sign(ulla, id))).isEqualTo("403 not-yours-to-sign");
        assertThat(answer(team.sign(nora, id))).isEqualTo("200");
    }

    @Test
    void severalReplicasThatLookAtTheSameMomentAndAgainPassItOnOnce(EventProbe probe) throws Exception {
        var id = heldBy(nora);
        enterprise.hasLeft(nora);
        var together = new CyclicBarrier(3);
        try (var three = Executors.newFixedThreadPool(3)) {
            var looks = Stream.generate(() -> (Callable<String>) () -> {
                        together.await();
                        return signatureDuties.doPart("");
                    })
                    .limit(3)
                    .toList();
            for (var look : three.invokeAll(looks)) {
                assertThat(look.get()).isEqualTo(Swept.DONE);
            }
        }
        assertThat(signatureDuties.doPart("")).isEqualTo(Swept.DONE);

        // Whatever else was told of it stands between these two.
        assertThat(answer(team.sign(ulla, id))).isEqualTo("200");
        probe.awaitOne("keshi.performance.appraisal-signed.v1", id, PATIENCE);
        assertThat(told(probe, id)).hasSize(1);
        assertThat(read(team.seen("hana", id)).get("passedOn")).hasSize(1);
    }

    @Test
    void whatIsSignedOrOfSomebodyWhoHasLeftTooIsPassedOnToNobody(EventProbe probe) {
        var signed = heldBy(nora);
        assertThat(answer(team.sign(nora, signed))).isEqualTo("200");
        var others = TalkingTeam.in(enterprise, time);
        var left = TalkingTeam.id(others.published(), others.mo());
        assertThat(answer(others.hold(others.nora(), left))).isEqualTo("200");
        enterprise.hasLeft(others.mo());
        enterprise.hasLeft(nora);
        enterprise.hasLeft(others.nora());

        assertThat(signatureDuties.doPart("")).isEqualTo(Swept.DONE);

        var last = TalkingTeam.in(enterprise, time);
        var other = TalkingTeam.id(last.published(), last.mo());
        assertThat(answer(last.hold(last.nora(), other))).isEqualTo("200");
        enterprise.hasLeft(last.nora());
        assertThat(passedOn(probe, other, 1)).contains(last.ulla());
        assertThat(told(probe, signed)).isEmpty();
        assertThat(told(probe, left)).isEmpty();
    }

    @Test
    void whatWasTalkedOverBeforeItWasKeptWhoSignsIsPassedOnToo(EventProbe probe) {
        var id = heldBy(nora);
        var appraisals = mongo.getCollection("appraisals");
        var this1 = new Document("_id", id);
        appraisals.updateOne(
                this1,
                Updates.combine(
                        Updates.unset(MongoAppraisals.SIGNATURE_DUE), Updates.unset(MongoAppraisals.SIGNATORY)));

        appraisals.updateMany(
                Filters.and(this1, MongoAppraisals.unsigned()), List.of(MongoAppraisals.signedByWhoHeldIt()));

        assertThat(appraisals.countDocuments(Filters.and(this1, MongoAppraisals.unsigned())))
                .isZero();
        enterprise.hasLeft(nora);
        assertThat(passedOn(probe, id, 1)).contains("\"leftId\":\"" + nora + "\"", "\"signatoryId\":\"" + ulla + "\"");
        assertThat(answer(team.sign(ulla, id))).isEqualTo("200");
    }

    /** Of what was published before interviews were recorded the superior could sign at once. */
    @Test
    void whatTheSuperiorHasSignedIsTalkedOverNoMore() {
        var id = TalkingTeam.id(team.published(), mo);
        mongo.getCollection("appraisals").updateOne(new Document("_id", id), Updates.unset("state.publishedAt"));
        assertThat(answer(team.sign(nora, id))).isEqualTo("200");

        var refused = team.hold("hana", id);

        assertThat(answer(refused)).isEqualTo("409 interview-after-superior-signed");
        assertThat(read(refused).get("title").asString()).contains("上级已签字");
        assertThat(answer(team.sign(mo, id))).isEqualTo("200");
    }

    /** @return Mo's appraisal */
    private String heldBy(String holder) {
        return heldBy(holder, "hugo");
    }

    private String heldBy(String holder, String peer) {
        var id = TalkingTeam.id(team.published(peer), mo);
        assertThat(answer(team.hold(holder, id))).isEqualTo("200");
        return id;
    }

    /** What the latest of so many says. */
    private static String passedOn(EventProbe probe, String id, int times) {
        return probe.await(
                        times, event -> event.key().equals(id) && event.type().equals(PASSED_ON), PATIENCE)
                .getLast()
                .json();
    }

    private static List<SeenEvent> told(EventProbe probe, String id) {
        probe.drain();
        return probe.seen().stream()
                .filter(event -> event.key().equals(id) && event.type().equals(PASSED_ON))
                .toList();
    }
}
