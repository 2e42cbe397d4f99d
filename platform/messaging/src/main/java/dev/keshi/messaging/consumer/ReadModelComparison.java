package dev.keshi.messaging.consumer;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import dev.keshi.contracts.operations.EventRange;
import dev.keshi.messaging.AggregateDocument;
import dev.keshi.messaging.TakenId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Compares a read model with its shadow, in the order of their ids, so that neither is ever held as a whole; and puts
 * right what is wrong. Nothing that happened meanwhile is undone: each write names the state that it replaces.
 */
final class ReadModelComparison {

    private static final String ID = AggregateDocument.ID;
    private static final String SOURCE_KEY = "key";
    private static final int BATCH = 500;

    /** Changes meanwhile that can be asked for; with more it ends early. */
    static final int MOST_BEHIND = 20_000;

    private final ReadModel model;
    private final MongoCollection<Document> live;
    private final MongoCollection<Document> shadow;
    private final Instant now;
    private final Runnable alive;

    private final DocumentDigest liveDigest = new DocumentDigest();

    /** One and the same as long as the two collections are. */
    private DocumentDigest shadowDigest = liveDigest;

    private final List<WriteModel<Document>> writes = new ArrayList<>();

    /** Ids that are only in the shadow; those documents are read whole when they are written. */
    private final List<String> missing = new ArrayList<>();

    private final List<EventRange> behind = new ArrayList<>();
    private final Map<String, Long> orphans = new HashMap<>();
    private Map<String, Long> knownOrphans = Map.of();
    private long documents;
    private long wrong;
    private long moving;

    /**
     * @param shadow name of the collection that was made anew
     * @param alive called now and then while it works
     */
    ReadModelComparison(MongoDatabase database, ReadModel model, String shadow, Instant now, Runnable alive) {
        this.model = model;
        this.live = database.getCollection(model.collection());
        this.shadow = database.getCollection(shadow);
        this.now = now;
        this.alive = alive;
    }

    /**
     * @param documents how many the archive led to
     * @param wrong how many were different, missing or too many; they are right now
     * @param moving how many have changed since the archive was asked
     * @param behind what is to be asked for these
     * @param orphans documents of which the archive knew nothing, and their sequence
     */
    record Outcome(
            long documents,
            long wrong,
            long moving,
            List<EventRange> behind,
            Map<String, Long> orphans,
            String live,
            String shadow) {}

    /** @param asked documents of which the archive knew nothing and was asked again; if it still does not, they go */
    Outcome compareAndMend(Map<String, Long> asked) {
        knownOrphans = asked;
        // Of two that are the same one is decoded, ahead.
        try (var lives = new DocumentsAhead(live, model.counted(), document -> document.content(model.fields()));
                var shadows = new DocumentsAhead(shadow, model.counted(), _ -> {})) {
            walk(lives, shadows);
        }
        write();
        return new Outcome(
                documents,
                wrong,
                moving,
                List.copyOf(behind),
                Map.copyOf(orphans),
                liveDigest.hex(),
                shadowDigest.hex());
    }

    private void walk(Iterator<ReadDocument> lives, Iterator<ReadDocument> shadows) {
        var stands = next(lives);
        var made = next(shadows);
        while ((stands != null || made != null) && behind.size() <= MOST_BEHIND) {
            int order = stands == null ? 1 : made == null ? -1 : stands.id().compareTo(made.id());
            if (order == 0 && stands != null && made != null) {
                both(stands, made);
            } else if (order < 0 && stands != null) {
                apart();
                liveDigest.add(stands.content(model.fields()));
                onlyLive(stands.document());
            } else if (made != null) {
                apart();
                shadowDigest.add(made.content(model.fields()));
                documents++;
                wrong++;
                isMissing(made);
            }
            stands = order <= 0 ? next(lives) : stands;
            made = order >= 0 ? next(shadows) : made;
            if (writes.size() + missing.size() >= BATCH) {
                write();
            }
        }
    }

    /** Those that may be gone any moment do not count. */
    private @Nullable ReadDocument next(Iterator<ReadDocument> documents) {
        while (documents.hasNext()) {
            var document = documents.next();
            alive.run();
            if (model.expires() == null
                    || !(model.expires().in(document.document()) instanceof Date end)
                    || end.toInstant().isAfter(now)) {
                return document;
            }
        }
        return null;
    }

