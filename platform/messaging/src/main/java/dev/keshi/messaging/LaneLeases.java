package dev.keshi.messaging;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;

/**
 * Which lanes this replica publishes for. A lane's document names the member that holds it, and only that member or its
 * heirs write it: renewing all lanes is one write, of the member's own document. A lane is free when its member is none
 * any more. Lane documents are never deleted and their {@code token} rises with each new holder. Each replica takes a
 * fair share.
 */
final class LaneLeases {

    private static final String OWNER = "owner";
    private static final String NOBODY = "";

    private final MongoCollection<Document> lanes;
    private final RelayMembers members;
    private final Duration leaseTime;

    private boolean member;
    private volatile boolean alone;
    private Set<Integer> held = Set.of();
    /** Still this replica's, but no longer published for: given away as soon as nothing is on its way in them. */
    private Set<Integer> leaving = Set.of();

    private long validUntilNanos = System.nanoTime();

    LaneLeases(MongoDatabase database, String replica, Duration leaseTime) {
        this.lanes = database.getCollection("outbox_lanes")
                .withReadPreference(ReadPreference.primary())
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.members = new RelayMembers(database, replica, leaseTime);
        this.leaseTime = leaseTime;
    }

    /** Makes the lane documents when they are not there yet. */
    void prepare() {
        var fresh = IntStream.range(0, Lanes.COUNT)
                .mapToObj(
                        lane -> new Document("_id", lane).append(OWNER, NOBODY).append("token", 0L))
                .toList();
        try {
            lanes.insertMany(fresh, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException exist) {
            if (exist.getWriteErrors().stream().anyMatch(error -> error.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
                throw exist;
            }
        }
    }

    /**
     * Renews what is held in one write, gives away what is more than a fair share, takes what is free.
     *
     * @param busy lanes with records in flight, asked for after a lane is held no more: the next holder must not send
     *     again what is still on its way
     * @return lanes that must be swept: those that are new to this replica, and all when the renewal came too late
     */
    Set<Integer> renew(Supplier<Set<Integer>> busy) {
        long started = System.nanoTime();
        var known = held();
        if (!member || !members.renew()) {
            hold(Set.of());
            leaving = Set.of();
            member = false;
            members.join();
            member = true;
        }
        int replicas = members.expelSilent();
        alone = replicas == 1;
        share(Math.ceilDiv(Lanes.COUNT, replicas), busy);
        synchronized (this) {
            validUntilNanos = started + leaseTime.toNanos() * 3 / 4;
            var gained = new HashSet<>(held);
            gained.removeAll(known);
            return gained;
        }
    }

    /** Whether no other replica published at the last renewal. */
    boolean isAlone() {
        return alone;
    }

    /** Whether the lane may be published for at this instant; false as soon as a renewal is overdue. */
    synchronized boolean holds(int lane) {
        return held.contains(lane) && isValid();
    }

    synchronized Set<Integer> held() {
        return isValid() ? held : Set.of();
    }

    /** At a graceful stop, so that others need not wait for the lease to run out. */
    void release() {
        hold(Set.of());
        leaving = Set.of();
        member = false;
        members.leave();
    }

    /** When a write fails nobody knows what is held; the next renewal then begins with nothing, under a fresh id. */
    private void share(int fairShare, Supplier<Set<Integer>> busy) {
        int surplus = held.size() - fairShare;
        if (surplus == 0 && leaving.isEmpty()) {
            return;
        }
        member = false;
        if (surplus > 0) {
            withhold(surplus, busy.get());
        }
        if (surplus >= 0) {
            giveAway(busy.get());
        } else {
            takeFree(-surplus - leaving.size());
            leaving = Set.of();
            hold(holdings());
        }
        member = true;
    }

    private void withhold(int count, Set<Integer> busy) {
        var surplus = held.stream()
                .sorted(Comparator.comparing(busy::contains))
                .limit(count)
                .collect(Collectors.toCollection(HashSet::new));
        var kept = new HashSet<>(held);
        kept.removeAll(surplus);
        hold(kept);
        surplus.addAll(leaving);
        leaving = surplus;
    }

    private void giveAway(Set<Integer> busy) {
        var idle = new HashSet<>(leaving);
        idle.removeAll(busy);
        if (!idle.isEmpty()) {
            lanes.updateMany(and(eq(OWNER, members.self()), in("_id", idle)), Updates.set(OWNER, NOBODY));
            leaving = leaving.stream().filter(busy::contains).collect(Collectors.toSet());
        }
    }

    /** Lanes are read before members: a holder that is not found among them was one and never will be again. */
    private void takeFree(int count) {
        var free = lanes.aggregate(List.of(
                        Aggregates.group("$" + OWNER, Accumulators.push("lanes", "$_id")),
                        Aggregates.lookup(RelayMembers.COLLECTION, "_id", "_id", "members"),
                        Aggregates.match(eq("members", List.of()))))
                .into(new ArrayList<>());
        var holders = free.stream().map(group -> group.getString("_id")).toList();
        var wanted = free.stream()
                .flatMap(group -> group.getList("lanes", Integer.class).stream())
                .limit(Math.max(0, count))
                .toList();
        if (!wanted.isEmpty()) {
            lanes.updateMany(
                    and(in("_id", wanted), in(OWNER, holders)),
                    Updates.combine(Updates.set(OWNER, members.self()), Updates.inc("token", 1L)));
        }
    }

    private Set<Integer> holdings() {
        var mine = new HashSet<Integer>();
        lanes.find(eq(OWNER, members.self())).forEach(lane -> mine.add(lane.getInteger("_id")));
        return mine;
    }

    private synchronized void hold(Set<Integer> lanesNow) {
        held = lanesNow;
    }

    private boolean isValid() {
        return System.nanoTime() - validUntilNanos < 0;
    }
}
