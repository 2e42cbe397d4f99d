package dev.keshi.performance.cycle;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.FindIterable;
import com.mongodb.client.model.Indexes;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.NewAggregate;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.Versioned;
import dev.keshi.messaging.migration.StoreMigration;
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

    /**
     * The ways to a rater's own ratings and to the superior's. The store is told to take them: of several it takes now one, now another,
     * also such as lead past the ratings of others.
     */
    private static final Bson BY_RATER = Indexes.ascending(RATER, STATUS, "_id");

    private static final Bson BY_KIND = Indexes.ascending(APPRAISAL, KIND, RATER);

    /** How many, and which, of a cycle. */
    private static final Bson BY_CYCLE = Indexes.ascending(CYCLE, KIND, STATUS, "_id");

    private final AggregateCollection<RatingDocument> ratings;
    private final MongoOperations mongo;

    MongoRatings(AggregateStore store, MongoOperations mongo) {
        this.ratings = store.collection(COLLECTION, RatingDocument.class);
        this.mongo = mongo;
    }

    static StoreIndexes indexes() {
        return StoreIndexes.of(COLLECTION, BY_RATER).and(COLLECTION, BY_KIND).and(COLLECTION, BY_CYCLE);
    }

    /** Each is the beginning of one that queries name; none was ever named itself. */
    static StoreMigration formerIndexes() {
        return StoreMigration.of("2026-11-23.2 ratings have no indexes that nobody takes")
                .dropIndex(COLLECTION, "state.appraisalId_1")
                .dropIndex(COLLECTION, "state.cycleId_1_state.kind_1_state.status_1");
    }

    @Override
    public Optional<Versioned<RatingDocument>> askedOf(String raterId, RatingId id) {
        return selectOwn(raterId, eq("_id", id.value()), 1).stream().findFirst();
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
        return read(sorted(ofThese(appraisals)));
    }

    @Override
    public List<Versioned<RatingDocument>> close(CommandContext context, Collection<AppraisalId> appraisals) {
        var batch = ratings.batch(ofThese(appraisals));
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
                .hint(BY_KIND)
                .projection(include(APPRAISAL))
                .map(rating ->
                        new AppraisalId(rating.get("state", Document.class).getString("appraisalId")))
                .into(new HashSet<>());
    }

    @Override
    public List<Versioned<RatingDocument>> ofSuperiors(Collection<AppraisalId> appraisals, Set<RatingStatus> statuses) {
        return read(sorted(and(
                        ofThese(appraisals),
                        eq(KIND, RaterKind.SUPERIOR.name()),
                        in(STATUS, statuses.stream().map(RatingStatus::name).toList())))
                .hint(BY_KIND));
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

    /** Those of a cycle that are neither given nor done without, by id. @param after id of the one before the first */
    List<Versioned<RatingDocument>> missing(CycleId cycle, NamedRater rater, Optional<String> after, int limit) {
        var these = and(
                eq(CYCLE, cycle.value()),
                eq(KIND, rater.kind().name()),
                in(STATUS, RatingStatus.MISSING.stream().map(RatingStatus::name).toList()));
        return read(sorted(after.map(id -> and(these, gt("_id", id))).orElse(these))
                .limit(limit)
                .hint(BY_CYCLE));
    }

    private static Bson ofThese(Collection<AppraisalId> appraisals) {
        return in(APPRAISAL, appraisals.stream().map(AppraisalId::value).toList());
    }

    /** What one person is asked, by id. Nothing that others are asked is looked at, whether it fits or not. */
    List<Versioned<RatingDocument>> selectOwn(String raterId, Bson filter, int limit) {
        return read(sorted(and(eq(RATER, raterId), filter)).limit(limit).hint(BY_RATER));
    }

    /** By id. */
    private FindIterable<Document> sorted(Bson filter) {
        return mongo.getCollection(COLLECTION)
                .find(filter)
                .projection(exclude("outbox", "commands"))
                .sort(ascending("_id"));
    }

    private List<Versioned<RatingDocument>> read(FindIterable<Document> found) {
        return found.map(ratings::versioned).into(new ArrayList<>());
    }
}
