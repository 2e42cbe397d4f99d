package dev.keshi.risk.indicator;

import static dev.keshi.risk.Enterprise.answer;
import static dev.keshi.risk.Enterprise.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.directory.Superiors;
import dev.keshi.messaging.sweep.Swept;
import dev.keshi.risk.Enterprise;
import dev.keshi.risk.MovedClock;
import dev.keshi.risk.RunningService;
import dev.keshi.service.time.EnterpriseTime;
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

/** Warnings that nobody takes note of go up, each once, however many look at the same moment. */
@RunningService
class WarningEscalationIT {

    private static final int WARNINGS = 15;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MongoWarnings warnings;

    @Autowired
    private Superiors superiors;

    @Autowired
    private MovedClock clock;

    @Autowired
    private MongoTemplate mongo;

    @BeforeEach
    void begin() {
        enterprise.begin();
    }

    @Test
    void severalReplicasAtOnceTakeEachWarningUpOnce(EventProbe probe) throws Exception {
        var today = clock.today();
        var raised = IntStream.range(0, WARNINGS).mapToObj(_ -> warned(today)).toList();
        together(3, () -> sweep(today.plusDays(2)));
        assertThat(waiting(raised)).isEqualTo(WARNINGS);

        together(3, () -> sweep(today.plusDays(3)));
        together(2, () -> sweep(today.plusDays(4)));

        assertThat(waiting(raised)).isZero();
        var told = probe.await(
                WARNINGS,
                event -> event.type().equals("keshi.risk.warning-escalated.v1") && raised.contains(event.key()),
                PATIENCE);
        assertThat(told).extracting(SeenEvent::key).containsExactlyInAnyOrderElementsOf(raised);
        assertThat(told).allSatisfy(event -> assertThat(event.json()).contains("\"escalatedTo\":\"tom\""));
        // Raised and taken up: nothing else was told of any of them.
        assertThat(mongo.getCollection("warnings").countDocuments(of(raised).append("sequence", 2L)))
                .isEqualTo(WARNINGS);
    }

    @Test
    void aWarningGoesPastAManagerWhoHasLeft(EventProbe probe) {
        var today = clock.today();
        var raised = warned(today);
        employed("tom", false);
        try {
            sweep(today.plusDays(3));
        } finally {
            employed("tom", true);
        }

        assertThat(probe.awaitOne("keshi.risk.warning-escalated.v1", raised, PATIENCE)
                        .json())
                .contains("\"escalatedTo\":\"boss\"");
    }

    private void employed(String person, boolean employed) {
        mongo.getCollection("directory_people")
                .updateOne(new Document("_id", person), new Document("$set", new Document("employed", employed)));
    }

    private String warned(LocalDate today) {
        var indicator = enterprise.indicator(enterprise.risk(), "ABOVE", "10", "8", 1);
        assertThat(answer(enterprise.report("ona", indicator, today.minusDays(1).toString(), "11")))
                .isEqualTo("200");
        return read(enterprise.get("ona", "/indicators/" + indicator))
                .get("warningId")
                .asString();
    }

    private long waiting(List<String> raised) {
        return mongo.getCollection("warnings")
                .countDocuments(of(raised).append("state.escalatesOn", new Document("$exists", true)));
    }

    private static Document of(List<String> raised) {
        return new Document("_id", new Document("$in", raised));
    }

    /** By a replica of a day that the one that runs does not see. */
    private Void sweep(LocalDate day) {
        var zone = ZoneId.of("Asia/Shanghai");
        var noon = Clock.fixed(day.atTime(12, 0).atZone(zone).toInstant(), ZoneOffset.UTC);
        var swept = new WarningEscalation(warnings, superiors, new EnterpriseTime(noon, zone));
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
