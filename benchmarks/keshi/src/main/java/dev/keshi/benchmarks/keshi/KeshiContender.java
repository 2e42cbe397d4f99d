package dev.keshi.benchmarks.keshi;

import dev.keshi.benchmarks.load.Contender;
import dev.keshi.benchmarks.load.Keys;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.org.PositionDefinedV1;
import dev.keshi.contracts.org.PositionRevisedV1;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.NewAggregate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoOperations;

/** The aggregate store as a feature uses it; the relay is paused and resumed as a lifecycle of the application. */
final class KeshiContender implements Contender {

    private static final CommandContext CONTEXT = CommandContext.of("bench");
    private static final int BATCH = 1_000;

    private final AggregateCollection<PositionDocument> positions;
    private final MongoOperations mongo;
    private final SmartLifecycle relay;
    private int backlogs;

    KeshiContender(AggregateCollection<PositionDocument> positions, MongoOperations mongo, SmartLifecycle relay) {
        this.positions = positions;
        this.mongo = mongo;
        this.relay = relay;
    }

    @Override
    public void prepare(int aggregates) {
        create(
                aggregates,
                i -> new NewAggregate<>(Keys.of(i), new Change<>(new PositionDocument(Titles.LONG, 0), List.of())));
    }

    @Override
    public void change(int aggregate) {
        var id = Keys.of(aggregate);
        positions.change(id, CONTEXT, before -> {
            var after = new PositionDocument(before.title(), before.headcount() + 1);
            return new Change<>(after, List.of(revised(id, after.headcount())));
        });
    }

    @Override
    public void changeSilently(int aggregate) {
        positions.change(
                Keys.of(aggregate),
                CONTEXT,
                before -> new Change<>(new PositionDocument(before.title(), before.headcount() + 1), List.of()));
    }

    @Override
    public void fill(int events, int perAggregate) {
        // The index of what is pending goes too; the relay makes it anew when it starts, as for a fresh service.
        mongo.dropCollection(Publisher.POSITIONS);
        backlogs++;
        create(events / perAggregate, i -> {
            var id = Keys.filled(backlogs, i);
            return new NewAggregate<>(
                    id, new Change<>(new PositionDocument(Titles.LONG, perAggregate), history(id, perAggregate)));
        });
    }

    private static List<PublishedEvent> history(String id, int events) {
        var history = new ArrayList<PublishedEvent>(events);
        history.add(new PositionDefinedV1(id, "code", Titles.LONG, null, null, 1, null));
        for (int count = 2; count <= events; count++) {
            history.add(revised(id, count));
        }
        return history;
    }

    private static PositionRevisedV1 revised(String id, int headcount) {
        return new PositionRevisedV1(id, Titles.LONG, null, null, headcount);
    }

    private void create(int count, java.util.function.IntFunction<NewAggregate<PositionDocument>> fresh) {
        for (int from = 0; from < count; from += BATCH) {
            positions.createMissing(
                    CONTEXT,
                    IntStream.range(from, Math.min(from + BATCH, count))
                            .mapToObj(fresh)
                            .toList());
        }
    }

    @Override
    public void publish(boolean on) {
        if (on == relay.isRunning()) {
            return;
        }
        if (on) {
            relay.start();
        } else {
            relay.stop();
        }
    }

    @Override
    public boolean hasDrained() {
        return mongo.execute(
                        Publisher.POSITIONS,
                        documents -> documents
                                .find(new Document("outbox.0", new Document("$exists", true)))
                                .hintString("pending_since")
                                .projection(new Document("_id", 1))
                                .first())
                == null;
    }
}
