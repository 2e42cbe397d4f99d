package dev.keshi.performance.cycle;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.Indexes;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.NewAggregate;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.Versioned;
import dev.keshi.performance.scoring.RaterKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
class MongoRatings implements Ratings {

    static final String RATER = "state.raterId";
    static final String STATUS = "state.status";
    private static final String APPRAISAL = "state.appraisalId";
    static final String CYCLE = "state.cycleId";
    private static final String KIND = "state.kind";
    private static final String COLLECTION = "ratings";

    private final AggregateCollection<RatingDocument> ratings;
    private final MongoOperations mongo;

    MongoRatings(AggregateStore store, MongoOperations mongo) {
        this.ratings = store.collection(COLLECTION, RatingDocument.class);
        this.mongo = mongo;
    }

    static StoreIndexes indexes() {
        return StoreIndexes.of(COLLECTION, Indexes.ascending(RATER, STATUS, "_id"))
                .and(COLLECTION, Indexes.ascending(APPRAISAL))
                .and(COLLECTION, Indexes.ascending(CYCLE, KIND, STATUS));
    }

    @Override
    public Optional<Versioned<RatingDocument>> find(RatingId id) {
        return ratings.find(id.value());
    }

    @Override
    public void createMissing(CommandContext context, List<NewAggregate<RatingDocument>> fresh) {
        ratings.createMissing(context, fresh);
    }

    @Override
    public Versioned<RatingDocument> change(RatingId id, CommandContext context, UnaryOperator<RatingDocument> decide) {
        return ratings.change(id.value(), context, rating -> new Change<>(decide.apply(rating), List.of()));
    }

    @Override
    public List<Versioned<RatingDocument>> of(Collection<AppraisalId> appraisals) {
        return select(ofThese(appraisals), 0);
    }

    @Override
    public List<Versioned<RatingDocument>> close(CommandContext context, Collection<AppraisalId> appraisals) {
        var batch = ratings.batch(ofThese(appraisals), 0);
        return batch.change(batch.ids(), context, (_, rating) -> new Change<>(rating.closed(), List.of()));
    }

    @Override
    public Set<AppraisalId> ratedAsPeer(String raterId, Collection<AppraisalId> appraisals) {
        return mongo.getCollection(COLLECTION)
                .find(and(
                        ofThese(appraisals),
                        eq(RATER, raterId),
                        eq(KIND, RaterKind.PEER.name()),
                        eq(STATUS, RatingStatus.GIVEN.name())))
                .projection(include(APPRAISAL))
                .map(rating ->
                        new AppraisalId(rating.get("state", Document.class).getString("appraisalId")))
                .into(new HashSet<>());
    }

    @Override
    public List<Versioned<RatingDocument>> waived(Collection<AppraisalId> appraisals) {
        return select(and(ofThese(appraisals), eq(STATUS, RatingStatus.WAIVED.name())), 0);
    }

    @Override
    public Set<String> superiors(Collection<AppraisalId> appraisals) {
        return mongo.getCollection(COLLECTION)
                .distinct(RATER, and(ofThese(appraisals), eq(KIND, RaterKind.SUPERIOR.name())), String.class)
                .into(new HashSet<>());
    }

    @Override
    public long bySuperiors(CycleId cycle, RatingStatus status) {
        return mongo.getCollection(COLLECTION)
                .countDocuments(
                        and(eq(CYCLE, cycle.value()), eq(KIND, RaterKind.SUPERIOR.name()), eq(STATUS, status.name())));
    }

    private static Bson ofThese(Collection<AppraisalId> appraisals) {
        return in(APPRAISAL, appraisals.stream().map(AppraisalId::value).toList());
    }

    /** By id. */
    List<Versioned<RatingDocument>> select(Bson filter, int limit) {
        return mongo.getCollection(COLLECTION)
                .find(filter)
                .projection(exclude("outbox", "commands"))
                .sort(ascending("_id"))
                .limit(limit)
                .map(ratings::versioned)
                .into(new ArrayList<>());
    }
}
