package dev.keshi.messaging;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.expr;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Which lanes this replica publishes for. Leases are judged by the clock of the MongoDB server alone, so replicas with
 * wrong clocks do not matter; a lease document is never deleted and its {@code token} rises with each new holder.
 * Replicas announce themselves and each takes a fair share.
 */
final class LaneLeases {

    private static final Document EXPIRED = new Document("$lte", List.of("$until", "$$NOW"));
    private static final Document VALID = new Document("$gt", List.of("$until", "$$NOW"));

    private final MongoCollection<Document> lanes;
    private final MongoCollection<Document> members;
    private final String owner;
    private final Duration leaseTime;

    private Set<Integer> held = Set.of();
    private long validUntilNanos;

    LaneLeases(MongoDatabase database, String owner, Duration leaseTime) {
        this.lanes = database.getCollection("outbox_lanes");
        this.members = database.getCollection("outbox_members");
        this.owner = owner;
        this.leaseTime = leaseTime;
    }

    /** Makes the lease documents when they are not there yet. */
    void prepare() {
        var fresh = IntStream.range(0, Lanes.COUNT)
                .mapToObj(lane -> new Document("_id", lane)
                        .append("owner", "")
                        .append("token", 0L)
                        .append("until", new java.util.Date(0)))
                .toList();
        try {
            lanes.insertMany(fresh, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException exist) {
            if (exist.getWriteErrors().stream().anyMatch(error -> error.getCode() != 11000)) {
                throw exist;
            }
        }
    }

    /**
     * Renews what is held in one write, gives away what is more than a fair share, takes what is free.
     *
     * @param busy lanes with records in flight, which are not given away now
     * @return lanes that are new to this replica and must be swept
     */
    Set<Integer> renew(Collection<Integer> busy) {
        long started = System.nanoTime();
        announce();
        lanes.updateMany(and(eq("owner", owner), expr(VALID)), List.of(setUntil()));
        var mine = holdings();
        int fairShare = fairShare();
        if (mine.size() > fairShare) {
            giveAway(mine, mine.size() - fairShare, busy);
        } else if (mine.size() < fairShare) {
            takeFree(fairShare - mine.size());
        }
        var now = holdings();
        var gained = new HashSet<>(now);
        synchronized (this) {
            gained.removeAll(held);
            held = now;
            validUntilNanos = started + leaseTime.toNanos() * 3 / 4;
        }
        return gained;
    }

    /** Whether the lane may be published for at this instant; false as soon as a renewal is overdue. */
    synchronized boolean holds(int lane) {
        return held.contains(lane) && System.nanoTime() - validUntilNanos < 0;
    }

    synchronized Set<Integer> held() {
        return System.nanoTime() - validUntilNanos < 0 ? held : Set.of();
    }

    /** At a graceful stop, so that others need not wait for the lease to run out. */
    void release() {
        synchronized (this) {
            held = Set.of();
        }
        lanes.updateMany(eq("owner", owner), List.of(free()));
        members.deleteOne(eq("_id", owner));
    }

    private void announce() {
        members.updateOne(eq("_id", owner), List.of(setUntil()), new UpdateOptions().upsert(true));
    }

    private int fairShare() {
        long alive = Math.max(1, members.countDocuments(expr(VALID)));
        return (int) Math.ceilDiv(Lanes.COUNT, alive);
    }

    private Set<Integer> holdings() {
        var mine = new HashSet<Integer>();
        lanes.find(and(eq("owner", owner), expr(VALID))).forEach(lane -> mine.add(lane.getInteger("_id")));
        return mine;
    }

    private void giveAway(Set<Integer> mine, int count, Collection<Integer> busy) {
        var idle =
                mine.stream().filter(lane -> !busy.contains(lane)).limit(count).toList();
        synchronized (this) {
            var kept = new HashSet<>(held);
            idle.forEach(kept::remove);
            held = kept;
        }
        lanes.updateMany(and(eq("owner", owner), in("_id", idle)), List.of(free()));
    }

    private void takeFree(int count) {
        var free = new ArrayList<Integer>();
        lanes.find(expr(EXPIRED)).limit(count).forEach(lane -> free.add(lane.getInteger("_id")));
        if (!free.isEmpty()) {
            lanes.updateMany(and(in("_id", free), expr(EXPIRED)), List.of(claim()));
        }
    }

    private Bson claim() {
        return new Document(
                "$set",
                new Document("owner", new Document("$literal", owner))
                        .append("token", new Document("$add", List.of("$token", 1L)))
                        .append("until", untilFromNow()));
    }

    private Bson setUntil() {
        return new Document("$set", new Document("until", untilFromNow()));
    }

    private static Bson free() {
        return new Document("$set", new Document("until", new java.util.Date(0)));
    }

    private Document untilFromNow() {
        return new Document("$add", List.of("$$NOW", leaseTime.toMillis()));
    }
}
