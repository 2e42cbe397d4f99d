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
import dev.keshi.workflow.engine.TaskId;
import java.time.Instant;
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

    static final String GIVES_WORK = "state.givesWork";
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

    /** Oldest request first: what the person can do something about. */
    public Page<ApprovalTask> waitingFor(PersonId person, Paging paging) {
        return page(paging, waitingFor(person, paging.after().map(RequestQueries::place), paging.limit() + 1));
    }

    /**
     * A place in the tasks that wait for somebody.
     *
     * @param task absent: before every task of requests of that moment
     */
    public record Place(Instant requestedAt, Optional<TaskId> task) {

        public static Place of(ApprovalTask item) {
            return new Place(
                    item.request().state().startedAt(), Optional.of(item.task().id()));
        }

        public static Place before(Instant moment) {
            return new Place(moment, Optional.empty());
        }

        /** @param task id of the task, as {@link #of} had it */
        public static Place parse(String requestedAt, String task) {
            return new Place(Instant.parse(requestedAt), TaskId.parse(task));
        }
    }

    /** The same from some place on. */
    public List<ApprovalTask> waitingFor(PersonId person, Optional<Place> behind, int most) {
        return tasks(
                eq("state.tasks.people", person.value()),
                task -> task.assignment().people().contains(person),
                behind,
                most);
    }

    /** Tasks for which nobody was found; only for administrators. */
    public Page<ApprovalTask> awaitingAdministrator(Paging paging) {
        return page(
                paging,
                tasks(
                        eq("state.tasks.awaitsAdministrator", true),
                        task -> task.assignment().people().isEmpty(),
                        paging.after().map(RequestQueries::place),
                        paging.limit() + 1));
    }

    /**
     * Approved requests whose work is still to be made, by their ids.
     *
     * @param after only those behind this id; empty text for all
     */
    public List<Request> givingWork(String after, int most) {
        return mongo.getCollection(MongoRequests.REQUESTS)
                .find(and(eq(GIVES_WORK, true), gt("_id", after)))
                .projection(include("version", "state"))
                .sort(ascending(GIVES_WORK, "_id"))
                .limit(most)
                .map(document -> request(document).state())
                .into(new ArrayList<>());
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

    private static Page<ApprovalTask> page(Paging paging, List<ApprovalTask> found) {
        return paging.page(
                found,
                item -> Position.of(
                        item.request().state().startedAt(), item.task().id().value()));
    }

    private static Place place(Position position) {
        return Place.parse(position.key(), position.id());
    }

    /** One place names a task, so the list goes on behind it, maybe within the same request. */
    private List<ApprovalTask> tasks(Bson filter, Predicate<OpenTask> wanted, Optional<Place> behind, int most) {
        var found = new ArrayList<ApprovalTask>();
        mongo.getCollection(MongoRequests.REQUESTS)
                .find(and(filter, behind.map(RequestQueries::atOrBehind).orElse(empty())))
                .projection(include("version", "state"))
                .sort(ascending(STARTED, "_id"))
                .limit(most + 1)
                .forEach(document -> {
                    var request = request(document).state();
                    request.state().tasks().stream()
                            .filter(wanted)
                            .sorted(Comparator.comparingInt(
                                    (OpenTask task) -> task.id().number()))
                            .filter(task -> behind.flatMap(Place::task)
                                    .map(last -> isBehind(task, last))
                                    .orElse(true))
                            .forEach(task -> found.add(new ApprovalTask(request, task)));
                });
        return found.subList(0, Math.min(found.size(), most));
    }

    private static Bson atOrBehind(Place place) {
        return place.task()
                .map(last -> or(
                        gt(STARTED, place.requestedAt()),
                        and(
                                eq(STARTED, place.requestedAt()),
                                gte("_id", last.instance().value()))))
                .orElseGet(() -> gte(STARTED, place.requestedAt()));
    }

    private static boolean isBehind(OpenTask task, TaskId last) {
        return !task.id().instance().equals(last.instance()) || task.id().number() > last.number();
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
