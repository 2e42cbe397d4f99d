package dev.keshi.reporting.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.Topics;
import dev.keshi.reporting.RunningService;
import dev.keshi.reporting.Wire;
import dev.keshi.reporting.Wire.Sent;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.events.SeenEvent;
import dev.keshi.test.infrastructure.RealKafka;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** What services miss they get because it rings: here nobody looks for it. */
@RunningService
@TestPropertySource(properties = "keshi.consumer.follow-every=1h")
class ReplayDoorbellIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String topic = "replays.bell-" + run + ".all";
    private final String key = "a-" + run;

    /** The first one might be found by the look at the start, one of the others only by the bell. */
    @Test
    void aServiceGetsWhatItAsksForAsSoonAsItAsks(RealKafka kafka) {
        kafka.createTopic(topic, 1);
        try (var wire = new Wire(kafka.bootstrap());
                var probe = EventProbe.fromBeginning(kafka.bootstrap(), topic)) {
            for (int number = 1; number <= 3; number++) {
                wire.send(new Sent(
                        key + "-" + number,
                        Topics.WORKFLOW,
                        key,
                        number,
                        type(),
                        Instant.now(),
                        "{\"number\":" + number + "}"));
            }
            wire.flush();

            for (int number = 1; number <= 3; number++) {
                asks(wire, number);
                var wanted = request(number);
                assertThat(probe.await(2, event -> wanted.equals(event.headers().get("keshi_request")), PATIENCE))
                        .extracting(SeenEvent::sequence)
                        .containsExactlyInAnyOrder((long) number, 0L);
            }
        }
    }

    private void asks(Wire wire, int number) {
        var request = request(number);
        wire.send(new Sent(
                request,
                Topics.OPERATIONS,
                request,
                1,
                "keshi.operations.replay-requested.v1",
                Instant.now(),
                """
                {"requestId":"%s","topic":"%s","subscription":"directory/people","sources":["keshi.workflow.v1"],
                 "types":["%s"],"ranges":[{"key":"%s","from":%d,"to":%d}]}\
                """.formatted(request, topic, type(), key, number, number)));
        wire.flush();
    }

    private String request(int number) {
        return "bell-" + number + "-" + run;
    }

    private String type() {
        return "keshi.workflow.rung-" + run + ".v1";
    }
}
