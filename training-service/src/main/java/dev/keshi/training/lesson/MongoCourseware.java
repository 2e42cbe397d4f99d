package dev.keshi.training.lesson;

import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.Versioned;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
class MongoCourseware {

    static final String COURSE = "state.courseCode";
    static final String VERSION = "state.version";
    private static final String COLLECTION = "courseware";

    private final AggregateCollection<CoursewareDocument> courseware;
    private final MongoOperations mongo;

    MongoCourseware(AggregateStore store, MongoOperations mongo) {
        this.courseware = store.collection(COLLECTION, CoursewareDocument.class);
        this.mongo = mongo;
    }

    static StoreIndexes indexes() {
        return StoreIndexes.of(
                COLLECTION,
                Indexes.compoundIndex(Indexes.ascending(COURSE), Indexes.descending(VERSION)),
                new IndexOptions().unique(true));
    }

    /** @throws dev.keshi.messaging.AggregateFailure.AlreadyExists when somebody else has taken that version */
    Versioned<CoursewareDocument> create(String id, CommandContext context, CoursewareDocument released) {
        return courseware.create(id, context, new Change<>(released, List.of(CoursewareEvents.released(id, released))));
    }

    /** The newest version of a course first. */
    List<Versioned<CoursewareDocument>> select(Bson filter, int limit) {
        return mongo.getCollection(COLLECTION)
                .find(filter)
                .projection(exclude("outbox", "commands"))
                .sort(descending(VERSION))
                .limit(limit)
                .map(courseware::versioned)
                .into(new ArrayList<>());
    }
}
