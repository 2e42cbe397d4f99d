package dev.keshi.reporting.figure;

import static com.mongodb.client.model.Accumulators.avg;
import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.service.page.Position;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** The queries over the collection {@code figure_entries}. */
@Repository
class MongoFigures {

    private final MongoOperations mongo;

    MongoFigures(MongoOperations mongo) {
        this.mongo = mongo;
    }

    static StoreIndexes indexes() {
        return StoreIndexes.of(Fields.ENTRIES, ending(Fields.PEOPLE, Fields.MONTH))
                .and(Fields.ENTRIES, ending(Fields.PEOPLE, Fields.BEGUN_MONTH))
                .and(Fields.ENTRIES, ending(Fields.DEPARTMENT, Fields.MONTH))
                .and(Fields.ENTRIES, ending(Fields.DEPARTMENT, Fields.BEGUN_MONTH));
    }

    private static Bson ending(String owner, String month) {
        return Indexes.compoundIndex(
                Indexes.ascending(owner, Fields.KIND, month), Indexes.descending(Fields.BEGUN, Fields.ID));
    }

    /** What counts as late at a moment. */
    record Now(LocalDate today, Instant lateSince) {}

    /**
     * @param month of figures of a month; absent for those of now
     */
    static Bson criteria(FigureSubject subject, Figure figure, @Nullable String month, Now now) {
        var criteria = new ArrayList<Bson>();
        criteria.add(of(subject, figure.kind()));
        switch (figure) {
            case APPROVALS_OPEN, WORK_OPEN, REQUESTS_OPEN, RISKS_OPEN, WARNINGS_OPEN -> criteria.add(isOpen());
            case APPROVALS_LATE -> {
                var since = Date.from(now.lateSince());
                criteria.add(isOpen());
                criteria.add(or(lt(Fields.HELD, since), and(exists(Fields.HELD, false), lt(Fields.BEGUN, since))));
            }
            case WORK_LATE -> {
                criteria.add(isOpen());
                criteria.add(lt(Fields.DUE, Entry.date(now.today())));
            }
            case APPROVALS_DECIDED, WORK_DONE, REQUESTS_DECIDED -> criteria.add(eq(Fields.MONTH, month));
            case WORK_ON_TIME -> {
                criteria.add(eq(Fields.MONTH, month));
                criteria.add(eq(Fields.ON_TIME, true));
            }
            case REQUESTS_SUBMITTED, WARNINGS_RAISED -> criteria.add(eq(Fields.BEGUN_MONTH, month));
        }
        return and(criteria);
    }

    private static Bson of(FigureSubject subject, EntryKind kind) {
        var owner = switch (subject) {
            case FigureSubject.OfPerson(var personId) -> eq(Fields.PEOPLE, personId);
            case FigureSubject.OfDepartments(var departmentIds) -> in(Fields.DEPARTMENT, departmentIds);
        };
        return and(owner, eq(Fields.KIND, kind.name()));
    }

    /** Begun, and not ended; what has ended before its beginning is known here is neither. */
    private static Bson isOpen() {
        return and(eq(Fields.MONTH, null), exists(Fields.BEGUN));
    }

    long count(FigureSubject subject, Figure figure, Now now) {
        return entries().countDocuments(criteria(subject, figure, null, now));
    }

    /**
     * What ended in a month.
     *
     * @param meanSeconds how long it took; absent where that is not known
     */
    record Ended(long count, long onTime, @Nullable Double meanSeconds) {

        static final Ended NOTHING = new Ended(0, 0, null);
    }

    /** By month. */
    Map<String, Ended> ended(FigureSubject subject, EntryKind kind, MonthSpan months) {
        var from = new Document("$ifNull", List.of("$" + Fields.HELD, "$" + Fields.BEGUN));
        var took = new Document("$divide", List.of(new Document("$subtract", List.of("$" + Fields.ENDED, from)), 1000));
        var found = new HashMap<String, Ended>();
        entries()
                .aggregate(List.of(
                        match(and(of(subject, kind), within(Fields.MONTH, months))),
                        group(
                                "$" + Fields.MONTH,
                                sum("count", 1L),
                                sum(
                                        "onTime",
                                        new Document(
                                                "$cond",
                                                List.of(
                                                        new Document("$eq", List.of("$" + Fields.ON_TIME, true)),
                                                        1L,
                                                        0L))),
                                avg("mean", took))))
                .forEach(month -> found.put(
                        month.getString(Fields.ID),
                        new Ended(month.getLong("count"), month.getLong("onTime"), month.getDouble("mean"))));
        return found;
    }

    /** How many began, by month. */
    Map<String, Long> begun(FigureSubject subject, EntryKind kind, MonthSpan months) {
        var found = new HashMap<String, Long>();
        entries()
                .aggregate(List.of(
                        match(and(of(subject, kind), within(Fields.BEGUN_MONTH, months))),
                        group("$" + Fields.BEGUN_MONTH, sum("count", 1L))))
                .forEach(month -> found.put(month.getString(Fields.ID), month.getLong("count")));
        return found;
    }

    private static Bson within(String field, MonthSpan months) {
        return and(
                gte(field, months.first().toString()), lte(field, months.last().toString()));
    }

    /**
     * An entry behind a figure.
     *
     * @param evidence the event by which it counts
     * @param departmentId absent where it counts in none, or in several
     */
    record Counted(
            String id,
            Instant begun,
            String evidence,
            List<String> people,
            @Nullable String departmentId) {

        Position place() {
            return Position.of(begun, id);
        }
    }

    /** What began last comes first. */
    List<Counted> counted(Bson criteria, Figure figure, Optional<Position> after, int limit) {
        var filter = after.map(position -> {
                    var date = Date.from(position.instant());
                    return and(
                            criteria,
                            lte(Fields.BEGUN, date),
                            or(lt(Fields.BEGUN, date), lt(Fields.ID, position.id())));
                })
                .orElse(criteria);
        return entries()
                .find(and(filter, exists(Fields.BEGUN)))
                .sort(descending(Fields.BEGUN, Fields.ID))
                .limit(limit)
                .map(entry -> counted(entry, figure))
                .into(new ArrayList<>());
    }

    private static Counted counted(Document entry, Figure figure) {
        var state = entry.get("state", Document.class);
        return new Counted(
                entry.getString(Fields.ID),
                state.getDate("begun").toInstant(),
                evidence(state, figure),
                state.getList("people", String.class, List.of()),
                state.get("departmentId") instanceof String one ? one : null);
    }

    private static String evidence(Document state, Figure figure) {
        var begin = state.getString("beginEvent");
        return switch (figure.span()) {
            case NOW ->
                figure == Figure.WORK_LATE ? Objects.requireNonNullElse(state.getString("lateEvent"), begin) : begin;
            case MONTH -> figure.ofBeginning() ? begin : state.getString("endEvent");
        };
    }

    private MongoCollection<Document> entries() {
        return mongo.getCollection(Fields.ENTRIES);
    }
}
