package dev.keshi.notification;

import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.Topics;
import dev.keshi.contracts.org.DepartmentRenamedV1;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.events.SeenEvent;
import dev.keshi.test.infrastructure.RealKafka;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

/** What operators see of events that a service could not apply, and how they let them go on. */
@RunningService
class ParkedKeysIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @LocalServerPort
    private int port;

    @Autowired
    private MongoTemplate mongo;

    private final String department = "d-" + UUID.randomUUID();
    private final String person = "root-" + UUID.randomUUID();
    private Wire wire;
    private Operations operations;

    @BeforeEach
    void connect(RealKafka kafka) {
        wire = new Wire(kafka.bootstrap());
        operations = Operations.of(port, person, "ADMIN");
    }

    @AfterEach
    void disconnect() {
        wire.close();
    }

    @Test
    void anAdministratorLetsEventsGoOnInOrderAndThatIsOnRecord(RealKafka kafka) {
        var opened = wire.record(Wire.opened(department, "Late"), "hr");
        wire.happens(new DepartmentRenamedV1(department, "Renamed", null, LocalDate.EPOCH), "hr");
        eventually(() -> assertThat(parked()).isNotNull());
        wire.again(opened);
        var id = parked().get("id").asString();
        eventually(() -> assertThat(
                        Reader.json(ask("GET", "/" + id + "/dead-letters", "")).get("items"))
                .hasSize(2));

        assertThat(parked().get("reason").asString()).isEqualTo("gap: sequence 2 follows 0");
        var letters =
                Reader.json(ask("GET", "/" + id + "/dead-letters?limit=1", "")).get("items");
        assertThat(letters).hasSize(1);
        assertThat(letters.get(0).get("sequence").asLong()).isEqualTo(1);
        assertThat(letters.get(0).get("json").asString()).contains("Late");

        var one = Reader.json(ask("POST", "/" + id + "/redrive", "{\"letters\":1}"));
        assertThat(one.get("applied").asInt()).isEqualTo(1);
        assertThat(one.get("released").asBoolean()).isFalse();
        var rest = Reader.json(ask("POST", "/" + id + "/redrive", "{}"));
        assertThat(rest.get("applied").asInt()).isEqualTo(1);
        assertThat(rest.get("released").asBoolean()).isTrue();
        assertThat(ask("POST", "/" + id + "/redrive", "{}").statusCode()).isEqualTo(404);

        try (var probe = EventProbe.fromBeginning(kafka.bootstrap(), Topics.OPERATIONS)) {
            assertThat(probe.await(4, event -> event.headers().get("ce_actor").equals(person), PATIENCE))
                    .hasSizeGreaterThanOrEqualTo(4)
                    .anySatisfy(event -> assertThat(event.headers().get("ce_type"))
                            .isEqualTo("keshi.operations.redrive-requested.v1"))
                    .anySatisfy(event ->
                            assertThat(event.headers().get("ce_type")).isEqualTo("keshi.operations.redrive-ended.v1"));
        }
    }

    @Test
    void allKeysAreRedrivenInOneRound() {
        wire.record(Wire.opened(department, "Lost"), "hr");
        wire.happens(new DepartmentRenamedV1(department, "Renamed", null, LocalDate.EPOCH), "hr");
        eventually(() -> assertThat(parked()).isNotNull());

        var round = Reader.json(ask("POST", "/redrive", ""));

        assertThat(round.get("nextCursor").isNull()).isTrue();
        assertThat(round.get("refused").asInt()).isPositive();
        assertThat(parked().get("letters").asLong()).isEqualTo(1);
    }

    @Test
    void aRoundOverAllKeysAppliesInOrderWhatCanBeAppliedAndThatIsOnRecord(RealKafka kafka) {
        var opened = wire.record(Wire.opened(department, "Late"), "hr");
        wire.happens(new DepartmentRenamedV1(department, "Renamed", null, LocalDate.EPOCH), "hr");
        wire.happens(new DepartmentRenamedV1(department, "Again", null, LocalDate.EPOCH), "hr");
        eventually(() -> assertThat(parked()).isNotNull());
        wire.again(opened);
        eventually(() -> assertThat(parked().get("letters").asLong()).isEqualTo(3));

        var round = Reader.json(ask("POST", "/redrive", ""));

        assertThat(round.get("released").asInt()).isPositive();
        assertThat(parked()).isNull();
        assertThat(mongo.getCollection("directory_departments")
                        .find(new Document("_id", department))
                        .first())
                .containsEntry("sequence", 3L)
                .containsEntry("name", "Again");
        assertThat(ended(kafka, "RELEASED"))
                .extracting(SeenEvent::type)
                .containsExactly("keshi.operations.redrive-requested.v1", "keshi.operations.redrive-ended.v1");
    }

    @Test
    void whatCanNeverBeAppliedIsGivenUpAndThatIsOnRecord(RealKafka kafka) {
        wire.foreign(Topics.ORG, department, "hello");
        eventually(() -> assertThat(parked()).isNotNull());
        var id = parked().get("id").asString();
        var letter = Reader.json(ask("GET", "/" + id + "/dead-letters", ""))
                .get("items")
                .get(0);
        int partition = letter.get("partition").asInt();
        long offset = letter.get("offset").asLong();

        assertThat(ask("POST", "/" + id + "/discard", Operations.discard(partition, offset + 1))
                        .statusCode())
                .isEqualTo(409);
        assertThat(ended(kafka, "NOT_FIRST"))
                .extracting(SeenEvent::type)
                .containsExactly(
                        "keshi.operations.redrive-requested.v1",
                        "keshi.operations.discard-requested.v1",
                        "keshi.operations.redrive-ended.v1");
        assertThat(ask("POST", "/" + id + "/discard", "{\"partition\":0,\"offset\":0,\"reason\":\" \"}")
                        .statusCode())
                .isEqualTo(400);
        var rest = Reader.json(ask("POST", "/" + id + "/discard", Operations.discard(partition, offset)));

        assertThat(rest.get("released").asBoolean()).isTrue();
        assertThat(parked()).isNull();
        try (var probe = EventProbe.fromBeginning(kafka.bootstrap(), Topics.OPERATIONS)) {
            assertThat(probe.await(
                            1,
                            event -> event.type().equals("keshi.operations.discard-requested.v1")
                                    && event.json().contains("\"offset\":" + offset + ","),
                            PATIENCE))
                    .first()
                    .satisfies(event -> assertThat(event.headers()).containsEntry("ce_actor", person));
        }
    }

    /** All events of the newest redrive that ended so. */
    private List<SeenEvent> ended(RealKafka kafka, String outcome) {
        try (var probe = EventProbe.fromBeginning(kafka.bootstrap(), Topics.OPERATIONS)) {
            var end = probe.await(
                            1,
                            event -> event.json().contains("\"outcome\":\"" + outcome + "\"")
                                    && event.headers().get("ce_actor").equals(person),
                            PATIENCE)
                    .getLast();
            return probe.await(1, event -> event.key().equals(end.key()), PATIENCE);
        }
    }

    @Test
    void whatIsNotThereAndWhatNobodyMayAskForIsRefused() {
        assertThat(ask("GET", "/nothing", "").statusCode()).isEqualTo(404);
        assertThat(ask("POST", "/nothing/redrive", "{}").statusCode()).isEqualTo(404);
        assertThat(ask("POST", "/nothing/redrive", "{\"letters\":0}").statusCode())
                .isEqualTo(400);
        assertThat(ask("GET", "?limit=101", "").statusCode()).isEqualTo(400);
    }

    private @Nullable JsonNode parked() {
        return operations.parked(department).stream().findFirst().orElse(null);
    }

    private HttpResponse<String> ask(String method, String path, String body) {
        return operations.ask(method, "/parked-keys" + path, body);
    }
}
