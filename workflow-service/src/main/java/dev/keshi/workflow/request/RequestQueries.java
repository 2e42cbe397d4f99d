package dev.keshi.workflow.request;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import dev.keshi.directory.Scope;
import dev.keshi.messaging.Versioned;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.page.Position;
import dev.keshi.workflow.approver.PersonId;
import dev.keshi.workflow.engine.HistoryEntry;
import dev.keshi.workflow.engine.InstanceId;
import dev.keshi.workflow.engine.OpenTask;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** Reads requests and work lists. What somebody may not see is left out by the query itself. */
@Repository
public class RequestQueries {

    private static final String STARTED = "state.startedAt";

    private final MongoRequests requests;
    private final MongoOperations mongo;

    RequestQueries(MongoRequests requests, MongoOperations mongo) {
        this.requests = requests;
        this.mongo = mongo;
    }

    /** Empty when there is none, or when the viewer neither takes part nor has it in scope. */
    public Optional<Versioned<Request>> find(InstanceId id, PersonId viewer, Scope scope) {
        return visible(id, viewer, scope, "version", "state").map(this::request);
    }

    /** Whether there is one that the viewer takes part in or has in scope. */
    public boolean exists(InstanceId id, PersonId viewer, Scope scope) {
        return visible(id, viewer, scope, "_id").isPresent();
    }

    /** Newest first: those the viewer takes part in. */
    public Page<Versioned<Request>> mine(PersonId viewer, Paging paging) {
        return page(eq("state.participants", viewer.value()), paging);
    }

    /** Newest first: those of people within the scope. */
    public Page<Versioned<Request>> within(Scope scope, Paging paging) {
        return page(scope.within("state.initiatorId", "state.departmentId"), paging);
    }

    /** Work list, oldest request first: what the person can do something about. */
    public Page<WorkItem> workList(PersonId person, Paging paging) {
        return work(
                eq("state.tasks.people", person.value()),
                task -> task.assignment().people().contains(person),
                paging);
    }

    /** Tasks for which nobody was found; only for administrators. */
    public Page<WorkItem> awaitingAdministrator(Paging paging) {
        return work(
                eq("state.tasks.awaitsAdministrator", true),
                task -> task.assignment().people().isEmpty(),
                paging);
    }

    /**
     * What happened, oldest first.
     *
     * @param after sequence of the last entry of the page before, 0 for the first
     */
    public List<HistoryEntry> history(Request request, long after, int limit) {
        var entries = new ArrayList<>(requests.movedOut(request.state().id(), after, limit));
        long last = entries.isEmpty() ? after : entries.getLast().sequence();
        request.state().history().stream()
                .filter(entry -> entry.sequence() > last)
                .limit(limit - (long) entries.size())
                .forEach(entries::add);
        return entries;
    }

    private Page<Versioned<Request>> page(Bson filter, Paging paging) {
        var from = paging.after()
                .map(after ->
                        or(lt(STARTED, after.instant()), and(eq(STARTED, after.instant()), lt("_id", after.id()))))
                .orElse(empty());
        var found = new ArrayList<Versioned<Request>>();
        mongo.getCollection(MongoRequests.REQUESTS)
                .find(and(filter, from))
                .projection(include("version", "state"))
                .sort(descending(STARTED, "_id"))
                .limit(paging.limit() + 1)
                .forEach(document -> found.add(request(document)));
        return paging.page(found, request -> Position.of(request.state().state().startedAt(), request.id()));
    }

    /** A position names a task; the page goes on behind it, maybe within the same request. */
    private Page<WorkItem> work(Bson filter, Predicate<OpenTask> wanted, Paging paging) {
        var from = paging.after().map(RequestQueries::atOrBehind).orElse(empty());
        var found = new ArrayList<WorkItem>();
        mongo.getCollection(MongoRequests.REQUESTS)
                .find(and(filter, from))
                .projection(include("version", "state"))
                .sort(ascending(STARTED, "_id"))
                .limit(paging.limit() + 2)
                .forEach(document -> {
                    var request = request(document).state();
                    request.state().tasks().stream()
                            .filter(wanted)
                            .sorted(Comparator.comparingInt(
                                    (OpenTask task) -> task.id().number()))
                            .filter(task -> paging.after()
                                    .map(after -> isBehind(task, after))
                                    .orElse(true))
                            .forEach(task -> found.add(new WorkItem(request, task)));
                });
        var page = found.subList(0, Math.min(found.size(), paging.limit() + 1));
        return paging.page(
                page,
                item -> Position.of(
                        item.request().state().startedAt(), item.task().id().value()));
    }

    private static Bson atOrBehind(Position after) {
        return or(
                gt(STARTED, after.instant()),
                and(eq(STARTED, after.instant()), gte("_id", instanceOf(after).value())));
    }

    private static boolean isBehind(OpenTask task, Position after) {
        var number =
                dev.keshi.workflow.engine.TaskId.parse(after.id()).orElseThrow().number();
        return !task.id().instance().equals(instanceOf(after)) || task.id().number() > number;
    }

    private static InstanceId instanceOf(Position after) {
        return dev.keshi.workflow.engine.TaskId.parse(after.id()).orElseThrow().instance();
    }

    private Optional<Document> visible(InstanceId id, PersonId viewer, Scope scope, String... fields) {
        var takesPart = eq("state.participants", viewer.value());
        var inScope = scope.within("state.initiatorId", "state.departmentId");
        return Optional.ofNullable(mongo.getCollection(MongoRequests.REQUESTS)
                .find(and(eq("_id", id.value()), or(takesPart, inScope)))
                .projection(include(fields))
                .first());
    }

    private Versioned<Request> request(Document document) {
        var stored = requests.versioned(document);
        return new Versioned<>(stored.id(), stored.version(), stored.state().toRequest());
    }
}
