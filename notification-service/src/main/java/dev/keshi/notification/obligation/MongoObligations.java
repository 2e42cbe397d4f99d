package dev.keshi.notification.obligation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.service.page.Position;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** The queries over the collection {@code obligations}. Each runs along an index that has its order, however much there is. */
@Repository
class MongoObligations {

    static final int MOST_COUNTED = 9_999;

    private final MongoOperations mongo;

    MongoObligations(MongoOperations mongo) {
        this.mongo = mongo;
    }

    static StoreIndexes indexes() {
        return StoreIndexes.of(
                        Fields.OBLIGATIONS,
                        Indexes.ascending(Fields.HOLDERS, Fields.ORDER, Fields.ID),
                        new IndexOptions().name("by_due_date"))
                .and(
                        Fields.OBLIGATIONS,
                        Indexes.ascending(Fields.HOLDERS, Fields.KIND, Fields.ORDER, Fields.ID),
                        new IndexOptions().name("by_kind"))
                .and(
                        Fields.OBLIGATIONS,
                        Indexes.ascending(Fields.STANDS_FOR),
                        new IndexOptions()
                                .name("stands_for")
                                .partialFilterExpression(Filters.exists(Fields.STANDS_FOR)))
                .and(
                        Fields.OBLIGATIONS,
                        Indexes.ascending(Fields.REMIND, Fields.ID),
                        new IndexOptions().name("to_remind").partialFilterExpression(Filters.exists(Fields.REMIND)))
                .and(
                        Fields.OBLIGATIONS,
                        Indexes.ascending(Fields.EXPIRES_AT),
                        new IndexOptions().name("expiry").expireAfter(0L, TimeUnit.SECONDS));
    }

    /** In the order of due dates. What is covered by another obligation is there all the same. */
    List<Obligation> inOrder(
            Collection<Holder> holders, ObligationFilter filter, LocalDate today, Optional<Position> after, int limit) {
        return find(holders, filter, today, after)
                .limit(limit)
                .map(MongoObligations::read)
                .into(new ArrayList<>());
    }

    /** The query of {@link #inOrder}, also for a test that asks how it runs. */
    FindIterable<Document> find(
            Collection<Holder> holders, ObligationFilter filter, LocalDate today, Optional<Position> after) {
        var criteria = new ArrayList<>(criteria(holders, filter, today));
        after.ifPresent(position -> {
            var date = Date.from(position.instant());
            criteria.add(gte(Fields.ORDER, date));
            criteria.add(or(gt(Fields.ORDER, date), gt(Fields.ID, position.id())));
        });
        return obligations().find(and(criteria)).sort(ascending(Fields.ORDER, Fields.ID));
    }

    /** Up to {@value #MOST_COUNTED}. */
    long count(Collection<Holder> holders, ObligationFilter filter, LocalDate today) {
        return obligations()
                .countDocuments(and(criteria(holders, filter, today)), new CountOptions().limit(MOST_COUNTED));
    }

    /** Those of these for which another obligation stands that waits for somebody. */
    Set<String> covered(Collection<String> ids) {
        var covered = new HashSet<String>();
        if (!ids.isEmpty()) {
            obligations()
                    .find(and(in(Fields.STANDS_FOR, ids), gt(Fields.HOLDERS, "")))
                    .projection(include(Fields.STANDS_FOR))
                    .forEach(found ->
                            covered.add(found.get("state", Document.class).getString("standsFor")));
        }
        return covered;
    }

