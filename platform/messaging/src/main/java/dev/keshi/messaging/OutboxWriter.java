package dev.keshi.messaging;

import com.mongodb.MongoWriteException;
import dev.keshi.contracts.EventCatalogue;
import dev.keshi.contracts.PublishedEvent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.bson.types.Binary;

/** Turns decided events into outbox entries: serialised when they happen, so a later release cannot change them. */
final class OutboxWriter {

    /** BSONObjectTooLarge, and what an update that leads to such a document is answered. */
    private static final Set<Integer> TOO_LARGE = Set.of(10_334, 17_419, 17_420);

    /** 16 MiB, without what every aggregate document has. */
    private static final int LARGEST_DOCUMENT_BYTES = 16_700_000;

    private final EventJson json;
    private final TraceContext trace;
    private final Clock clock;
    private final Ids ids;
    private final long epoch;
    private final int cap;

    OutboxWriter(EventJson json, TraceContext trace, Clock clock, Ids ids, OutboxSettings settings) {
        this.json = json;
        this.trace = trace;
        this.clock = clock;
        this.ids = ids;
        this.epoch = settings.epoch();
        this.cap = settings.cap();
    }

    List<Document> entries(String aggregateId, long lastSequence, CommandContext context, List<PublishedEvent> events) {
        var entries = new ArrayList<Document>(events.size());
        long sequence = lastSequence;
        for (var event : events) {
            entries.add(entry(aggregateId, ++sequence, context, event));
        }
        return entries;
    }

    private Document entry(String aggregateId, long sequence, CommandContext context, PublishedEvent event) {
        var contract = EventCatalogue.describe(event.getClass());
        byte[] data = json.write(event);
        if (data.length > EventEnvelope.MOST_BYTES) {
            throw new AggregateFailure.EventTooLarge(
                    aggregateId, contract.type(), data.length, EventEnvelope.MOST_BYTES);
        }
        return new OutboxEntry(
                        ids.next(),
                        sequence,
                        contract.type(),
                        contract.topic(),
                        contract.aggregate(),
                        Date.from(clock.instant()),
                        new Binary(data),
                        context.actor(),
                        trace.current(),
                        epoch)
                .toDocument();
    }

    /** The array place that must be empty before {@code count} more events may be appended. */
    String lastFreePlace(int count) {
        if (count > cap) {
            throw new IllegalArgumentException(count + " events in one command, cap " + cap);
        }
        return AggregateDocument.OUTBOX + "." + (cap - count);
    }

    /**
     * Whether the events would have found room, had none waited before them.
     *
     * @param refusal by the server
     */
    static boolean isFull(MongoWriteException refusal, Document state, List<Document> entries) {
        return TOO_LARGE.contains(refusal.getCode()) && bytes(state) + bytes(entries) < LARGEST_DOCUMENT_BYTES;
    }

    private static long bytes(List<Document> entries) {
        return entries.stream().mapToLong(OutboxWriter::bytes).sum();
    }

    private static long bytes(Document document) {
        return new RawBsonDocument(document, new DocumentCodec())
                .getByteBuffer()
                .remaining();
    }

    int cap() {
        return cap;
    }
}
