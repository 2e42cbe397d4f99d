package dev.keshi.chaos.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.platform.Service;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class PoisonAuditTest {

    static final List<Service> COPIES = List.of(Service.WORKFLOW, Service.NOTIFICATION, Service.REPORTING);

    private final HandMadeHistory history = new HandMadeHistory();

    /** Two good ones, and two bad ones of which the archive can keep one. */
    @BeforeEach
    void nothingIsLost() {
        store(Service.REPORTING, "events", "good-1");
        store(Service.REPORTING, "events", "good-2");
        store(Service.REPORTING, "events", "bad-1");
        park(Service.REPORTING, "bad-1");
        park(Service.REPORTING, "");
        park(Service.NOTIFICATION, "bad-1");
        park(Service.NOTIFICATION, "");
        for (String event : List.of("registered", "replaced", "registered-again")) {
            history.store(Service.REPORTING, "events", new Document("_id", event).append("key", "past-1"));
        }
        COPIES.forEach(service -> history.store(
                service,
                "directory_clients",
                new Document("_id", "past-1").append("sequence", 2L).append("permissionEpoch", 2L)));
    }

    @Test
    void nothingIsBrokenWhereNothingWasLost() {
        assertThat(audit()).isEmpty();
    }

    @Test
    void aGoodNeighbourThatWasLostIsFound() {
        history.lose(Service.REPORTING, "events", "good-1");

        assertThat(audit())
                .singleElement()
                .satisfies(broken -> assertThat(broken.example()).startsWith("of 2 good records"));
    }

    @Test
    void aGoodNeighbourThatIsParkedIsFound() {
        park(Service.NOTIFICATION, "good-1");

        assertThat(audit())
                .singleElement()
                .satisfies(broken -> assertThat(broken.example()).contains("1 are parked"));
    }

    @Test
    void poisonThatWasNotParkedIsFound() {
        history.lose(Service.NOTIFICATION, "dead_letters", "bad-1");

        assertThat(audit())
                .singleElement()
                .satisfies(broken -> assertThat(broken.example()).startsWith("of 2 poison records 1 are parked"));
    }

    @Test
    void poisonThatTheArchiveLostIsFound() {
        history.lose(Service.REPORTING, "dead_letters", "");

        assertThat(audit())
                .extracting(Broken::example)
                .satisfiesExactly(
                        archive -> assertThat(archive).contains("keeps 1 and has parked 0 others"),
                        figures -> assertThat(figures).contains("1 are parked for the figures"));
    }

    @Test
    void poisonThatTheFiguresTookIsFound() {
        history.lose(Service.REPORTING, "dead_letters", "bad-1");

        assertThat(audit())
                .singleElement()
                .satisfies(broken -> assertThat(broken.example()).contains("1 are parked for the figures"));
    }

    @ParameterizedTest
    @FieldSource("COPIES")
    void aSequenceFromThePastThatChangedACopyIsFound(Service service) {
        history.document(service, "directory_clients", "past-1").put("permissionEpoch", 9L);

        assertThat(audit()).singleElement().satisfies(broken -> {
            assertThat(broken.invariant()).isEqualTo(Invariant.I4);
            assertThat(broken.example()).contains(service.module());
        });
    }

    @ParameterizedTest
    @FieldSource("COPIES")
    void aSequenceFromThePastThatTookACopyBackIsFound(Service service) {
        history.document(service, "directory_clients", "past-1").put("sequence", 1L);

        assertThat(audit()).singleElement().extracting(Broken::invariant).isEqualTo(Invariant.I4);
    }

    @ParameterizedTest
    @FieldSource("COPIES")
    void aSequenceFromThePastThatHoldsItsKeyUpIsFound(Service service) {
        park(service, "past-1");

        assertThat(audit())
                .singleElement()
                .satisfies(broken -> assertThat(broken.example()).contains("has parked 1"));
    }

    @Test
    void aKeyWithASequenceFromThePastThatIsNowhereIsFound() {
        history.lose(Service.REPORTING, "events", "replaced");
        history.lose(Service.WORKFLOW, "directory_clients", "past-1");

        assertThat(audit())
                .extracting(Broken::example)
                .satisfiesExactly(
                        archive -> assertThat(archive).contains("of 3 records"),
                        copy -> assertThat(copy).contains("workflow-service has 0"));
    }

    private List<Broken> audit() {
        var audit = new PoisonAudit(history);
        return Stream.concat(audit.of("good-", 2, "bad-", 2).stream(), audit.ofThePast("past-", 1).stream())
                .toList();
    }

    private void park(Service service, String key) {
        var id = new Document("name", "ce_id").append("value", new Binary(key.getBytes(StandardCharsets.UTF_8)));
        history.store(
                service,
                "dead_letters",
                new Document("_id", key).append("key", key).append("headers", List.of(id)));
    }

    private void store(Service service, String collection, String key) {
        history.store(service, collection, new Document("_id", key).append("key", key));
    }
}
