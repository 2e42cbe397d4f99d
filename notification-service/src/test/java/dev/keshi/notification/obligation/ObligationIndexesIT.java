package dev.keshi.notification.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ExplainVerbosity;
import dev.keshi.notification.RunningService;
import dev.keshi.service.page.Position;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What a query looks at depends on the page, not on how much there is: of one person or of all. */
@RunningService
class ObligationIndexesIT {

    private static final LocalDate TODAY = LocalDate.parse("2026-06-15");
    private static final int PAGE = 21;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private MongoObligations obligations;

    private final String run = UUID.randomUUID().toString();
    private final Holder ann = Holder.person("ann-" + run);
    private final Holder leaders = Holder.leadersOf("d-" + run);

    @BeforeEach
    void thousandsOfThings() {
        var documents = new ArrayList<Document>();
        for (int i = 0; i < 6_000; i++) {
            var holder = i % 3 == 0 ? ann : i % 3 == 1 ? leaders : Holder.person("p-" + i % 97 + run);
            var kind = ObligationKind.values()[i % ObligationKind.values().length];
            var day = ObligationDelivery.date(TODAY.plusDays(i % 200 - 100));
            documents.add(new Document("_id", run + i)
                    .append("version", 1L)
                    .append("heard", new Document("key", "k").append("sequence", 1L))
                    .append(
                            "state",
                            new Document("kind", kind.name())
                                    .append("holders", List.of(holder.value()))
                                    .append("since", day)
                                    .append("due", day)
                                    .append("order", day)));
        }
        mongo.getCollection(Fields.OBLIGATIONS).insertMany(documents);
    }

    @Test
    void aPageIsReadAlongAnIndexAndNothingIsSorted() {
        var place = Optional.of(
                Position.of(ObligationDelivery.date(TODAY.plusDays(20)).toInstant(), run + 120));
        var some = Set.of(ObligationKind.MEASURE, ObligationKind.APPROVAL);
        for (var filter : List.of(
                ObligationFilter.ALL,
                new ObligationFilter(Set.of(ObligationKind.MEASURE), false),
                new ObligationFilter(some, false),
                new ObligationFilter(some, true),
                new ObligationFilter(Set.of(), true))) {
            for (var holders : List.of(List.of(ann), List.of(ann, leaders))) {
                requireFrugal(filter, holders, Optional.empty());
                requireFrugal(filter, holders, filter.overdueOnly() ? Optional.empty() : place);
            }
        }
    }

    private void requireFrugal(ObligationFilter filter, List<Holder> holders, Optional<Position> after) {
        var plan =
                obligations.find(holders, filter, TODAY, after).limit(PAGE).explain(ExplainVerbosity.EXECUTION_STATS);

        var stats = plan.get("executionStats", Document.class);
        var text = plan.get("queryPlanner", Document.class).get("winningPlan").toString();
        assertThat(text).as("%s %s", filter, holders).contains("IXSCAN").doesNotContain("COLLSCAN");
        assertThat(text.replace("SORT_MERGE", "")).as("%s %s", filter, holders).doesNotContain("SORT");
        assertThat(stats.getInteger("nReturned")).isEqualTo(PAGE);
        // One more of each scan that is merged, and what has the day of the place before it.
        assertThat(stats.getInteger("totalDocsExamined"))
                .as("%s %s", filter, holders)
                .isLessThanOrEqualTo(3 * PAGE);
        assertThat(stats.getInteger("totalKeysExamined"))
                .as("%s %s", filter, holders)
                .isLessThanOrEqualTo(4 * PAGE);
    }

    @Test
    void whatIsToBeRemindedOfIsFoundByItsDay() {
        var plan = mongo.getCollection(Fields.OBLIGATIONS)
                .find(new Document(Fields.REMIND, new Document("$lte", ObligationDelivery.date(TODAY))))
                .sort(new Document(Fields.REMIND, 1).append("_id", 1))
                .explain(ExplainVerbosity.QUERY_PLANNER)
                .get("queryPlanner", Document.class)
                .get("winningPlan")
                .toString();

        assertThat(plan).contains("to_remind").doesNotContain("stage=SORT");
    }
}
