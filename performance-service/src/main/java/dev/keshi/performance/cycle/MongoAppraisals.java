package dev.keshi.performance.cycle;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.excludeId;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.Batch;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.NewAggregate;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.Versioned;
import dev.keshi.messaging.migration.StoreMigration;
import dev.keshi.performance.scoring.Grade;
import dev.keshi.performance.scoring.Total;
import dev.keshi.performance.template.TemplateId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
class MongoAppraisals implements Appraisals {

    static final String CYCLE = "state.cycleId";
    static final String PERSON = "state.personId";
    static final String DEPARTMENT = "state.departmentId";
    static final String SUPERIOR = "state.superiorId";
    static final String PUBLISHED = "state.published";
    static final String INTERVIEWER = "state.interviewerId";
    static final String INTERVIEW_DUE = "state.interviewDue";
    static final String SIGNATURE_DUE = "state.signatureDue";
    static final String SIGNATORY = "state.signatoryId";
    private static final String INTERVIEW = "state.interview";
    private static final String HELD_BY = "state.interview.by";
    private static final String PASSINGS = "state.passings";
    private static final String TEMPLATE = "state.stays.templateId";
    private static final String TOTAL = "state.total";
    private static final String EXPLANATION = "state.explanation";
    private static final String GRADE = "state.grade";
    private static final String COLLECTION = "appraisals";

    private static final String PEOPLE_OF_DUE_INTERVIEWS = "people_of_interviews_due";

    private final AggregateCollection<AppraisalDocument> appraisals;
    private final MongoOperations mongo;

    MongoAppraisals(AggregateStore store, MongoOperations mongo) {
        this.appraisals = store.collection(COLLECTION, AppraisalDocument.class);
        this.mongo = mongo;
    }

    static StoreIndexes indexes() {
        return StoreIndexes.of(COLLECTION, Indexes.ascending(CYCLE, "_id"))
                .and(COLLECTION, Indexes.ascending(CYCLE, PERSON), new IndexOptions().unique(true))
                .and(COLLECTION, Indexes.ascending(CYCLE, DEPARTMENT, "_id"))
                .and(COLLECTION, Indexes.ascending(PERSON, "_id"))
                .and(COLLECTION, Indexes.ascending(SUPERIOR, "_id"))
                .and(COLLECTION, Indexes.ascending(DEPARTMENT, "_id"))
                .and(
                        COLLECTION,
                        Indexes.ascending(INTERVIEW_DUE, SUPERIOR, "_id"),
                        new IndexOptions().name("interviews_due").partialFilterExpression(eq(INTERVIEW_DUE, true)))
                .and(
                        COLLECTION,
                        Indexes.ascending(INTERVIEW_DUE, PERSON, "_id"),
                        new IndexOptions()
                                .name(PEOPLE_OF_DUE_INTERVIEWS)
                                .partialFilterExpression(eq(INTERVIEW_DUE, true)))
                .and(
                        COLLECTION,
                        Indexes.ascending(INTERVIEW_DUE, "_id"),
                        new IndexOptions()
                                .name("interviews_passed_on")
                                .partialFilterExpression(passedOn(INTERVIEW_DUE)))
                .and(
                        COLLECTION,
                        Indexes.ascending(SIGNATURE_DUE, HELD_BY, "_id"),
                        new IndexOptions().name("signatures_due").partialFilterExpression(eq(SIGNATURE_DUE, true)))
                .and(
                        COLLECTION,
                        Indexes.ascending(SIGNATURE_DUE, "_id"),
                        new IndexOptions()
                                .name("signatures_passed_on")
                                .partialFilterExpression(passedOn(SIGNATURE_DUE)));
    }

    private static Bson passedOn(String due) {
        return and(eq(due, true), exists(PASSINGS));
    }

    private static String due(AppraisalDuty duty) {
        return switch (duty) {
            case INTERVIEW -> INTERVIEW_DUE;
            case SIGNATURE -> SIGNATURE_DUE;
        };
    }

    private static String owner(AppraisalDuty duty) {
        return switch (duty) {
            case INTERVIEW -> SUPERIOR;
            case SIGNATURE -> HELD_BY;
        };
    }

    /** Published before it was kept who is to hold the interview, which still is to be held. What was published before interviews were recorded needs none. */
    static Bson untold() {
        return and(
                eq(PUBLISHED, true),
                ne("state.publishedAt", null),
                ne(GRADE, null),
                eq(INTERVIEW, null),
                eq("state.signedByPerson", null),
                eq(INTERVIEW_DUE, null));
    }

    /** As far as is known: the superior, or nobody who still is one, so that it is passed on. */
    static Bson toldOnce() {
        var superior = new Document("$ifNull", List.of("$" + SUPERIOR, new Document("$literal", "")));
        return new Document("$set", new Document(INTERVIEW_DUE, true).append(INTERVIEWER, superior));
    }

    static StoreMigration interviewsAreDue() {
        return StoreMigration.of("2026-11-22.3 interviews that are due are known")
                .update(COLLECTION, untold(), toldOnce());
    }

