package dev.keshi.reporting.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplayTopicsTest {

    private final ReplayTopics topics = new ReplayTopics(Map.of(), "replays.");

    @Test
    void topicsOfACallerBeginWithItsId() {
        assertThat(topics.namespaceOf("payroll")).isEqualTo("replays.payroll.");
    }

    @Test
    void noNamespaceIsWithinAnother() {
        var callers = List.of("a", "a.b", "a.b.c", "a/b", "人", "", "a".repeat(300));

        assertThat(callers)
                .extracting(topics::namespaceOf)
                .doesNotHaveDuplicates()
                .allSatisfy(name -> {
                    assertThat(name).matches("replays\\.[A-Za-z0-9_-]{1,100}\\.");
                    assertThat(callers.stream()
                                    .map(topics::namespaceOf)
                                    .filter(name::startsWith)
                                    .toList())
                            .containsExactly(name);
                });
    }

    @Test
    void anotherNameIsRefusedBeforeTheBrokerIsAsked() {
        for (var name :
                List.of("keshi.org.v1", "replays.payroll", "replays.payroll.", "replays.payroll2.x", "replays.x")) {
            assertThatThrownBy(() -> topics.require("payroll", name)).isInstanceOf(ReplayProblem.TopicNotAllowed.class);
        }
    }
}
