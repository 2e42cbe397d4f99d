package dev.keshi.risk;

import static dev.keshi.risk.Enterprise.answer;
import static dev.keshi.risk.Enterprise.read;
import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.performance.IndicatorDefinedV1;
import dev.keshi.contracts.performance.IndicatorMovedV1;
import dev.keshi.test.events.Arrivals;
import dev.keshi.test.events.SeenEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Indicators that performance-service feeds, and what it tells of them in spans that are over, so that what stood in them does not depend on
 * the day of the test. Most warn at the first breach, by what was told alone; of those which warnings they raised on the way is known too. One
 * warns at the second breach, so what stood unsaid counts, and it depends on the delay what it warned of meanwhile. One is fed by two spans,
 * which are two keys: where the later one is heard of first, an episode that was over by then raises no warning.
 */
final class FedIndicators {

    private static final int INDICATORS = 4;
    private static final int TOLD_TO_THE_END = 0;
    private static final int AT_THE_SECOND_BREACH = 2;
    private static final int OF_TWO_SPANS = 3;
    private static final int MOVES = 10;
    private static final int SPAN_DAYS = 24;
    private static final String BAD = "62.50";
    private static final String GOOD = "96.40";
    private static final List<String> FIGURES = List.of(BAD, "79.99", "80", "85", "90", GOOD);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Enterprise enterprise;
    private final MongoTemplate mongo;
    private final Wire wire;
    private final Arrivals arrivals;
    private final String name;
    private final Random random;
    private final LocalDate today;
    private final List<String> indicators = new ArrayList<>();

    /** Of each the days in which something stands, whether of that day was told or not. */
    private final List<SortedSet<String>> standing = new ArrayList<>();

    private final Set<String> lastDays = new HashSet<>();

    /** @param name that all keys begin with */
    FedIndicators(
            Enterprise enterprise,
            MongoTemplate mongo,
            Wire wire,
            Arrivals arrivals,
            String name,
            Random random,
            LocalDate today) {
        this.enterprise = enterprise;
        this.mongo = mongo;
        this.wire = wire;
        this.arrivals = arrivals;
        this.name = name;
        this.random = random;
        this.today = today;
        for (int i = 0; i < INDICATORS; i++) {
            watched(i);
        }
    }

    private void watched(int number) {
        var kpi = name + "k" + number;
        wire.happens(
                new IndicatorDefinedV1(
                        kpi, "按期率", null, "WORK_ITEMS", "ON_TIME", null, "PERCENT", "QUARTER", "90", "MORE"),
                noon(today));
        eventually(
                () -> assertThat(mongo.getCollection("performance_indicators").countDocuments(new Document("_id", kpi)))
                        .isOne());
        var defined = enterprise.post(
                "tom",
                "/indicators",
                null,
                Enterprise.indicatorFedBy(enterprise.risk(), kpi, "team")
                        .replace("\"breaches\":1", "\"breaches\":" + (number == AT_THE_SECOND_BREACH ? 2 : 1)));
        assertThat(answer(defined)).isEqualTo("201");
        indicators.add(read(defined).get("id").asString());
        standing.add(new TreeSet<>());
        moves(number, kpi, today.minusDays(60));
        if (number == OF_TWO_SPANS) {
            moves(number, kpi, today.minusDays(30));
        }
    }

    /**
     * Bad for three days and then good, so it warns and recovers; from there on whatever chance says, one a day, also beyond the span. The
     * first one is told of at the end of the span in any case, so that nothing stands behind what was told last.
     */
    private void moves(int number, String kpi, LocalDate first) {
        var value = name + "v" + arrivals.size();
        var lastDay = first.plusDays(SPAN_DAYS);
        lastDays.add(lastDay.toString());
        moved(value, kpi, null, first, first, BAD, 0);
        var on = first.plusDays(3);
        stands(number, first, on, lastDay);
        moved(value, kpi, null, first, on, GOOD, 1);
        var figure = GOOD;
        for (int move = 2; move < MOVES; move++) {
            var next = on.plusDays(1 + random.nextInt(4));
            if (figure != null) {
                stands(number, on, next, lastDay);
            }
            on = next;
            figure = random.nextInt(8) == 0 ? null : FIGURES.get(random.nextInt(FIGURES.size()));
            moved(value, kpi, null, first, on, figure, move);
        }
        if (figure != null) {
            stands(number, on, lastDay, lastDay);
        }
        if (number == TOLD_TO_THE_END) {
            moved(value, kpi, null, first, (on.isAfter(lastDay) ? on : lastDay).plusDays(1), GOOD, MOVES);
        }
        moved(name + "own" + arrivals.size(), kpi, "max", first, first, "1", 0);
    }

