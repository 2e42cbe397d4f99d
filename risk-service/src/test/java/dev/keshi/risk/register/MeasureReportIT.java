package dev.keshi.risk.register;

import static dev.keshi.risk.Enterprise.answer;
import static dev.keshi.risk.Enterprise.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.workflow.WorkItemCompletedV1;
import dev.keshi.risk.Enterprise;
import dev.keshi.risk.MovedClock;
import dev.keshi.risk.RunningService;
import dev.keshi.risk.Wire;
import dev.keshi.test.Eventually;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.events.SeenEvent;
import dev.keshi.test.infrastructure.RealKafka;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Measures whose work was done in workflow-service, completed because it rings: nobody looks for them. On a real store and broker. */
@RunningService
@TestPropertySource(properties = "keshi.consumer.follow-every=1h")
class MeasureReportIT {

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MovedClock clock;

    @Autowired
    private MongoTemplate mongo;

    private Wire wire;

    @BeforeEach
    void begin(RealKafka kafka) {
        enterprise.begin();
        wire = new Wire(kafka.bootstrap());
    }

    @AfterEach
    void disconnect() {
        wire.close();
    }

    @Test
    void workThatIsDoneCompletesTheMeasureOnceAndLowersTheLevel(EventProbe probe) {
        var risk = reduced();
        var measure = planned(risk, "max");

        var told = done(risk, measure, "max");
        awaitStatus(risk, "DONE");
        wire.again(told);
        settled();

        var now = risk(risk);
        assertThat(now.get("current").get("likelihood").asInt()).isEqualTo(2);
        assertThat(now.get("current").get("measureId").asString()).isEqualTo(measure);
        assertThat(now.get("current").get("by").asString()).isEqualTo("max");
        assertThat(now.get("measures").get(0).get("endedOn").asString())
                .isEqualTo(clock.today().toString());
        assertThat(types(probe, risk)).endsWith("measure-assigned", "measure-completed", "risk-assessed");
        assertThat(answer(enterprise.command(
                        "max", "/risks/" + risk, "/measures/" + measure + "/complete", "{\"outcome\":\"已签约\"}")))
                .isEqualTo("409 measure-ended");
    }

    @Test
    void whoeverDidTheWorkHasCarriedOutTheMeasure() {
        var risk = reduced();
        done(risk, planned(risk, "max"), "mia");

        awaitStatus(risk, "DONE");
        assertThat(risk(risk).get("measures").get(0).get("ownerId").asString()).isEqualTo("mia");
    }

    /** Lea has. What was done was done; nothing waits for her because of it. */
    @Test
    void workOfSomebodyWhoHasLeftInTheMeantimeCompletesTheMeasureAllTheSame(EventProbe probe) {
        var risk = reduced();
        var told = done(risk, planned(risk, "max"), "lea");

        awaitStatus(risk, "DONE");
        wire.again(told);
        settled();

        var now = risk(risk);
        assertThat(now.get("measures").get(0).get("ownerId").asString()).isEqualTo("lea");
        assertThat(now.get("current").get("by").asString()).isEqualTo("lea");
        assertThat(now.get("current").get("likelihood").asInt()).isEqualTo(2);
        assertThat(types(probe, risk)).endsWith("measure-assigned", "measure-completed", "risk-assessed");
    }

    @Test
    void aMeasureThatHasEndedOrIsNotThereStaysAsItIs(EventProbe probe) {
        var risk = reduced();
        var cancelled = planned(risk, "max");
        assertThat(answer(enterprise.command(
                        "ona", "/risks/" + risk, "/measures/" + cancelled + "/cancel", "{\"reason\":\"供应商退出\"}")))
                .isEqualTo("200");

        done(risk, cancelled, "max");
        done(risk, "no-such", "max");
        done("no-such", "no-such", "max");
        done(risk, "x", "max", "PERSON", "risk-measure/%s/x/1".formatted(risk));
        done(risk, "x", "max", "EVENT", "plan-entry/7");
        settled();

        assertThat(risk(risk).get("measures").get(0).get("status").asString()).isEqualTo("CANCELLED");
        assertThat(risk(risk).get("current").get("likelihood").asInt()).isEqualTo(4);
        assertThat(types(probe, risk)).endsWith("measure-assigned", "measure-cancelled");
    }

