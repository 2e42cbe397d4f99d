package dev.keshi.benchmarks.modulith;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Commands as Modulith's reference writes them: change and publish within one transaction. */
@Service
class Positions {

    private final MongoOperations mongo;
    private final ApplicationEventPublisher events;

    Positions(MongoOperations mongo, ApplicationEventPublisher events) {
        this.mongo = mongo;
        this.events = events;
    }

    @Transactional
    public void revise(String id) {
        var after = change(id);
        events.publishEvent(new PositionRevised(id, after.title(), after.headcount()));
    }

    public void reviseSilently(String id) {
        change(id);
    }

    private Position change(String id) {
        var before = Objects.requireNonNull(mongo.findById(id, Position.class));
        var after = before.revised();
        var unchanged = Query.query(where("_id").is(id).and("version").is(before.version()));
        var update = new Update()
                .set("version", after.version())
                .set("title", after.title())
                .set("headcount", after.headcount());
        if (mongo.updateFirst(unchanged, update, Position.class).getMatchedCount() != 1) {
            throw new IllegalStateException("lost race");
        }
        return after;
    }
}