    /** The interview was held before it was kept who is to sign after it, and that one has not signed. */
    static Bson unsigned() {
        return and(
                eq(PUBLISHED, true), ne(INTERVIEW, null), eq("state.signedBySuperior", null), eq(SIGNATURE_DUE, null));
    }

    static Bson signedByWhoHeldIt() {
        return new Document("$set", new Document(SIGNATURE_DUE, true).append(SIGNATORY, "$" + HELD_BY));
    }

    static StoreMigration signaturesAreDue() {
        return StoreMigration.of("2026-11-23.1 signatures that are due are known")
                .update(COLLECTION, unsigned(), signedByWhoHeldIt());
    }

    @Override
    public Optional<Versioned<AppraisalDocument>> find(AppraisalId id) {
        return appraisals.find(id.value());
    }

    @Override
    public void createMissing(CommandContext context, List<NewAggregate<AppraisalDocument>> fresh) {
        appraisals.createMissing(context, fresh);
    }

    @Override
    public Versioned<AppraisalDocument> change(
            AppraisalId id, CommandContext context, Function<AppraisalDocument, Change<AppraisalDocument>> decide) {
        return appraisals.change(id.value(), context, decide);
    }

    @Override
    public List<Versioned<AppraisalDocument>> next(CycleId cycle, String after, int most) {
        return select(and(eq(CYCLE, cycle.value()), gt("_id", after)), most);
    }

    @Override
    public Batch<AppraisalDocument> nextBatch(CycleId cycle, String after, int most) {
        return appraisals.batch(and(eq(CYCLE, cycle.value()), gt(PERSON, after)), ascending(PERSON), most);
    }

    @Override
    public long count(CycleId cycle) {
        return mongo.getCollection(COLLECTION).countDocuments(eq(CYCLE, cycle.value()));
    }

    @Override
    public boolean areJudgedBy(CycleId cycle, TemplateId template) {
        return mongo.getCollection(COLLECTION)
                        .find(and(eq(CYCLE, cycle.value()), eq(TEMPLATE, template.value())))
                        .projection(include("_id"))
                        .first()
                != null;
    }

    @Override
    public NavigableMap<Total, Long> totals(CycleId cycle) {
        var totals = new TreeMap<Total, Long>();
        counts(cycle, TOTAL)
                .forEach(one -> totals.put(
                        new Total(one.get("_id", Decimal128.class).bigDecimalValue()), one.getLong("people")));
        return totals;
    }

    @Override
    public Map<Grade, Long> grades(CycleId cycle) {
        var grades = new EnumMap<Grade, Long>(Grade.class);
        counts(cycle, GRADE).forEach(one -> grades.put(Grade.valueOf(one.getString("_id")), one.getLong("people")));
        return grades;
    }

    @Override
    public Collection<String> ownersOf(AppraisalDuty duty) {
        return mongo.getCollection(COLLECTION)
                .distinct(owner(duty), eq(due(duty), true), String.class)
                .into(new ArrayList<>());
    }

    /** Each half by an index of its own. */
    @Override
    public List<Versioned<AppraisalDocument>> toPassOn(
            AppraisalDuty duty, Collection<String> left, String after, int most) {
        var gone = new ArrayList<@Nullable String>(left);
        gone.add(null);
        var behind = gt("_id", after);
        return unexplained(
                or(and(eq(due(duty), true), in(owner(duty), gone), behind), and(passedOn(due(duty)), behind)), most);
    }

    @Override
    public List<String> peopleOfDueInterviews(String after, int most) {
        return mongo.getCollection(COLLECTION)
                .find(and(eq(INTERVIEW_DUE, true), gt(PERSON, after)))
                .projection(fields(include(PERSON), excludeId()))
                .sort(ascending(PERSON))
                .hintString(PEOPLE_OF_DUE_INTERVIEWS)
                .limit(most)
                .map(one -> one.getEmbedded(List.of("state", "personId"), String.class))
                .into(new ArrayList<>());
    }

    @Override
    public List<Versioned<AppraisalDocument>> dueInterviewsWith(Collection<String> people, String after, int most) {
        return unexplained(and(eq(INTERVIEW_DUE, true), in(PERSON, people), gt("_id", after)), most);
    }

    private Iterable<Document> counts(CycleId cycle, String field) {
        return mongo.getCollection(COLLECTION)
                .aggregate(List.of(
                        match(and(eq(CYCLE, cycle.value()), ne(field, null))), group("$" + field, sum("people", 1L))));
    }

    /** By id. */
    List<Versioned<AppraisalDocument>> select(Bson filter, int limit) {
        return select(filter, limit, exclude("outbox", "commands"));
    }

    /** Without the longest part: it names hundreds of events, and is not asked for where many are looked at again and again. */
    private List<Versioned<AppraisalDocument>> unexplained(Bson filter, int limit) {
        return select(filter, limit, exclude("outbox", "commands", EXPLANATION));
    }

    private List<Versioned<AppraisalDocument>> select(Bson filter, int limit, Bson projection) {
        return mongo.getCollection(COLLECTION)
                .find(filter)
                .projection(projection)
                .sort(ascending("_id"))
                .limit(limit)
                .map(appraisals::versioned)
                .into(new ArrayList<>());
    }
}
