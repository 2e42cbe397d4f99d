package dev.keshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Cast.Part;
import dev.keshi.test.Eventually;
import dev.keshi.test.events.EventProbe;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

@OnThePlatform
class ArchiveIT {

    private static final String EVENTS = "/api/reporting/v1/events";

    private final Keshi keshi;
    private final Caller auditor;

    ArchiveIT(Keshi keshi) {
        this.keshi = keshi;
        this.auditor = keshi.person(Part.AUDITOR);
    }

    @Scenario({"D1", "X3"})
    void theArchiveTellsWhatKafkaTellsInTheSameOrderAndWithoutAGap() throws Throwable {
        try (var probe = EventProbe.fromNow(keshi.kafka(), "keshi.workflow.v1")) {
            JsonNode request = Leave.askFor(keshi.person(Part.EMPLOYEE), 1);
            Leave.approve(keshi.person(Part.MANAGER), request);
            probe.awaitOne("keshi.workflow.request-ended.v1", Leave.id(request), Duration.ofSeconds(20));
            var published = probe.drain().stream()
                    .filter(event -> event.key().equals(Leave.id(request)))
                    .map(event -> "%d %s %s".formatted(event.sequence(), event.type(), event.id()))
                    .toList();

            Eventually.eventually(() -> assertThat(archived(request)).isEqualTo(published));
            assertThat(published).hasSize(4).first().asString().startsWith("1 keshi.workflow.request-submitted.v1");
        }
    }

    @Scenario("D1")
    void eventsAreFoundByTypeAndTime() {
        JsonNode hires = auditor.get(EVENTS + "?type=keshi.org.person-hired.v1&limit=5")
                .expect(200)
                .json();

        assertThat(hires.path("items")
                        .valueStream()
                        .map(event -> event.path("type").asString()))
                .hasSize(5)
                .containsOnly("keshi.org.person-hired.v1");
        assertThat(hires.path("nextCursor").asString()).isNotBlank();
    }

    @Scenario({"D1", "X1"})
    void theArchiveIsForAuditorsAndNamesInItAreEncrypted() {
        assertThat(keshi.person(Part.EMPLOYEE).get(EVENTS).status()).isEqualTo(403);
        assertThat(auditor.get(EVENTS + "?type=keshi.org.person-hired.v1&limit=100")
                        .body())
                .doesNotContain("林晓雨", "陈志远");
    }

    private List<String> archived(JsonNode request) {
        return auditor.get(EVENTS + "?limit=100&key=" + Leave.id(request))
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .sorted(Comparator.comparing(event -> event.path("sequence").asLong()))
                .map(event -> "%d %s %s"
                        .formatted(
                                event.path("sequence").asLong(),
                                event.path("type").asString(),
                                Leave.id(event)))
                .toList();
    }
}