    /** Those that reminders are to look at by this day, whether they wait for anybody or not. */
    List<Document> toRemind(LocalDate today, String after, int limit) {
        var place = after.isEmpty() ? null : RemindPlace.of(after);
        var due = lte(Fields.REMIND, ObligationDelivery.date(today));
        return obligations()
                .find(place == null ? due : and(due, place.behind()))
                .sort(ascending(Fields.REMIND, Fields.ID))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** Place in the order of {@link #toRemind}. */
    static String remindPlace(Document obligation) {
        return obligation.getDate(Fields.REMIND).getTime() + " " + obligation.getString(Fields.ID);
    }

    /** Unless an event has changed it since it was read: then it is looked at again. */
    void remindNext(String id, long version, Optional<LocalDate> day) {
        obligations()
                .updateOne(
                        and(eq(Fields.ID, id), eq(Fields.VERSION, version)),
                        day.map(next -> Updates.set(Fields.REMIND, ObligationDelivery.date(next)))
                                .orElseGet(() -> Updates.unset(Fields.REMIND)));
    }

    /** Whether all is known that a list needs; the event with the due date may be on its way. */
    static boolean waits(Document obligation) {
        var state = obligation.get("state", Document.class);
        return !state.getList("holders", String.class, List.of()).isEmpty()
                && state.containsKey("kind")
                && state.containsKey("order");
    }

    static Obligation read(Document obligation) {
        var state = obligation.get("state", Document.class);
        return new Obligation(
                obligation.getString(Fields.ID),
                ObligationKind.valueOf(state.getString("kind")),
                topic(state.get("topic", Document.class), obligation.getString(Fields.ID)),
                state.getList("holders", String.class).stream().map(Holder::new).toList(),
                state.getDate("since").toInstant(),
                Optional.ofNullable(state.getDate("began")).map(Date::toInstant),
                state.getList("staying", String.class, List.of()).stream()
                        .map(Holder::new)
                        .toList(),
                Optional.ofNullable(state.getDate("due"))
                        .map(due -> LocalDate.ofInstant(due.toInstant(), ZoneOffset.UTC)),
                state.getDate("order").toInstant(),
                obligation.getLong(Fields.VERSION));
    }

    /** What it is about may become known after that it waits; until then it is known by its id alone. */
    private static Topic topic(@Nullable Document topic, String id) {
        return topic == null
                ? Topic.of(null, null, id.substring(id.indexOf('/') + 1), null)
                : new Topic(
                        topic.getString("title"),
                        topic.getString("titleEn"),
                        topic.getString("detail"),
                        topic.getString("detailEn"),
                        topic.getString("number"),
                        topic.getString("targetId"),
                        topic.getString("parentId"),
                        topic.getString("personId"));
    }

    /** One that has no order yet, because the event with its due date is on its way, is not there yet. */
    private static List<Bson> criteria(Collection<Holder> holders, ObligationFilter filter, LocalDate today) {
        var criteria = new ArrayList<Bson>();
        var values = holders.stream().map(Holder::value).toList();
        criteria.add(in(Fields.HOLDERS, values));
        if (holders.contains(Holder.personnel())) {
            // Only then, because the documents have to be looked at for it.
            criteria.add(nin(Fields.EXCEPT_OF, values));
        }
        var kinds = filter.kinds().stream()
                .filter(kind -> kind.dated() || !filter.overdueOnly())
                .toList();
        if (!filter.kinds().isEmpty()) {
            criteria.add(
                    in(Fields.KIND, kinds.stream().map(ObligationKind::name).toList()));
        } else if (filter.overdueOnly()) {
            criteria.add(in(
                    Fields.KIND,
                    ObligationKind.allDated().stream().map(ObligationKind::name).toList()));
        }
        criteria.add(
                filter.overdueOnly()
                        ? lt(Fields.ORDER, ObligationDelivery.date(today))
                        : gte(Fields.ORDER, new Date(0)));
        return criteria;
    }

    private MongoCollection<Document> obligations() {
        return mongo.getCollection(Fields.OBLIGATIONS);
    }

    /** @param at in milliseconds */
    private record RemindPlace(long at, String id) {

        static RemindPlace of(String text) {
            int space = text.indexOf(' ');
            return new RemindPlace(Long.parseLong(text.substring(0, space)), text.substring(space + 1));
        }

        Bson behind() {
            var date = new Date(at);
            return or(gt(Fields.REMIND, date), and(eq(Fields.REMIND, date), gt(Fields.ID, id)));
        }
    }
}
