package dev.keshi.workflow.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.workflow.engine.InstanceStatus;
import dev.keshi.workflow.engine.Outcome;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestDocumentTest {

    /** The write that ends a request says that its work is to be made: no crash comes between. */
    @Test
    void whatGivesWorkIsMarkedByTheWriteThatEndsItUntilTheWorkIsMade() {
        var ended = StateJsonTest.state(
                new InstanceStatus.Completed(Outcome.APPROVED, Instant.parse("2026-11-21T01:02:03.004Z")));

        var document = RequestDocument.of(new Request("2026-000007", "d-1", ended), List.of("p-eve"));

        assertThat(document.givesWork()).isTrue();
        assertThat(document.participants()).contains("p-ann", "p-bea", "p-eve");
        var made = document.withWorkMade();
        assertThat(made.givesWork()).isNull();
        assertThat(made.toRequest()).isEqualTo(document.toRequest());
        assertThat(made.participants()).isEqualTo(document.participants());
    }
}
