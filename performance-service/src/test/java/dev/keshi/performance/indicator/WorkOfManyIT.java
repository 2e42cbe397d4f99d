package dev.keshi.performance.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ExplainVerbosity;
import dev.keshi.performance.Enterprise;
import dev.keshi.performance.RunningService;
import dev.keshi.performance.scoring.Measurement;
import dev.keshi.performance.scoring.Period;
import dev.keshi.performance.scoring.Scale;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What is measured of many at once is what is measured of each, whoever they are and whatever they have done. */
@RunningService
class WorkOfManyIT {

    private static final IndicatorCode IN_TIME = new IndicatorCode("approvals-in-time");
    private static final IndicatorCode SATISFACTION = new IndicatorCode("customer-satisfaction");
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final Period EARLY = new Period(FIRST, LocalDate.of(2020, 2, 15));
    private static final Period LATE = new Period(LocalDate.of(2020, 2, 16), LocalDate.of(2020, 3, 31));
    private static final long SEED = 20_200_101;

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private IndicatorQueries indicators;

    @Autowired
    private MongoFacts facts;

    @Autowired
    private MongoTemplate mongo;

    private final String prefix = "many-" + UUID.randomUUID() + "-";
    private final Random random = new Random(SEED);

    @BeforeEach
    void theIndicatorsOfTheHandbook() {
        enterprise.begin();
    }

    @Test
    void eachIsMeasuredAsByItself() {
        // One did nothing, one very much, some something of all, on days within and outside of what is wanted.
        var wanted = new HashMap<String, List<Wanted>>();
        for (int i = 0; i < 30; i++) {
            var person = prefix + i;
            worked(person, i == 0 ? 0 : i == 1 ? 2_600 : random.nextInt(8));
            wanted.put(person, wanted(i));
        }
        worked(prefix + "somebody-else", 5);

        var together = new HashMap<String, List<Measurement>>();
        indicators.measureEach(
                wanted,
                (person, measured) ->
                        assertThat(together.put(person, measured)).as(person).isNull());

        assertThat(together.keySet()).isEqualTo(wanted.keySet());
        wanted.forEach((person, all) -> assertThat(together.get(person))
                .as(person)
                .isEqualTo(all.stream()
                        .map(one -> indicators.measure(one.indicator(), one.scale(), person, one.days()))
                        .toList()));
        assertThat(together.get(prefix + 1))
                .anyMatch(measured -> measured.rest().events() > 0);
    }

    @Test
    void whereNothingIsWantedEverybodyIsToldOfAllTheSame() {
        var told = new HashMap<String, List<Measurement>>();

        indicators.measureEach(Map.of(prefix + "a", List.of(), prefix + "b", List.of()), told::put);

        assertThat(told).isEqualTo(Map.of(prefix + "a", List.of(), prefix + "b", List.of()));
    }

    @Test
    void anIndicatorThatNobodyDefinedIsRefused() {
        var wanted = Map.of(prefix, List.of(new Wanted(new IndicatorCode("nothing-of-it"), Scale.PERCENT, EARLY)));

        assertThatThrownBy(() -> indicators.measureEach(wanted, (_, _) -> {}))
                .isInstanceOf(IndicatorProblem.Unknown.class);
    }

    @Test
    void theFactsOfManyAreReadInTheOrderOfTheirIndexAndNeverSorted() {
        var plan = facts.ofMany(
                        List.of(prefix + 2, prefix + 1, prefix + 3),
                        List.of(Source.APPROVALS.name(), MongoFacts.ofFigures(SATISFACTION)),
                        LATE)
                .explain(ExplainVerbosity.QUERY_PLANNER)
                .get("queryPlanner", Document.class)
                .get("winningPlan", Document.class)
                .toJson();

        assertThat(plan).contains("IXSCAN").doesNotContain("\"SORT\"").doesNotContain("COLLSCAN");
    }

    private static List<Wanted> wanted(int i) {
        var early = new Wanted(IN_TIME, Scale.PERCENT, EARLY);
        var late = new Wanted(IN_TIME, Scale.PERCENT, LATE);
        var satisfaction = new Wanted(SATISFACTION, new Scale(BigDecimal.TEN, BigDecimal.valueOf(90)), LATE);
        return switch (i % 4) {
            case 0 -> List.of(early, late, satisfaction);
            case 1 -> List.of(satisfaction, early);
            case 2 -> List.of(late);
            default -> List.of();
        };
    }

    private void worked(String person, int facts) {
        var documents = IntStream.range(0, facts)
                .mapToObj(i -> {
                    boolean approval = random.nextInt(3) > 0;
                    // Until a week after the quarter.
                    var day = FIRST.plusDays(random.nextInt(98));
                    var at = day.atStartOfDay().toInstant(ZoneOffset.UTC);
                    return new Document("_id", person + ":" + i)
                            .append("version", 1L)
                            .append("sequence", 0L)
                            .append("outbox", List.of())
                            .append("state", state(person, i, approval, day, at));
                })
                .toList();
        if (!documents.isEmpty()) {
            mongo.getCollection(MongoFacts.COLLECTION).insertMany(documents);
        }
    }

    private Document state(String person, int i, boolean approval, LocalDate day, Instant at) {
        var state = new Document("stream", approval ? Source.APPROVALS.name() : MongoFacts.ofFigures(SATISFACTION))
                .append("subject", "s-" + i)
                .append("personId", person)
                .append("on", day.toString())
                .append("doneAt", Date.from(at))
                .append("eventId", person + "/" + i)
                .append("returned", false)
                .append("amount", new Decimal128(random.nextInt(100)))
                .append("base", new Decimal128(1));
        return random.nextInt(10) == 0
                ? state
                : state.append("since", Date.from(at.minusSeconds(3_600L * random.nextInt(48))));
    }
}
