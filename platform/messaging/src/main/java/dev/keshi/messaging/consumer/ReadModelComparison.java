package dev.keshi.messaging.consumer;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

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
    private static final String SOURCE = "heard.";
    private static final String SOURCE_KEY = SOURCE + "key";
    private static final int BATCH = 500;

    /** Changes meanwhile that can be asked for; with more it ends early. */
    static final int MOST_BEHIND = 20_000;

    private final ReadModel model;
    private final MongoCollection<Document> live;
    private final MongoCollection<Document> shadow;
    private final Instant now;
    private final Runnable alive;

    private final DocumentDigest liveDigest = new DocumentDigest();
    private final DocumentDigest shadowDigest = new DocumentDigest();
    private final List<WriteModel<Document>> writes = new ArrayList<>();
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
        try (var lives = new DocumentsAhead(live);
                var shadows = new DocumentsAhead(shadow)) {
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

    private void walk(Iterator<Document> lives, Iterator<Document> shadows) {
        var stands = next(lives);
        var made = next(shadows);
        while ((stands != null || made != null) && behind.size() <= MOST_BEHIND) {
            int order = stands == null ? 1 : made == null ? -1 : id(stands).compareTo(id(made));
            if (order == 0 && stands != null && made != null) {
                both(stands, made);
            } else if (order < 0 && stands != null) {
                liveDigest.add(DocumentDigest.encoded(content(stands)));
                onlyLive(stands);
            } else if (made != null) {
                shadowDigest.add(DocumentDigest.encoded(content(made)));
                documents++;
                wrong++;
                writes.add(new InsertOneModel<>(made));
            }
            stands = order <= 0 ? next(lives) : stands;
            made = order >= 0 ? next(shadows) : made;
            if (writes.size() >= BATCH) {
                write();
            }
        }
    }

    /** Those that may be gone any moment do not count. */
    private @Nullable Document next(Iterator<Document> documents) {
        while (documents.hasNext()) {
            var document = documents.next();
            alive.run();
            if (model.expires() == null
                    || !(ReadModel.value(document, model.expires()) instanceof Date end)
                    || end.toInstant().isAfter(now)) {
                return document;
            }
        }
        return null;
    }

    /** Nearly always they are the same: then one is encoded for both. */
    private void both(Document stands, Document made) {
        var live = content(stands);
        var shadow = content(made);
        boolean same = live.equals(shadow);
        var encoded = DocumentDigest.encoded(live);
        liveDigest.add(encoded);
        shadowDigest.add(same ? encoded : DocumentDigest.encoded(shadow));
        documents++;
        var later = later(stands, made);
        if (!later.isEmpty()) {
            moving++;
            behind.addAll(later);
        } else if (!same) {
            wrong++;
            writes.add(model.isOfCopies() ? replacing(made) : restated(stands, made));
        }
    }

    private Document content(Document document) {
        return DocumentDigest.content(model.fields(), document);
    }

    /** What the one in use has heard of and the shadow has not. */
    private List<EventRange> later(Document stands, @Nullable Document made) {
        var ranges = new ArrayList<EventRange>();
        later(id(stands), stands, made, "").ifPresent(ranges::add);
        if (!model.isOfCopies()) {
            later(String.valueOf(ReadModel.value(stands, SOURCE_KEY)), stands, made, SOURCE)
                    .ifPresent(ranges::add);
        }
        return ranges;
    }

    /** In another epoch the sequences that the shadow has heard of may be other events. */
    private static Optional<EventRange> later(String key, Document stands, @Nullable Document made, String path) {
        var live = EventPlace.in(stands, path);
        var known = made == null ? EventPlace.NONE : EventPlace.in(made, path);
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
                    model.isOfCopies()
                            ? and(unchanged, EventPlace.in(stands, "").reachedFrom(""))
                            : unchanged));
        } else {
            moving++;
            orphans.put(id(stands), state);
            behind.addAll(later(stands, null));
        }
    }

    private static WriteModel<Document> replacing(Document made) {
        return new ReplaceOneModel<>(
                and(eq(ID, id(made)), EventPlace.in(made, "").reachedFrom("")), made);
    }

    /** Its version rises, so whoever holds the old one notices. */
    private static WriteModel<Document> restated(Document stands, Document made) {
        return new UpdateOneModel<>(
                and(eq(ID, id(stands)), eq(AggregateDocument.VERSION, number(stands, AggregateDocument.VERSION))),
                new Document(
                                "$set",
                                new Document(AggregateDocument.STATE, made.get(AggregateDocument.STATE))
                                        .append("heard", made.get("heard")))
                        .append("$inc", new Document(AggregateDocument.VERSION, 1L)));
    }

    private void write() {
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

    private static long number(Document document, String path) {
        return ReadModel.value(document, path) instanceof Number number ? number.longValue() : 0;
    }
}
