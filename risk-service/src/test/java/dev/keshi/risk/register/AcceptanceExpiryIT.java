package dev.keshi.risk.register;

import static dev.keshi.risk.Enterprise.answer;
import static dev.keshi.risk.Enterprise.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.messaging.sweep.Swept;
import dev.keshi.risk.Enterprise;
import dev.keshi.risk.MovedClock;
import dev.keshi.risk.RunningService;
import dev.keshi.service.time.EnterpriseTime;
import dev.keshi.test.Eventually;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.events.SeenEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Acceptances end by themselves, each once, however many look at the same moment. */
@RunningService
class AcceptanceExpiryIT {

    private static final int RISKS = 25;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MongoRisks risks;

    @Autowired
    private MovedClock clock;

    @Autowired
    private MongoTemplate mongo;

    @BeforeEach
    void begin() {
        enterprise.begin();
    }

    @Test
    void severalReplicasAtOnceEndEachAcceptanceOnce(EventProbe probe) throws Exception {
        // Longer than tests let pass, so that the one that runs beside them sees none.
        var until = clock.today().plusDays(300);
        var accepted = IntStream.range(0, RISKS).mapToObj(_ -> accepted(until)).toList();
        together(3, () -> sweep(until));
        assertThat(ended(accepted)).isZero();

        together(3, () -> sweep(until.plusDays(1)));
        together(2, () -> sweep(until.plusDays(2)));

        assertThat(ended(accepted)).isEqualTo(RISKS);
        for (var type : List.of("keshi.risk.risk-acceptance-expired.v1", "keshi.risk.risk-assessment-opened.v1")) {
            probe.await(RISKS, event -> event.type().equals(type) && accepted.contains(event.key()), PATIENCE);
        }
        Eventually.holds(() -> mongo.getCollection("risks")
                        .countDocuments(of(accepted).append("outbox.0", new Document("$exists", true)))
                == 0);
        probe.drain();
        for (var risk : accepted) {
            assertThat(probe.seen().stream()
                            .filter(event -> event.key().equals(risk))
                            .map(SeenEvent::type))
                    .as(risk)
                    .containsOnlyOnce("keshi.risk.risk-acceptance-expired.v1", "keshi.risk.risk-assessment-opened.v1");
            var now = read(enterprise.get("ona", "/risks/" + risk));
            assertThat(now.get("response").get("expired").asBoolean()).isTrue();
            assertThat(now.get("assessment").get("cause").asString()).isEqualTo("ACCEPTANCE_EXPIRED");
        }
    }

    private String accepted(LocalDate until) {
        var risk = enterprise.risk();
        assertThat(answer(enterprise.command(
                        "ona",
                        "/risks/" + risk,
                        "/respond",
                        "{\"response\":\"ACCEPT\",\"rationale\":\"成本可控\",\"acceptedUntil\":\"%s\"}".formatted(until))))
                .isEqualTo("200");
        return risk;
    }

    private long ended(List<String> accepted) {
        return mongo.getCollection("risks").countDocuments(of(accepted).append("state.response.expired", true));
    }

    private static Document of(List<String> accepted) {
        return new Document("_id", new Document("$in", accepted));
    }

    /** By a replica of a day that the one that runs does not see. */
    private Void sweep(LocalDate day) {
        var zone = ZoneId.of("Asia/Shanghai");
        var noon = Clock.fixed(day.atTime(12, 0).atZone(zone).toInstant(), ZoneOffset.UTC);
        var swept = new AcceptanceExpiry(risks, new EnterpriseTime(noon, zone));
        var place = "";
        do {
            place = swept.doPart(place);
        } while (!place.equals(Swept.DONE));
        return null;
    }

    private static void together(int many, Callable<Void> what) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(
                    IntStream.range(0, many).mapToObj(_ -> what).toList())) {
                done.get();
            }
        }
    }
}