    /** On the last day of the span everything counts that is told later, so of that one nothing is said. */
    private void stands(int number, LocalDate from, LocalDate until, LocalDate lastDay) {
        var end = until.isBefore(lastDay) ? until : lastDay;
        if (from.isBefore(end)) {
            from.datesUntil(end).forEach(day -> standing.get(number).add(day.toString()));
        }
    }

    private void moved(
            String value,
            String kpi,
            @Nullable String person,
            LocalDate first,
            LocalDate on,
            @Nullable String after,
            int move) {
        arrivals.add(wire.told(
                new IndicatorMovedV1(
                        value,
                        kpi,
                        person,
                        "team",
                        first,
                        first.plusDays(SPAN_DAYS),
                        null,
                        after,
                        "PERCENT",
                        "90",
                        3,
                        UUID.randomUUID().toString(),
                        "MORE"),
                noon(on).plusSeconds(move)));
    }

    /** Everything that came was carried out, also in periods of which nothing came, and everything that follows from it was told. */
    void haveTakenAll() {
        eventually(() ->
                assertThat(mongo.getCollection("figure_news").countDocuments()).isZero());
        eventually(() -> assertThat(mongo.getCollection("indicators")
                        .countDocuments(new Document("_id", new Document("$in", indicators))
                                .append("state.carriesOn", new Document("$lte", today.toString()))))
                .isZero());
        for (int i = 0; i < indicators.size(); i++) {
            int number = i;
            eventually(() -> assertThat(days(number)).as("indicator %d", number).isEqualTo(standing.get(number)));
        }
        for (var collection : List.of("indicators", "warnings")) {
            eventually(() -> assertThat(mongo.getCollection(collection)
                            .countDocuments(new Document("outbox.0", new Document("$exists", true))))
                    .isZero());
        }
    }

    /** In which it has a value, but for the last of a span. */
    private SortedSet<String> days(int number) {
        var kept = mongo.getCollection("indicators")
                .find(new Document("_id", indicators.get(number)))
                .first();
        assertThat(kept).isNotNull();
        return kept.get("state", Document.class).getList("readings", Document.class).stream()
                .map(reading -> reading.getString("period"))
                .filter(day -> !lastDays.contains(day))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of each indicator its values and whether it warns, which follow from what was told alone. */
    List<String> known() {
        var known = new ArrayList<String>();
        for (int i = 0; i < indicators.size(); i++) {
            var indicator = read(enterprise.get("tom", "/indicators/" + indicators.get(i)));
            known.add("indicator %d: %s %s"
                    .formatted(i, indicator.get("readings"), indicator.hasNonNull("warningId") ? "WARNS" : "CALM"));
            if (isKnownOnTheWay(i)) {
                known.addAll(warnings(i));
            }
        }
        return known;
    }

    private List<String> warnings(int number) {
        return mongo
                .getCollection("warnings")
                .find(new Document("state.indicatorId", indicators.get(number)))
                .map(one -> "indicator " + number + ": warning "
                        + one.getString("_id").replace(indicators.get(number), "") + " "
                        + warning(one.get("state", Document.class)))
                .into(new ArrayList<>())
                .stream()
                .sorted()
                .toList();
    }

    private static String warning(Document state) {
        return "since %s by %s, %s on %s"
                .formatted(state.get("since"), state.get("value"), state.get("status"), state.get("recoveredOn"));
    }

    /** What this service told of their warnings, as often as it did. */
    List<String> told(List<SeenEvent> events) {
        var told = new ArrayList<String>();
        for (var event : events) {
            for (int i = 0; i < indicators.size(); i++) {
                if (isKnownOnTheWay(i) && event.key().startsWith(indicators.get(i) + "-")) {
                    told.add("indicator %d: %s %s"
                            .formatted(i, event.key().replace(indicators.get(i), ""), event.type()));
                }
            }
        }
        return told;
    }

    private static boolean isKnownOnTheWay(int number) {
        return number != AT_THE_SECOND_BREACH && number != OF_TWO_SPANS;
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(ZONE).toInstant();
    }
}
