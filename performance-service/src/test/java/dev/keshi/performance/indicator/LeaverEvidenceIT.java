package dev.keshi.performance.indicator;

import static dev.keshi.performance.Enterprise.API;
import static dev.keshi.performance.Enterprise.read;
import static dev.keshi.performance.indicator.Yard.ON_TIME;
import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;

import dev.keshi.performance.Enterprise;
import dev.keshi.performance.RunningService;
import dev.keshi.performance.Wire;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.infrastructure.RealKafka;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What events say of somebody who has left, before or after that is heard of; on a real store and broker. */
@RunningService
class LeaverEvidenceIT {

    private static final String MOVED = "keshi.performance.indicator-moved.v1";
    private static final String VOLUME = "task-volume";
    private static final LocalDate JANUARY_1 = LocalDate.of(2020, 1, 1);
    private static final LocalDate MARCH_17 = LocalDate.of(2020, 3, 17);
    private static final LocalDate MARCH_20 = LocalDate.of(2020, 3, 20);
    private static final LocalDate MARCH_30 = LocalDate.of(2020, 3, 30);
    private static final LocalDate APRIL_1 = LocalDate.of(2020, 4, 1);
    private static final LocalDate APRIL_2 = LocalDate.of(2020, 4, 2);

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MongoTemplate mongo;

    private final String other = "other-" + UUID.randomUUID();
    private Yard yard;

    @BeforeEach
    void twoWorkersOfADepartment(RealKafka kafka) {
        enterprise.begin();
        yard = new Yard(new Wire(kafka.bootstrap()), mongo);
        enterprise.department(yard.department, "workshop", "ben");
        enterprise.person(other, yard.department, null, "2019-01-01");
        yard.hired(LocalDate.of(2019, 1, 1));
    }

    @AfterEach
    void disconnect() {
        yard.close();
    }

    @Test
    void whatWasReportedBeforeAndIsAcceptedAfterCountsOnTheDayOfTheReport(EventProbe probe) {
        var item = assigned(yard.leaver, MARCH_17);
        yard.left(MARCH_20);

        var accepted = yard.done(item, yard.leaver, MARCH_17, MARCH_17, MARCH_30);

        eventually(() -> assertThat(number(yard.leaver, ON_TIME, MARCH_17)).isEqualTo(100));
        assertThat(number(yard.leaver, VOLUME, MARCH_17)).isEqualTo(1);
        for (var code : List.of(ON_TIME, VOLUME)) {
            var evidence = read(enterprise.get(
                    "hana", API + "/indicators/" + code + "/evidence?on=" + MARCH_17 + "&personId=" + yard.leaver));
            assertThat(evidence.get("items")).as(code).hasSize(1);
            var one = evidence.get("items").get(0);
            assertThat(one.get("eventId").asString()).as(code).isEqualTo(Wire.id(accepted));
            assertThat(one.get("on").asString()).as(code).isEqualTo(MARCH_17.toString());
        }
        assertThatObject(yard.toldOfLeaver(probe)).satisfies(moved -> {
            assertThat(moved.path("departmentId").asString()).isEqualTo(yard.department);
            assertThat(moved.path("after").asString()).isEqualTo("100.00");
        });
        eventually(() -> assertThatObject(yard.toldOfDepartment(probe, JANUARY_1))
                .satisfies(moved -> {
                    assertThat(moved.get("people").asInt()).isOne();
                    assertThat(moved.get("after").asString()).isEqualTo("100.00");
                }));
    }

    @Test
    void whatWasLeftBehindCountsForWhoeverDoesItAndForNobodyBefore() {
        var taken = assigned(yard.leaver, MARCH_30);
        var undone = assigned(yard.leaver, MARCH_30);
        yard.left(MARCH_20);

        yard.done(taken, other, MARCH_30, MARCH_30, MARCH_30);

        eventually(() -> assertThat(number(other, VOLUME, MARCH_30)).isEqualTo(1));
        assertThat(number(other, ON_TIME, MARCH_30)).isEqualTo(100);
        assertThat(number(yard.leaver, ON_TIME, MARCH_30)).isEqualTo(-1);
        assertThat(number(yard.leaver, VOLUME, MARCH_30)).isEqualTo(-1);
        assertThat(mongo.getCollection("facts")
                        .countDocuments(new Document("_id", new Document("$regex", undone))
                                .append("state.personId", new Document("$exists", true))))
                .isZero();
    }

    @Test
    void whicheverIsHeardOfFirstTheQuarterIsTheSameAndLaterOnesKnowNothingOfTheLeaver(EventProbe probe) {
        var item = UUID.randomUUID().toString();
        var assignment = yard.assigned(item, yard.leaver, MARCH_17);
        var accepted = yard.done(item, yard.leaver, MARCH_17, MARCH_17, MARCH_17);
        eventually(() -> assertThat(number(yard.leaver, ON_TIME, MARCH_17)).isEqualTo(100));
        yard.left(MARCH_20);
        yard.wire.again(accepted);
        yard.wire.again(assignment);

        // Late: none of one.
        yard.done(assigned(other, MARCH_17), other, MARCH_17, MARCH_20, MARCH_20);
        yard.done(assigned(other, APRIL_2), other, APRIL_2, APRIL_2, APRIL_2);

        eventually(() -> assertThatObject(yard.toldOfDepartment(probe, JANUARY_1))
                .satisfies(moved -> {
                    assertThat(moved.get("people").asInt()).isEqualTo(2);
                    assertThat(moved.get("after").asString()).isEqualTo("50.00");
                }));
        eventually(() -> assertThatObject(yard.toldOfDepartment(probe, APRIL_1)).satisfies(moved -> {
            assertThat(moved.get("people").asInt()).isOne();
            assertThat(moved.get("after").asString()).isEqualTo("100.00");
        }));
        assertThat(number(yard.leaver, ON_TIME, MARCH_17)).isEqualTo(100);
        assertThat(number(yard.leaver, VOLUME, MARCH_17)).isEqualTo(1);
        assertThat(number(yard.leaver, VOLUME, APRIL_2)).isEqualTo(-1);
        assertThat(probe.seen().stream()
                        .filter(event ->
                                event.type().equals(MOVED) && event.json().contains(yard.leaver))
                        .filter(event -> event.json().contains(ON_TIME)))
                .hasSize(1);
    }

    private String assigned(String owner, LocalDate dueDate) {
        var item = UUID.randomUUID().toString();
        yard.assigned(item, owner, dueDate);
        return item;
    }

    /** As personnel see it; -1 when there is none. */
    private double number(String of, String code, LocalDate on) {
        return read(enterprise.get("hana", API + "/indicators/" + code + "/value?on=" + on + "&personId=" + of))
                .path("value")
                .asDouble(-1);
    }
}
