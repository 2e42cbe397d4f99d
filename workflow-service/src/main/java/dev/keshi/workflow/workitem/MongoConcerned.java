package dev.keshi.workflow.workitem;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.keshi.messaging.StoreIndexes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** Finds the work items that have not ended and that a change of the organisation concerns, page by page, each from an index. */
@Repository
class MongoConcerned {

    private static final String LEFT = "state.left";
    private static final String LEADER = "state.leaderId";

    /** What has ended waits for nobody. */
    private static final Bson NOT_ENDED = exists(WorkItemQueries.WAITS_FOR);

    private final MongoOperations mongo;

    MongoConcerned(MongoOperations mongo) {
        this.mongo = mongo;
    }

    static StoreIndexes indexes() {
        return StoreIndexes.of(
                        MongoWorkItems.COLLECTION,
                        Indexes.ascending(WorkItemQueries.OWNER, "_id"),
                        new IndexOptions().name("open_of_owner").partialFilterExpression(NOT_ENDED))
                .and(
                        MongoWorkItems.COLLECTION,
                        Indexes.ascending(WorkItemQueries.ASSIGNER, "_id"),
                        new IndexOptions().name("open_of_assigner").partialFilterExpression(NOT_ENDED))
                .and(
                        MongoWorkItems.COLLECTION,
                        Indexes.ascending(LEADER, "_id"),
                        new IndexOptions().name("led_instead").partialFilterExpression(exists(LEADER)))
                .and(
                        MongoWorkItems.COLLECTION,
                        Indexes.ascending(WorkItemQueries.DEPARTMENT, "_id"),
                        new IndexOptions().name("left_behind").partialFilterExpression(exists(LEFT)));
    }

    /** Pages of one search, by id. */
    interface Search {
        List<WorkItemId> after(String last, int most);
    }

    /** What the person owns, has assigned, or decides about instead of somebody who left. */
    List<Search> byPerson(String personId) {
        return List.of(
                search(and(eq(WorkItemQueries.OWNER, personId), NOT_ENDED)),
                search(and(eq(WorkItemQueries.ASSIGNER, personId), NOT_ENDED)),
                search(and(eq(LEADER, personId), exists(LEADER), NOT_ENDED)));
    }

    /** What was left behind there. */
    List<Search> byDepartments(Collection<String> departmentIds) {
        return departmentIds.stream()
                .map(department -> search(and(eq(WorkItemQueries.DEPARTMENT, department), exists(LEFT), NOT_ENDED)))
                .toList();
    }

    private Search search(Bson filter) {
        return (last, most) -> mongo.getCollection(MongoWorkItems.COLLECTION)
                .find(and(filter, gt("_id", last)))
                .projection(include("_id"))
                .sort(ascending("_id"))
                .limit(most)
                .map(document -> new WorkItemId(document.getString("_id")))
                .into(new ArrayList<>());
    }
}
