package dev.keshi.org.imports;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.nor;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.Lease;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.org.ImportOutcome;
import dev.keshi.org.imports.ImportDocument.Progress;
import dev.keshi.org.imports.table.ImportTable;
import dev.keshi.service.time.RealTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/**
 * Imports are no aggregates: nobody outside hears of them but through what they change. The lease lies beside the job, is
 * judged by the server's clock alone and carries a token that rises with each holder.
 */
@Repository
class MongoImports implements Imports {

    private static final String JOBS = "imports";
    private static final Lease LEASE = Lease.in("lease");
    private static final String PARTS = "import_parts";
    private static final long ORPHANED_AFTER_DAYS = 7;

    private final AggregateStore store;
    private final MongoOperations mongo;
    private final Clock clock;
    private final Clock realTime;

    static StoreIndexes indexes() {
        var onlyOne = new IndexOptions().unique(true).partialFilterExpression(eq("active", true));
        return StoreIndexes.of(JOBS, Indexes.ascending("active"), onlyOne)
                .and(
                        PARTS,
                        Indexes.ascending("keptAt"),
                        new IndexOptions().expireAfter(ORPHANED_AFTER_DAYS, TimeUnit.DAYS));
    }

    MongoImports(AggregateStore store, MongoOperations mongo, Clock clock, RealTime time) {
        this.store = store;
        this.mongo = mongo;
        this.clock = clock;
        this.realTime = time.clock();
    }

    @Override
    public <T> T inTransaction(Supplier<T> body) {
        return store.inTransaction(body);
    }

    @Override
    public Optional<ImportDocument> find(String id) {
        return Optional.ofNullable(jobs().find(eq("_id", id)).first()).map(MongoImports::read);
    }

    @Override
    public List<ImportDocument> latest(int most) {
        return jobs().find()
                .sort(descending("acceptedAt"))
                .limit(most)
                .map(MongoImports::read)
                .into(new ArrayList<>());
    }

    @Override
    public void keepPart(String importId, String table, int chunk, int rows, String json) {
        var id = importId + '/' + table + '/' + chunk;
        parts().replaceOne(
                        eq("_id", id),
                        new Document("_id", id)
                                .append("rows", rows)
                                .append("json", json)
                                // The server removes it by its own clock.
                                .append("keptAt", Date.from(realTime.instant())),
                        new ReplaceOptions().upsert(true));
    }

    @Override
    public Part part(String importId, String table, int chunk) {
        var id = importId + '/' + table + '/' + chunk;
        var part = Optional.ofNullable(parts().find(eq("_id", id)).first())
                .orElseThrow(() -> new IllegalStateException("No part " + id));
        return new Part(part.getInteger("rows"), part.getString("json"));
    }

    @Override
    public void forgetParts(String importId) {
        parts().deleteMany(regex("_id", "^" + Pattern.quote(importId + "/")));
    }

    @Override
    public boolean accept(ImportDocument fresh) {
        try {
            var job = write(fresh)
                    .append("active", true)
                    .append(
                            "lease",
                            new Document("holder", "").append("token", 0L).append("until", new Date(0)));
            jobs().insertOne(job);
            return true;
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw failure;
        }
    }

    @Override
    public Optional<Leased> lease(String holder, Duration time) {
        return Optional.ofNullable(jobs().findOneAndUpdate(
                                and(eq("active", true), LEASE.isFree()),
                                List.of(LEASE.take(holder, time)),
                                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
                .map(job ->
                        new Leased(read(job), job.get("lease", Document.class).getLong("token")));
    }

    @Override
    public boolean save(Leased leased, Duration time) {
        var fields = new Document();
        write(leased.document()).forEach((name, value) -> fields.append(name, new Document("$literal", value)));
        fields.remove("_id");
        var held = and(eq("_id", leased.document().id()), LEASE.isOf(leased.token()), nor(LEASE.isFree()));
        return jobs().updateOne(held, List.of(new Document("$set", fields), LEASE.renew(time)))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public void complete(Leased leased) {
        jobs().updateOne(
                        and(eq("_id", leased.document().id()), eq("active", true)),
                        new Document(
                                        "$set",
                                        new Document("state", ImportStatus.COMPLETED.name())
                                                .append("completedAt", Date.from(clock.instant())))
                                .append("$unset", new Document("active", "")));
    }

    private MongoCollection<Document> jobs() {
        return mongo.getCollection(JOBS);
    }

    private MongoCollection<Document> parts() {
        return mongo.getCollection(PARTS);
    }

    private static Document write(ImportDocument job) {
        return new Document("_id", job.id())
                .append("actor", job.actor())
                .append("state", job.state().name())
                .append("effectiveOn", job.effectiveOn().toString())
                .append("acceptedAt", Date.from(job.acceptedAt()))
                .append(
                        "completedAt",
                        Optional.ofNullable(job.completedAt()).map(Date::from).orElse(null))
                .append("table", job.table().name())
                .append("chunk", job.chunk())
                .append(
                        "progress",
                        job.progress().stream().map(MongoImports::write).toList());
    }

    private static Document write(Progress progress) {
        var outcome = progress.outcome();
        return new Document("table", progress.table().name())
                .append("total", progress.total())
                .append("chunks", progress.chunks())
                .append("done", progress.done())
                .append("created", outcome.created())
                .append("changed", outcome.changed())
                .append("unchanged", outcome.unchanged())
                .append("skipped", outcome.skipped());
    }

    private static ImportDocument read(Document job) {
        return new ImportDocument(
                job.getString("_id"),
                job.getString("actor"),
                ImportStatus.valueOf(job.getString("state")),
                LocalDate.parse(job.getString("effectiveOn")),
                instant(job, "acceptedAt").orElseThrow(),
                instant(job, "completedAt").orElse(null),
                ImportTable.valueOf(job.getString("table")),
                job.getInteger("chunk"),
                job.getList("progress", Document.class).stream()
                        .map(MongoImports::progress)
                        .toList());
    }

    private static Progress progress(Document progress) {
        return new Progress(
                ImportTable.valueOf(progress.getString("table")),
                progress.getInteger("total"),
                progress.getInteger("chunks"),
                progress.getInteger("done"),
                new ImportOutcome(
                        progress.getInteger("created"),
                        progress.getInteger("changed"),
                        progress.getInteger("unchanged"),
                        progress.getInteger("skipped")));
    }

    private static Optional<Instant> instant(Document job, String field) {
        return Optional.ofNullable(job.getDate(field)).map(Date::toInstant);
    }
}