    @Test
    void aReportThatWasCarriedOutButNotNotedChangesNothing(EventProbe probe) {
        var risk = reduced();
        var told = done(risk, planned(risk, "max"), "max");
        awaitStatus(risk, "DONE");
        settled();
        // As a replica leaves it that was killed in between, long ago.
        mongo.getCollection("risks").updateOne(new Document("_id", risk), new Document("$set", commandsForgotten()));
        mongo.getCollection("measure_reports").deleteMany(new Document());
        wire.again(told);
        Eventually.holds(() -> mongo.getCollection("measure_reports").countDocuments() == 1);
        settled();

        assertThat(types(probe, risk).stream().filter("measure-completed"::equals))
                .hasSize(1);
    }

    private static Document commandsForgotten() {
        return new Document("commands", List.of());
    }

    /** A report is kept until it is carried out. */
    private void settled() {
        var last = UUID.randomUUID().toString();
        done(last, last, "max");
        Eventually.holds(() -> mongo.getCollection("measure_reports")
                                .countDocuments(new Document("reference", new Document("$regex", last))
                                        .append("settledAt", new Document("$exists", true)))
                        == 1
                && mongo.getCollection("measure_reports")
                                .countDocuments(new Document("tryAt", new Document("$exists", true)))
                        == 0);
        mongo.getCollection("measure_reports").deleteMany(new Document("reference", new Document("$regex", last)));
    }

    private String reduced() {
        var risk = enterprise.risk();
        assertThat(answer(enterprise.command(
                        "ona", "/risks/" + risk, "/respond", "{\"response\":\"REDUCE\",\"rationale\":\"成本可控\"}")))
                .isEqualTo("200");
        return risk;
    }

    private String planned(String risk, String owner) {
        var body = """
            {"title":"备份供应商","ownerId":"%s","dueOn":"%s","expected":{"likelihood":2,"impact":0}}
            """.formatted(owner, clock.today().plusDays(30));
        var planned = enterprise.command("ona", "/risks/" + risk, "/measures", body);
        assertThat(answer(planned)).isEqualTo("200");
        return read(planned).get("measures").get(0).get("id").asString();
    }

    private ProducerRecord<String, byte[]> done(String risk, String measure, String by) {
        return done(risk, measure, by, "EVENT", "risk-measure/%s/%s/%s".formatted(risk, measure, UUID.randomUUID()));
    }

    private ProducerRecord<String, byte[]> done(
            String risk, String measure, String by, String origin, @Nullable String reference) {
        var now = clock.instant();
        return wire.happens(
                new WorkItemCompletedV1(
                        "w-" + UUID.randomUUID(),
                        "备份供应商",
                        by,
                        "team",
                        null,
                        origin,
                        reference,
                        "HIGH",
                        clock.today(),
                        clock.today(),
                        now.minusSeconds(60),
                        now,
                        now,
                        true,
                        0,
                        60,
                        null),
                now);
    }

    private JsonNode risk(String id) {
        return read(enterprise.get("ona", "/risks/" + id));
    }

    private void awaitStatus(String risk, String status) {
        Eventually.holds(
                () -> risk(risk).get("measures").get(0).get("status").asString().equals(status));
    }

    private static List<String> types(EventProbe probe, String risk) {
        return probe.drain().stream()
                .filter(event -> event.key().equals(risk))
                .map(SeenEvent::type)
                .map(type -> type.replace("keshi.risk.", "").replace(".v1", ""))
                .toList();
    }
}
