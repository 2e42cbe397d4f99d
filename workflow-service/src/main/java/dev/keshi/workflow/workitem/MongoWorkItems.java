package dev.keshi.workflow.workitem;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.NewAggregate;
import dev.keshi.messaging.Versioned;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
class MongoWorkItems {

    static final String COLLECTION = "work_items";
    static final String DUE = "state.dueDate";

    /** What may become late and was not told to be; the sweep's index holds nothing else. */
    static final Bson NOT_TOLD_LATE =
            and(eq("state.status", WorkItemStatus.Kind.OPEN.name()), eq("state.lateRecorded", false));

    /** With what its owner has left behind nobody is late. */
    private static final Bson NOT_LEFT_BY_OWNER = nin("state.left", Leavers.Who.OWNER.name(), Leavers.Who.BOTH.name());

    private final AggregateCollection<WorkItemDocument> items;
    private final MongoOperations mongo;

    MongoWorkItems(AggregateStore store, MongoOperations mongo) {
        this.items = store.collection(COLLECTION, WorkItemDocument.class);
        this.mongo = mongo;
    }

    Optional<Versioned<WorkItem>> find(WorkItemId id) {
        return items.find(id.value()).map(MongoWorkItems::item);
    }

    Versioned<WorkItem> create(CommandContext context, WorkItem.Decision decision) {
        return item(items.create(decision.after().id().value(), context, change(decision)));
    }

    /** Which of them there are. */
    Set<WorkItemId> existing(Collection<WorkItemId> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        return mongo.getCollection(COLLECTION)
                .find(in("_id", ids.stream().map(WorkItemId::value).toList()))
                .projection(include("_id"))
                .map(item -> new WorkItemId(item.getString("_id")))
                .into(new HashSet<>());
    }

    /** Those that are there already are left as they are. */
    void createMissing(CommandContext context, Collection<WorkItem.Decision> decisions) {
        items.createMissing(
                context,
                decisions.stream()
                        .map(decision ->
                                new NewAggregate<>(decision.after().id().value(), change(decision)))
                        .toList());
    }

    Versioned<WorkItem> change(WorkItemId id, CommandContext context, Function<WorkItem, WorkItem.Decision> decide) {
        return item(
                items.change(id.value(), context, document -> change(decide.apply(document.toWorkItem(id.value())))));
    }

    List<Versioned<WorkItem>> select(Bson filter, Bson order, int limit) {
        return mongo.getCollection(COLLECTION)
                .find(filter)
                .projection(exclude("outbox", "commands"))
                .sort(order)
                .limit(limit)
                .map(document -> item(items.versioned(document)))
                .into(new ArrayList<>());
    }

    /** Work that is due, and by when. */
    record Due(LocalDate dueDate, WorkItemId id) {

        static Due at(String place) {
            var parts = place.split("/", 2);
            return new Due(LocalDate.parse(parts[0]), new WorkItemId(parts[1]));
        }

        String place() {
            return dueDate + "/" + id;
        }
    }

    /**
     * Work whose due date has passed untold, longest late first.
     *
     * @param after the last of the batch before; empty for the first
     */
    List<Due> becameLate(LocalDate today, Optional<Due> after, int most) {
        var from = after.map(MongoWorkItems::behind).orElse(empty());
        return mongo.getCollection(COLLECTION)
                .find(and(NOT_TOLD_LATE, NOT_LEFT_BY_OWNER, lt(DUE, today.toString()), from))
                .projection(include(DUE))
                .sort(ascending(DUE, "_id"))
                .limit(most)
                .map(document -> new Due(
                        LocalDate.parse(document.getEmbedded(List.of("state", "dueDate"), String.class)),
                        new WorkItemId(document.getString("_id"))))
                .into(new ArrayList<>());
    }

    private static Bson behind(Due last) {
        var day = last.dueDate().toString();
        return and(gte(DUE, day), or(gt(DUE, day), gt("_id", last.id().value())));
    }

    private static Change<WorkItemDocument> change(WorkItem.Decision decision) {
        return new Change<>(WorkItemDocument.of(decision.after()), WorkItemEventTranslator.translate(decision));
    }

    private static Versioned<WorkItem> item(Versioned<WorkItemDocument> stored) {
        return new Versioned<>(stored.id(), stored.version(), stored.state().toWorkItem(stored.id()));
    }
}