    /** Nearly always they are the same: then one says everything about both. */
    private void both(ReadDocument stands, ReadDocument made) {
        documents++;
        var live = stands.content(model.fields());
        if (stands.isKeptAs(made)) {
            same(live);
            return;
        }
        var shadow = made.content(model.fields());
        boolean same = Arrays.equals(live, shadow);
        if (same) {
            same(live);
        } else {
            apart();
            liveDigest.add(live);
            shadowDigest.add(shadow);
        }
        var later = later(stands.document(), made.document());
        if (!later.isEmpty()) {
            moving++;
            behind.addAll(later);
        } else if (!same) {
            wrong++;
            writes.add(model.isOfCopies() ? replacing(made.document()) : restated(stands.document(), made.document()));
        }
    }

    private void isMissing(ReadDocument made) {
        if (model.isOfCopies()) {
            writes.add(new InsertOneModel<>(made.document()));
        } else {
            missing.add(made.id());
        }
    }

    private void same(byte[] content) {
        liveDigest.add(content);
        if (shadowDigest != liveDigest) {
            shadowDigest.add(content);
        }
    }

    private void apart() {
        if (shadowDigest == liveDigest) {
            shadowDigest = liveDigest.fork();
        }
    }

    /** What the one in use has heard of and the shadow has not. */
    private List<EventRange> later(Document stands, @Nullable Document made) {
        var ranges = new ArrayList<EventRange>();
        later(stands, made, id(stands)).ifPresent(ranges::add);
        if (!model.isOfCopies()) {
            var source = heard(stands);
            later(source, heard(made), source == null ? "" : source.getString(SOURCE_KEY))
                    .ifPresent(ranges::add);
        }
        return ranges;
    }

    private static @Nullable Document heard(@Nullable Document document) {
        return document == null ? null : document.get(AggregateDocument.HEARD, Document.class);
    }

    /** In another epoch the sequences that the shadow has heard of may be other events. */
    private static Optional<EventRange> later(@Nullable Document stands, @Nullable Document made, String key) {
        var live = EventPlace.in(stands);
        var known = EventPlace.in(made);
        return live.compareTo(known) > 0
                ? Optional.of(
                        new EventRange(key, live.epoch() == known.epoch() ? known.sequence() + 1 : 1, live.sequence()))
                : Optional.empty();
    }

    private void onlyLive(Document stands) {
        long state = revision(stands);
        if (knownOrphans.getOrDefault(id(stands), -1L) == state) {
            wrong++;
            var unchanged = and(eq(ID, id(stands)), eq(revisionField(), state));
            writes.add(new DeleteOneModel<>(
                    model.isOfCopies() ? and(unchanged, EventPlace.in(stands).reachedFrom("")) : unchanged));
        } else {
            moving++;
            orphans.put(id(stands), state);
            behind.addAll(later(stands, null));
        }
    }

    private static WriteModel<Document> replacing(Document made) {
        return new ReplaceOneModel<>(and(eq(ID, id(made)), EventPlace.in(made).reachedFrom("")), made);
    }

    /** Its version rises, so whoever holds the old one notices. */
    private static WriteModel<Document> restated(Document stands, Document made) {
        return new UpdateOneModel<>(
                and(eq(ID, id(stands)), eq(AggregateDocument.VERSION, number(stands, AggregateDocument.VERSION))),
                new Document(
                                "$set",
                                new Document(AggregateDocument.STATE, made.get(AggregateDocument.STATE))
                                        .append(AggregateDocument.HEARD, made.get(AggregateDocument.HEARD)))
                        .append("$inc", new Document(AggregateDocument.VERSION, 1L)));
    }

    private void write() {
        if (!missing.isEmpty()) {
            shadow.find(in(ID, missing)).forEach(whole -> writes.add(new InsertOneModel<>(whole)));
            missing.clear();
        }
        if (writes.isEmpty()) {
            return;
        }
        try {
            live.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        } catch (MongoBulkWriteException failure) {
            // What was missing has come meanwhile.
            if (failure.getWriteConcernError() != null
                    || !failure.getWriteErrors().stream().allMatch(TakenId::isMeantBy)) {
                throw failure;
            }
        }
        writes.clear();
    }

    private String revisionField() {
        return model.isOfCopies() ? EventPlace.SEQUENCE : AggregateDocument.VERSION;
    }

    private long revision(Document document) {
        return number(document, revisionField());
    }

    private static String id(Document document) {
        return document.getString(ID);
    }

    private static long number(Document document, String name) {
        return document.get(name) instanceof Number number ? number.longValue() : 0;
    }
}
