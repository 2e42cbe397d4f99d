package dev.keshi.risk.indicator;

import static dev.keshi.risk.Enterprise.answer;
import static dev.keshi.risk.Enterprise.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.performance.IndicatorDefinedV1;
import dev.keshi.contracts.performance.IndicatorMovedV1;
import dev.keshi.risk.Enterprise;
import dev.keshi.risk.MovedClock;
import dev.keshi.risk.RunningService;
import dev.keshi.risk.Wire;
import dev.keshi.test.Eventually;
import dev.keshi.test.infrastructure.RealKafka;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** Risk indicators whose values come from performance-service, taken up because it rings: nobody looks for them. On a real store and broker. */
@RunningService
@TestPropertySource(properties = "keshi.consumer.follow-every=1h")
class FeedIT {

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MovedClock clock;

    @Autowired
    private MongoTemplate mongo;

    private final String kpi = "kpi-" + UUID.randomUUID().toString().substring(0, 8);
    private final String value = "v-" + UUID.randomUUID();
    private Wire wire;

    @BeforeEach
    void aKpiWithATarget(RealKafka kafka) {
        enterprise.begin();
        wire = new Wire(kafka.bootstrap());
        wire.happens(
                new IndicatorDefinedV1(
                        kpi, "按期率", null, "WORK_ITEMS", "ON_TIME", null, "PERCENT", "QUARTER", "90", "MORE"),
                clock.instant());
        Eventually.holds(
                () -> mongo.getCollection("performance_indicators").countDocuments(new Document("_id", kpi)) == 1);
    }

    @AfterEach
    void disconnect() {
        wire.close();
    }

    @Test
    void anOscillatingFigureRaisesOneWarningAndTheWorstOfItsPeriodStays() {
        var risk = enterprise.risk();
        var indicator = defined(risk, "team");
        var sent = new ArrayList<ProducerRecord<String, byte[]>>();
        for (int i = 0; i < 10; i++) {
            sent.add(moved("team", null, i % 2 == 0 ? "70" : "99"));
        }
        Eventually.holds(() -> !reading(indicator).isEmpty());
        Collections.shuffle(sent, new Random(7));
        sent.forEach(wire::again);
        moved("team", null, "65.50");

        Eventually.holds(() -> reading(indicator).equals("65.50"));
        var now = find(indicator);
        assertThat(now.get("warnings").asInt()).isOne();
        assertThat(now.get("readings").size()).isOne();
        assertThat(now.get("readings").get(0).get("period").asString())
                .isEqualTo(clock.today().toString());
        assertThat(now.get("feed").get("performanceIndicator").asString()).isEqualTo(kpi);
        assertThat(read(enterprise.get("ona", "/risks/" + risk))
                        .get("assessment")
                        .get("warnings")
                        .size())
                .isOne();
    }

    @Test
    void aFigureThatStaysBadWarnsThoughNothingMoves() {
        var defined = enterprise.post(
                "tom",
                "/indicators",
                null,
                Enterprise.indicatorFedBy(enterprise.risk(), kpi, "team").replace("\"breaches\":1", "\"breaches\":2"));
        assertThat(answer(defined)).isEqualTo("201");
        var indicator = read(defined).get("id").asString();
        moved("team", null, "0.00");
        Eventually.holds(() -> reading(indicator).equals("0.00"));
        assertThat(find(indicator).get("warnings").asInt()).isZero();

        clock.letPass(3);

        Eventually.holds(() -> find(indicator).get("readings").size() == 2);
        assertThat(find(indicator).get("warnings").asInt()).isOne();
        assertThat(find(indicator).get("readings").get(1).get("by").asString()).isEqualTo("system:risk-service");
    }

    @Test
    void figuresOfPeopleAndOfOtherDepartmentsFeedNothing() {
        var indicator = defined(enterprise.risk(), "team");
        moved("team", "max", "1");
        moved("other", null, "2");
        moved("team", null, null);
        moved("team", null, "95");

        Eventually.holds(() -> reading(indicator).equals("95"));
        assertThat(find(indicator).get("warnings").asInt()).isZero();
        assertThat(mongo.getCollection("figure_news")
                        .countDocuments(new Document("performanceIndicator", kpi).append("departmentId", "team")))
                .isZero();
    }

    @Test
    void whatFeedsItselfIsReportedByNobody() {
        var indicator = defined(enterprise.risk(), "team");
        assertThat(answer(enterprise.report("tom", indicator, clock.today().toString(), "5")))
                .isEqualTo("409 indicator-fed");
        assertThat(answer(enterprise.report("program", indicator, clock.today().toString(), "5")))
                .isEqualTo("409 indicator-fed");
    }

    @Test
    void onlyWhoLeadsADepartmentHasItsPerformanceWatchedByAnIndicatorThatThereIs() {
        var risk = enterprise.risk();
        assertThat(answer(define("ona", risk, kpi, "team"))).isEqualTo("403 feed-not-yours");
        assertThat(answer(define("tom", risk, kpi, "other"))).isEqualTo("403 feed-not-yours");
        assertThat(answer(define("tom", risk, "no-such", "team"))).isEqualTo("422 feed-unknown");
        assertThat(answer(define("tom", risk, kpi, "team"))).isEqualTo("201");
    }

    @Test
    void whatCanFeedCanBeMadeAnewAndWhatIsCarriedOutOnceCannot() {
        assertThat(read(enterprise.get("ada", "/operations/read-models"))
                        .get("subscriptions")
                        .valueStream()
                        .map(JsonNode::asString))
                .contains("performance-indicators")
                .doesNotContain("figures");
        var known = mongo.getCollection("performance_indicators")
                .find(new Document("_id", kpi))
                .first();
        assertThat(known).isNotNull();
        assertThat(known.get("state", Document.class)).isEqualTo(new Document("code", kpi));
        assertThat(known.get("heard", Document.class)).containsEntry("key", kpi).containsEntry("sequence", 1L);
    }

    @Test
    void aRetiredIndicatorIsFedNoLonger() {
        var indicator = defined(enterprise.risk(), "team");
        assertThat(answer(enterprise.command("tom", "/indicators/" + indicator, "/retire", "{}")))
                .isEqualTo("200");
        var other = defined(enterprise.risk(), "team");

        moved("team", null, "10");

        Eventually.holds(() -> reading(other).equals("10"));
        assertThat(reading(indicator)).isEmpty();
    }

    private String defined(String risk, String department) {
        var defined = define("tom", risk, kpi, department);
        assertThat(answer(defined)).isEqualTo("201");
        return read(defined).get("id").asString();
    }

    private MvcTestResult define(String by, String risk, String indicator, String department) {
        return enterprise.post(by, "/indicators", null, Enterprise.indicatorFedBy(risk, indicator, department));
    }

    private ProducerRecord<String, byte[]> moved(String department, @Nullable String person, @Nullable String after) {
        var today = clock.today();
        return wire.happens(
                new IndicatorMovedV1(
                        value,
                        kpi,
                        person,
                        department,
                        today.minusDays(3),
                        today.plusDays(3),
                        null,
                        after,
                        "PERCENT",
                        "90",
                        3,
                        UUID.randomUUID().toString(),
                        "MORE"),
                clock.instant());
    }

    private JsonNode find(String indicator) {
        return read(enterprise.get("tom", "/indicators/" + indicator));
    }

    /** The only value; empty when there is none. */
    private String reading(String indicator) {
        return find(indicator).get("readings").path(0).path("value").asString("");
    }
}
