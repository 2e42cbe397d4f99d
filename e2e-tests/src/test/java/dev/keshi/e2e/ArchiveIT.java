package dev.keshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Cast.Part;
import dev.keshi.test.Eventually;
import dev.keshi.test.events.EventProbe;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

@OnThePlatform
class ArchiveIT {

    private static final String EVENTS = "/api/reporting/v1/events";
    private static final String ENDED = "keshi.workflow.request-ended.v1";

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
            probe.awaitOne(ENDED, Leave.id(request), Duration.ofSeconds(20));
            var published = probe.drain().stream()
                    .filter(event -> event.key().equals(Leave.id(request)))
                    .map(event -> "%d %s %s".formatted(event.sequence(), event.type(), event.id()))
                    .toList();

            Eventually.eventually(() -> assertThat(archived(request)).isEqualTo(published));
            assertThat(published)
                    .extracting(event -> event.substring(0, event.lastIndexOf(' ')))
                    .containsExactly(
                            "1 keshi.workflow.request-submitted.v1",
                            "2 keshi.workflow.task-created.v1",
                            "3 keshi.workflow.task-decided.v1",
                            "4 keshi.workflow.request-ended.v1");
        }
    }

    @Scenario("D1")
    void eventsAreFoundByTypeAndTime() {
        JsonNode request = Leave.askFor(keshi.person(Part.EMPLOYEE), 1);
        Leave.approve(keshi.person(Part.MANAGER), request);
        Eventually.holds(() -> ofType(request, ENDED).isPresent());
        JsonNode ended = ofType(request, ENDED).orElseThrow();
        Instant time = Instant.parse(ended.path("time").asString()).truncatedTo(ChronoUnit.MILLIS);

        assertThat(found(ENDED, time, time.plusMillis(1)))
                .isNotEmpty()
                .allSatisfy(event -> {
                    assertThat(event.path("type").asString()).isEqualTo(ENDED);
                    assertThat(Instant.parse(event.path("time").asString())).isBetween(time, time.plusMillis(1));
                })
                .extracting(Leave::id)
                .contains(Leave.id(ended));
        assertThat(found(ENDED, time.minusSeconds(60), time))
                .extracting(Leave::id)
                .doesNotContain(Leave.id(ended));
        assertThat(found(ENDED, time.plusMillis(1), time.plusSeconds(60)))
                .extracting(Leave::id)
                .doesNotContain(Leave.id(ended));
        assertThat(found("keshi.workflow.request-submitted.v1", time, time.plusMillis(1)))
                .extracting(Leave::id)
                .doesNotContain(Leave.id(ended));
    }

    @Scenario({"D1", "X1"})
    void theArchiveIsForAuditorsAndNamesInItAreEncrypted() {
        var secrets = new HashSet<String>();
        var people = Pages.items(keshi.person(Part.HR), "/api/org/v1/people?limit=100");
        people.forEach(person -> {
            secrets.add(person.path("name").asString());
            secrets.add(person.path("email").asString());
        });
        assertThat(secrets).contains("林晓雨", "陈志远").hasSizeGreaterThan(people.size());

        assertThat(keshi.person(Part.EMPLOYEE).get(EVENTS).status()).isEqualTo(403);
        var hires = Pages.items(auditor, EVENTS + "?limit=100&type=keshi.org.person-hired.v1");
        assertThat(hires)
                .hasSizeGreaterThanOrEqualTo(people.size())
                .allSatisfy(hire -> assertThat(hire.toString()).doesNotContain(secrets));
    }

    private List<JsonNode> found(String type, Instant from, Instant to) {
        return auditor.get("%s?limit=100&type=%s&from=%s&to=%s".formatted(EVENTS, type, from, to))
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private Optional<JsonNode> ofType(JsonNode request, String type) {
        return auditor.get(EVENTS + "?key=" + Leave.id(request) + "&type=" + type)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .findFirst();
    }

    /** As the archive gives them, in the order in which it gives them. */
    private List<String> archived(JsonNode request) {
        return auditor.get(EVENTS + "?limit=100&sort=SEQUENCE&key=" + Leave.id(request))
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(event -> "%d %s %s"
                        .formatted(
                                event.path("sequence").asLong(),
                                event.path("type").asString(),
                                Leave.id(event)))
                .toList();
    }
}
