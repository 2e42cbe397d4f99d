package dev.keshi.training.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.sweep.Swept;
import dev.keshi.service.time.EnterpriseTime;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.events.SeenEvent;
import dev.keshi.training.Enterprise;
import dev.keshi.training.MovedClock;
import dev.keshi.training.RunningService;
import dev.keshi.training.course.CourseForm;
import dev.keshi.training.course.CourseSubject;
import dev.keshi.training.course.CourseView;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What becomes of certificates by themselves becomes of each once, whatever dies on the way and however many look at the same moment. */
@RunningService
class CertificateExpiryIT {

    /** More than are gone through at a time. */
    private static final int PEOPLE = 130;

    /** Longer than tests let pass, so that the one that runs beside them sees none. */
    private static final int MONTHS = 120;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MongoCertificates certificates;

    @Autowired
    private CertificateNumbers numbers;

    @Autowired
    private MovedClock clock;

    @Autowired
    private MongoTemplate mongo;

    private final String course = Enterprise.code();
    private LocalDate lastDay;

    @BeforeEach
    void manyHoldOne() {
        enterprise.begin();
        var issuedOn = clock.today();
        lastDay = issuedOn.plusMonths(MONTHS).minusDays(1);
        var view = new CourseView(
                course,
                "数据分析",
                null,
                CourseForm.ONLINE,
                CourseSubject.TOOLS,
                60,
                List.of(),
                List.of(),
                false,
                List.of(),
                MONTHS,
                false);
        for (int i = 0; i < PEOPLE; i++) {
            var person = "holder-" + i + "-" + UUID.randomUUID();
            var unused = certificates.create(
                    CertificateId.of(person, "quiz/x"),
                    CommandContext.of("system:certificates"),
                    CertificateDocument.issued(numbers.next(), view, MONTHS, person, "quiz/x", issuedOn));
        }
    }

    @Test
    void severalReplicasAtOnceRemindOfEachOnceAndEndEachOnce(EventProbe probe) throws Exception {
        var inTheLastMonth = lastDay.minusDays(20);
        assertThat(told(1)).isEqualTo(PEOPLE);

        together(3, () -> sweep(inTheLastMonth));

        assertThat(told(2)).isEqualTo(PEOPLE);
        together(2, () -> sweep(inTheLastMonth));
        assertThat(told(2)).isEqualTo(PEOPLE);

        together(3, () -> sweep(lastDay.plusDays(1)));
        together(2, () -> sweep(lastDay.plusDays(2)));

        assertThat(told(3)).isEqualTo(PEOPLE);
        for (var type : List.of("expiring", "expired")) {
            var seen = probe.await(PEOPLE, event -> isTold(event, type), PATIENCE);
            assertThat(seen).extracting(SeenEvent::key).hasSize(PEOPLE).doesNotHaveDuplicates();
        }
    }

    @Test
    void whatOneBeganAnotherEnds(EventProbe probe) {
        var inTheLastMonth = lastDay.minusDays(20);

        // It died here.
        assertThat(on(inTheLastMonth).doPart("")).isNotEqualTo(Swept.DONE);
        assertThat(told(2)).isBetween(1L, PEOPLE - 1L);
        sweep(inTheLastMonth);

        assertThat(told(2)).isEqualTo(PEOPLE);
        assertThat(probe.await(PEOPLE, event -> isTold(event, "expiring"), PATIENCE))
                .extracting(SeenEvent::key)
                .doesNotHaveDuplicates();
    }

    private boolean isTold(SeenEvent event, String type) {
        return event.type().equals("keshi.training.certificate-" + type + ".v1")
                && event.json().contains(course);
    }

    /** Of how many there were so many events. */
    private long told(int events) {
        return mongo.getCollection("certificates")
                .countDocuments(new Document("state.courseCode", course).append("sequence", (long) events));
    }

    /** A replica of a day that the one that runs does not see. */
    private CertificateExpiry on(LocalDate day) {
        var zone = ZoneId.of("Asia/Shanghai");
        var noon = Clock.fixed(day.atTime(12, 0).atZone(zone).toInstant(), ZoneOffset.UTC);
        return new CertificateExpiry(certificates, new EnterpriseTime(noon, zone));
    }

    private Void sweep(LocalDate day) {
        var swept = on(day);
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
