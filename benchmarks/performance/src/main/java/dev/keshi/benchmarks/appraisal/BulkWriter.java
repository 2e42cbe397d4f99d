package dev.keshi.benchmarks.appraisal;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;

/**
 * The rival: the same documents, in unordered bulk writes of 1,000, into collections with the same indexes. They are read back before the
 * clock begins and written as the bytes they are, so that nothing is decided, mapped or encoded.
 */
final class BulkWriter {

    private static final int BATCH = 1_000;

    private final MongoDatabase store;

    BulkWriter(MongoDatabase store) {
        this.store = store;
        Stream.of(Cycle.APPRAISALS, Cycle.RATINGS, Cycle.PEER_GROUPS).forEach(this::prepare);
    }

    /** What opening has written. @return nanoseconds */
    long opened(Cycle cycle) {
        return insert(cycle.filter(), Cycle.RATINGS) + insert(cycle.filter(), Cycle.APPRAISALS);
    }

    /** What scoring has written, over what stands there, and beside it who counts. @return nanoseconds */
    long scored(Cycle cycle) {
        copy(Cycle.PEER_GROUPS).deleteMany(new Document());
        return insert(new Document(), Cycle.PEER_GROUPS)
                + replace(cycle.filter().append("state.status", "LAPSED"), Cycle.RATINGS)
                + replace(cycle.filter(), Cycle.APPRAISALS);
    }

    private long insert(Bson filter, String collection) {
        return write(filter, collection, InsertOneModel::new);
    }

    private long replace(Bson filter, String collection) {
        return write(
                filter,
                collection,
                document -> new ReplaceOneModel<>(new Document("_id", document.get("_id")), document));
    }

    private long write(Bson filter, String collection, Function<RawBsonDocument, WriteModel<RawBsonDocument>> model) {
        var batches = batches(filter, collection, model);
        var to = copy(collection);
        var unordered = new BulkWriteOptions().ordered(false);
        long begin = System.nanoTime();
        batches.forEach(batch -> to.bulkWrite(batch, unordered));
        return System.nanoTime() - begin;
    }

    private List<List<WriteModel<RawBsonDocument>>> batches(
            Bson filter, String collection, Function<RawBsonDocument, WriteModel<RawBsonDocument>> model) {
        var batches = new ArrayList<List<WriteModel<RawBsonDocument>>>();
        for (var document :
                store.getCollection(collection, RawBsonDocument.class).find(filter)) {
            if (batches.isEmpty() || batches.getLast().size() == BATCH) {
                batches.add(new ArrayList<>(BATCH));
            }
            batches.getLast().add(model.apply(document));
        }
        return batches;
    }

    private MongoCollection<RawBsonDocument> copy(String collection) {
        return store.getCollection("bulk_" + collection, RawBsonDocument.class);
    }

    /** An empty collection with the indexes of the other, all of them: those of the relay too. */
    private void prepare(String collection) {
        var indexes = new ArrayList<Document>();
        for (var index : store.getCollection(collection).listIndexes()) {
            if (!index.getString("name").equals("_id_")) {
                index.keySet().removeAll(List.of("v", "ns"));
                indexes.add(index);
            }
        }
        store.runCommand(new Document("createIndexes", "bulk_" + collection).append("indexes", indexes));
    }
}
