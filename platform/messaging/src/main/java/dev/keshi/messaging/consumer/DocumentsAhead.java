package dev.keshi.messaging.consumer;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import dev.keshi.messaging.AggregateDocument;
import dev.keshi.messaging.LongRead;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * All documents of a collection in the order of their ids. A thread of its own reads the next batch while the one before is looked
 * at; no more than three are ever held.
 */
final class DocumentsAhead implements Iterator<ReadDocument>, AutoCloseable {

    private static final int BATCH = 500;

    /** @param failure why the rest cannot be read */
    private record Portion(
            List<ReadDocument> documents, @Nullable RuntimeException failure) {

        static final Portion END = new Portion(List.of(), null);
    }

    private final BlockingQueue<Portion> portions = new ArrayBlockingQueue<>(1);
    private final Bson counted;
    private final Consumer<ReadDocument> prepare;
    private final Thread reader;
    private Iterator<ReadDocument> current = Collections.emptyIterator();
    private boolean ended;

    /**
     * @param counted projection of what is looked at
     * @param prepare what is done to each document beside who looks at those before it
     */
    DocumentsAhead(MongoCollection<Document> collection, Bson counted, Consumer<ReadDocument> prepare) {
        this.counted = counted;
        this.prepare = prepare;
        this.reader = Thread.ofVirtual().name("documents-ahead").start(() -> read(collection));
    }

    @Override
    public boolean hasNext() {
        while (!current.hasNext() && !ended) {
            var portion = taken();
            if (portion.failure() != null) {
                throw portion.failure();
            }
            ended = portion.documents().isEmpty();
            current = portion.documents().iterator();
        }
        return current.hasNext();
    }

    @Override
    public ReadDocument next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return current.next();
    }

    @Override
    public void close() {
        reader.interrupt();
    }

    private void read(MongoCollection<Document> collection) {
        try {
            try {
                readAll(collection);
                portions.put(Portion.END);
            } catch (RuntimeException failure) {
                portions.put(new Portion(List.of(), failure));
            } catch (Error failure) {
                // Whoever waits for the next portion would wait for ever.
                portions.put(new Portion(List.of(), new IllegalStateException("Documents cannot be read", failure)));
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void readAll(MongoCollection<Document> collection) throws InterruptedException {
        try (var cursor = LongRead.of(collection.withDocumentClass(RawBsonDocument.class), empty())
                .projection(counted)
                .sort(ascending(AggregateDocument.ID))
                .batchSize(BATCH)
                .iterator()) {
            while (cursor.hasNext()) {
                var portion = new ArrayList<ReadDocument>(BATCH);
                do {
                    var document = new ReadDocument(cursor.next());
                    prepare.accept(document);
                    portion.add(document);
                } while (cursor.available() > 0);
                portions.put(new Portion(portion, null));
            }
        }
    }

    private Portion taken() {
        try {
            return portions.take();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while documents were read", stopped);
        }
    }
}
