package dev.keshi.e2e;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.keshi.chaos.ledger.Stores;
import dev.keshi.launcher.platform.Service;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.Document;

/** What appraisals that were published lead to: whoever was found weak has to take a course, which performance-service hears of in turn. */
final class FollowedAppraisals {

    private static final String APPRAISAL = "state.appraisalId";

    private FollowedAppraisals() {}

    /**
     * Returns when training-service has looked at all of them and what came of it has been heard by everybody. It is looked for in the order in which one
     * thing leads to the next, so that what has left one place is found in a later one.
     */
    static void areHeardOf(Keshi keshi, Collection<String> appraisals) {
        try (var client = MongoClients.create(keshi.mongodb());
                var stores = Stores.readOnly(keshi.mongodb())) {
            var training = client.getDatabase(Service.TRAINING.database().orElseThrow());
            eventually(
                    () -> assertThat(followed(training, appraisals)).containsExactlyInAnyOrderElementsOf(appraisals));
            eventually(() -> assertThat(stores.pending()).isEmpty());
        }
        OwnDepartment.isHeard(keshi);
    }

    /** Those that are no news any more: what follows from them is written. */
    private static List<String> followed(MongoDatabase training, Collection<String> appraisals) {
        var facts = training.getCollection("trainee_facts")
                .find(in(APPRAISAL, appraisals))
                .into(new ArrayList<>());
        var followed = training.getCollection("trainee_news")
                .find(and(
                        in(
                                "_id",
                                facts.stream()
                                        .map(fact -> fact.getString("_id"))
                                        .toList()),
                        ne("news", true)))
                .map(news -> news.getString("_id"))
                .into(new ArrayList<>());
        return facts.stream()
                .filter(fact -> followed.contains(fact.getString("_id")))
                .map(fact -> fact.get("state", Document.class).getString("appraisalId"))
                .toList();
    }
}
