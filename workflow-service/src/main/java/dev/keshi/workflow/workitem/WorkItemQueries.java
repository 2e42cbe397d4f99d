package dev.keshi.workflow.workitem;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import dev.keshi.directory.Scope;
import dev.keshi.messaging.Versioned;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.page.Position;
import dev.keshi.workflow.approver.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Service;

/** Reads work items. What somebody may not see is left out by the query itself. */
@Service
public class WorkItemQueries {

    static final String OWNER = "state.ownerId";
    static final String ASSIGNER = "state.assignerId";
    static final String DEPARTMENT = "state.departmentId";
    static final String WAITS_FOR = "state.waitsFor";
    static final String STATUS = "state.status";
    static final String ASSIGNED_AT = "state.assignedAt";
    static final String RANK = "state.rank";

    private static final Bson NEWEST_FIRST = descending(ASSIGNED_AT, "_id");
    private static final Bson MOST_PRESSING_FIRST = ascending(MongoWorkItems.DUE, RANK, "_id");

    private final MongoWorkItems items;

    WorkItemQueries(MongoWorkItems items) {
        this.items = items;
    }

    /** Empty when there is none, or when the viewer neither has to do with it nor has its owner in scope. */
    public Optional<Versioned<WorkItem>> find(WorkItemId id, PersonId viewer, Scope scope) {
        var visible = or(eq(OWNER, viewer.value()), eq(ASSIGNER, viewer.value()), scope.within(OWNER, DEPARTMENT));
        return items.select(and(eq("_id", id.value()), visible), ascending("_id"), 1).stream()
                .findFirst();
    }

    /** Newest first: what the person has, or had, to do. */
    public Page<Versioned<WorkItem>> ownedBy(PersonId owner, WorkItemStatus.Kind status, Paging paging) {
        return newest(eq(OWNER, owner.value()), status, paging);
    }

    /** Newest first: what the person has assigned, also to oneself. */
    public Page<Versioned<WorkItem>> assignedBy(PersonId assigner, WorkItemStatus.Kind status, Paging paging) {
        return newest(eq(ASSIGNER, assigner.value()), status, paging);
    }

    /** Newest first: that of people within the scope. */
    public Page<Versioned<WorkItem>> within(Scope scope, WorkItemStatus.Kind status, Paging paging) {
        return newest(scope.within(OWNER, DEPARTMENT), status, paging);
    }

    /** A place in a work list; the one before every item of a day has rank -1. */
    public record Place(LocalDate dueDate, int rank, String id) {

        public static Place of(Versioned<WorkItem> item) {
            return new Place(item.state().dueDate(), item.state().priority().ordinal(), item.id());
        }

        public static Place before(LocalDate day) {
            return new Place(day, -1, "");
        }
    }

    /** What waits for the person, to do or to accept: by due date, then by priority. */
    public List<Versioned<WorkItem>> waitingFor(PersonId person, Optional<Place> behind, int most) {
        var from = behind.map(WorkItemQueries::behind).orElse(empty());
        return items.select(and(eq(WAITS_FOR, person.value()), from), MOST_PRESSING_FIRST, most);
    }

    private Page<Versioned<WorkItem>> newest(Bson whose, WorkItemStatus.Kind status, Paging paging) {
        var from = paging.after().map(WorkItemQueries::olderThan).orElse(empty());
        var found = items.select(and(eq(STATUS, status.name()), whose, from), NEWEST_FIRST, paging.limit() + 1);
        return paging.page(found, item -> Position.of(item.state().assignedAt(), item.id()));
    }

    /** The first condition alone bounds the search in the index; the same holds of {@link #behind}. */
    private static Bson olderThan(Position last) {
        return and(lte(ASSIGNED_AT, last.instant()), or(lt(ASSIGNED_AT, last.instant()), lt("_id", last.id())));
    }

    private static Bson behind(Place place) {
        var day = place.dueDate().toString();
        return and(
                gte(MongoWorkItems.DUE, day),
                or(
                        gt(MongoWorkItems.DUE, day),
                        gt(RANK, place.rank()),
                        and(eq(RANK, place.rank()), gt("_id", place.id()))));
    }
}
