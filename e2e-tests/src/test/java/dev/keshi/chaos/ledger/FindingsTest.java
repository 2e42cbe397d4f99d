package dev.keshi.chaos.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.chaos.ledger.Operation.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindingsTest {

    @Test
    void whatWasAcknowledgedHasOneEffect() {
        assertThat(broken(Outcome.OK, 0)).containsExactly(Invariant.I1);
        assertThat(broken(Outcome.OK, 1)).isEmpty();
        assertThat(broken(Outcome.OK, 2)).containsExactly(Invariant.I7);
    }

    @Test
    void whatWasRefusedHasNone() {
        assertThat(broken(Outcome.FAILED, 0)).isEmpty();
        assertThat(broken(Outcome.FAILED, 1)).containsExactly(Invariant.I7);
    }

    @Test
    void whatIsUnknownHappenedOnceOrNotAtAll() {
        assertThat(broken(Outcome.UNKNOWN, 0)).isEmpty();
        assertThat(broken(Outcome.UNKNOWN, 1)).isEmpty();
        assertThat(broken(Outcome.UNKNOWN, 2)).containsExactly(Invariant.I7);
    }

    private static List<Invariant> broken(Outcome outcome, long effects) {
        var findings = new Findings();
        findings.requireEffects(new Operation(1, Kind.RENAME, "d-1", Map.of("name", "X1"), outcome, "200"), effects);
        return findings.all().stream().map(Broken::invariant).toList();
    }
}
