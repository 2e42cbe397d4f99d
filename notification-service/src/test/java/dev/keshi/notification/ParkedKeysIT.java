package dev.keshi.notification;

import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.Topics;
import dev.keshi.contracts.org.DepartmentOpenedV1;
import dev.keshi.contracts.org.DepartmentRenamedV1;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.events.SeenEvent;
import dev.keshi.test.infrastructure.RealKafka;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
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
    private Reader admin;

    @BeforeEach
    void connect(RealKafka kafka) {
        wire = new Wire(kafka.bootstrap());
        admin = new Reader(port, person, TestIdentity.token(person, "ADMIN"), "en");
    }

    @AfterEach
    void disconnect() {
        wire.close();
    }

    @Test
    void anAdministratorLetsEventsGoOnInOrderAndThatIsOnRecord(RealKafka kafka) {
        var opened = wire.record(opened("Late"), "hr");
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
        wire.record(opened("Lost"), "hr");
        wire.happens(new DepartmentRenamedV1(department, "Renamed", null, LocalDate.EPOCH), "hr");
        eventually(() -> assertThat(parked()).isNotNull());

        var round = Reader.json(ask("POST", "/redrive", ""));

        assertThat(round.get("nextCursor").isNull()).isTrue();
        assertThat(round.get("refused").asInt()).isPositive();
        assertThat(parked().get("letters").asLong()).isEqualTo(1);
    }

    @Test
    void aRoundOverAllKeysAppliesInOrderWhatCanBeAppliedAndThatIsOnRecord(RealKafka kafka) {
        var opened = wire.record(opened("Late"), "hr");
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

        assertThat(ask("POST", "/" + id + "/discard", discard(partition, offset + 1))
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
        var rest = Reader.json(ask("POST", "/" + id + "/discard", discard(partition, offset)));

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

    private static String discard(int partition, long offset) {
        return "{\"partition\":%d,\"offset\":%d,\"reason\":\"written by hand\"}".formatted(partition, offset);
    }

    @Test
    void whatIsNotThereAndWhatNobodyMayAskForIsRefused() {
        assertThat(ask("GET", "/nothing", "").statusCode()).isEqualTo(404);
        assertThat(ask("POST", "/nothing/redrive", "{}").statusCode()).isEqualTo(404);
        assertThat(ask("POST", "/nothing/redrive", "{\"letters\":0}").statusCode())
                .isEqualTo(400);
        assertThat(ask("GET", "?limit=101", "").statusCode()).isEqualTo(400);
    }

    private DepartmentOpenedV1 opened(String name) {
        return new DepartmentOpenedV1(
                department, "D1", "DEPARTMENT", name, null, null, null, List.of(), LocalDate.EPOCH, 1);
    }

    private @Nullable JsonNode parked() {
        return StreamSupport.stream(
                        Reader.json(ask("GET", "?limit=100", "")).get("items").spliterator(), false)
                .filter(key -> key.get("key").asString().equals(department))
                .findFirst()
                .orElse(null);
    }

    private HttpResponse<String> ask(String method, String path, String body) {
        return send(admin, method, path, body);
    }

    private HttpResponse<String> send(Reader reader, String method, String path, String body) {
        var address = "http://127.0.0.1:" + port + "/api/notification/v1/operations/parked-keys" + path;
        return reader.send(HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + reader.token())
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }
}
