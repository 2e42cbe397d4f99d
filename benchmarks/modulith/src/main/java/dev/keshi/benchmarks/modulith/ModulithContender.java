package dev.keshi.benchmarks.modulith;

import dev.keshi.benchmarks.load.Contender;
import dev.keshi.benchmarks.load.Keys;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.modulith.events.core.EventPublicationRepository;
import org.springframework.modulith.events.core.PublicationTargetIdentifier;
import org.springframework.modulith.events.core.TargetEventPublication;

/** Publishes by itself right after each commit; what is left over waits for a resubmission, which the application asks for. */
final class ModulithContender implements Contender {

    private static final String PUBLICATIONS = "event_publication";
    private static final int BATCH = 1_000;
    private static final int FILLERS = 8;

    private final Positions positions;
    private final MongoOperations mongo;
    private final EventPublicationRepository publications;
    private final IncompleteEventPublications incomplete;

    ModulithContender(
            Positions positions,
            MongoOperations mongo,
            EventPublicationRepository publications,
            IncompleteEventPublications incomplete) {
        this.positions = positions;
        this.mongo = mongo;
        this.publications = publications;
        this.incomplete = incomplete;
    }

    @Override
    public void prepare(int aggregates) {
        // Made by the first transactions at once, it would make the others fail.
        if (!mongo.collectionExists(PUBLICATIONS)) {
            mongo.createCollection(PUBLICATIONS);
        }
        for (int from = 0; from < aggregates; from += BATCH) {
            mongo.insertAll(IntStream.range(from, Math.min(from + BATCH, aggregates))
                    .mapToObj(i -> new Position(Keys.of(i), 0, Position.LONG_TITLE, 0))
                    .toList());
        }
    }

    @Override
    public void change(int aggregate) {
        positions.revise(Keys.of(aggregate));
    }

    @Override
    public void changeSilently(int aggregate) {
        positions.reviseSilently(Keys.of(aggregate));
    }

    /** Through the registry's own repository, as if the application had ended right after so many commits. */
    @Override
    public void fill(int events, int perAggregate) {
        mongo.remove(new Query(), PUBLICATIONS);
        var listener = PublicationTargetIdentifier.of(
                "org.springframework.modulith.events.support.DelegatingEventExternalizer.externalize(java.lang.Object)");
        try (var fillers = Executors.newFixedThreadPool(FILLERS)) {
            for (int filler = 0; filler < FILLERS; filler++) {
                int first = filler;
                fillers.execute(() -> {
                    for (int i = first; i < events; i += FILLERS) {
                        var event = new PositionRevised(
                                Keys.filled(0, i / perAggregate), Position.LONG_TITLE, i % perAggregate);
                        publications.create(TargetEventPublication.of(event, listener));
                    }
                });
            }
        }
    }

    /** There is no switch: with its externaliser off a publication would not even be written down. */
    @Override
    public void publish(boolean on) {}

    @Override
    public void drain() {
        incomplete.resubmitIncompletePublicationsOlderThan(Duration.ZERO);
    }

    @Override
    public boolean hasDrained() {
        return mongo.execute(
                        PUBLICATIONS,
                        documents -> documents.find(new Document()).first())
                == null;
    }
}
