package dev.keshi.chaos.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.platform.Service;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PoisonAuditTest {

    private final HandMadeHistory history = new HandMadeHistory();

    /** Two good ones, and two bad ones of which the archive can keep one. */
    @BeforeEach
    void nothingIsLost() {
        store(Service.REPORTING, "events", "good-1");
        store(Service.REPORTING, "events", "good-2");
        store(Service.REPORTING, "events", "bad-1");
        store(Service.REPORTING, "dead_letters", "");
        store(Service.NOTIFICATION, "dead_letters", "bad-1");
        store(Service.NOTIFICATION, "dead_letters", "");
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
        store(Service.NOTIFICATION, "dead_letters", "good-1");

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
                .singleElement()
                .satisfies(broken -> assertThat(broken.example()).contains("keeps 1 and has parked 0"));
    }

    private List<Broken> audit() {
        return new PoisonAudit(history).of("good-", 2, "bad-", 2);
    }

    private void store(Service service, String collection, String key) {
        history.store(service, collection, new Document("_id", key).append("key", key));
    }
}
