package dev.keshi.messaging.consumer;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.keshi.contracts.Topics;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers which copies and other read models this service keeps. One that it has not kept before begins with the archive, unless the
 * topics still hold everything and are read from their beginning; what is not archived is read again from the beginning of its topics. So a
 * service whose store is lost comes back, although its group has read everything.
 */
final class SubscriptionStarts {

    private static final Logger log = LoggerFactory.getLogger(SubscriptionStarts.class);

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private static final String REQUEST = "request";
    private static final String ENDED_AT = "endedAt";
    private static final String FAILED_AT = "failedAt";
    private static final String REBUILD = "rebuild";

    private final MongoDatabase database;
    private final MongoCollection<Document> starts;
    private final Subscriptions subscriptions;
    private final ReplayRequests requests;
    private final TopicOffsets offsets;
    private final Ids ids;
    private final Clock clock;

    SubscriptionStarts(
            MongoDatabase database,
            Subscriptions subscriptions,
            ReplayRequests requests,
            TopicOffsets offsets,
            Ids ids,
            Clock clock) {
        this.database = database;
        this.starts = database.getCollection("subscription_starts");
        this.subscriptions = subscriptions;
        this.requests = requests;
        this.offsets = offsets;
        this.ids = ids;
        this.clock = clock;
    }

    /** Before anything is read: afterwards nobody could tell that the beginning was missed. */
    void check() {
        for (var subscription : subscriptions.all()) {
            var model = subscription.readModel();
            if (model != null) {
                if (find(subscription).isEmpty()) {
                    begin(subscription, model);
                }
                find(subscription)
                        .filter(start -> !start.containsKey(ENDED_AT))
                        .map(start -> start.getString(REQUEST))
                        .ifPresent(request -> requests.ask(request, subscription, null, List.of()));
            }
        }
    }

    private Optional<Document> find(Subscription subscription) {
        return Optional.ofNullable(starts.find(eq("_id", subscription.name())).first());
    }

    /** The request is remembered first and has an id of its own: one of a store that is gone was answered long ago. */
    private void begin(Subscription subscription, ReadModel model) {
        boolean archived = Topics.ARCHIVED.containsAll(subscription.topics());
        boolean kept = database.getCollection(model.collection()).find().first() != null;
        if (offsets.wholeHistoryAhead(subscription.topics()) || (kept && !(archived && model.isOfCopies()))) {
            remember(subscription, new Document(ENDED_AT, now()));
        } else if (!archived) {
            log.info("{} is new here and reads its topics again", subscription.name());
            offsets.readAgain(subscription.topics());
            remember(subscription, new Document(ENDED_AT, now()));
        } else {
            log.info("{} is new here and begins with the archive", subscription.name());
            remember(
                    subscription, model.isOfCopies() ? new Document(REQUEST, ids.next()) : new Document(REBUILD, true));
        }
    }

    /**
     * What effects make up follows from events of several aggregates, so their order counts: it is not told beside what comes live, but
     * compared with what the archive leads to.
     */
    void rebuild(Rebuilds rebuilds) {
        for (var start :
                starts.find(and(eq(REBUILD, true), exists(ENDED_AT, false))).into(new ArrayList<>())) {
            var name = start.getString("_id");
            var since = start.getDate("since").toInstant();
            var last = rebuilds.latest().stream()
                    .filter(rebuild -> rebuild.subscription().equals(name)
                            && !rebuild.startedAt().isBefore(since))
                    .findFirst();
            var status = last.map(Rebuild::status);
            if (status.equals(Optional.of(RebuildStatus.COMPLETED))) {
                starts.updateOne(eq("_id", name), Updates.set(ENDED_AT, now()));
                log.info("{} has got its history from the archive", name);
            } else if (status.isEmpty() || last.filter(this::isToBeTriedAgain).isPresent()) {
                start(rebuilds, name);
            }
        }
    }

    private boolean isToBeTriedAgain(Rebuild rebuild) {
        return rebuild.status() == RebuildStatus.FAILED
                && rebuild.endedAt() != null
                && rebuild.endedAt().plus(PAUSE).isBefore(clock.instant());
    }

    private static void start(Rebuilds rebuilds, String subscription) {
        try {
            rebuilds.start(CommandContext.of("system:recovery"), subscription);
        } catch (RebuildProblem.UnderWay another) {
            log.debug("{} is being rebuilt already", subscription);
        }
    }

    private void remember(Subscription subscription, Document how) {
        var fields = new ArrayList<org.bson.conversions.Bson>();
        fields.add(setOnInsert("since", now()));
        how.forEach((name, value) -> fields.add(setOnInsert(name, value)));
        starts.updateOne(eq("_id", subscription.name()), Updates.combine(fields), new UpdateOptions().upsert(true));
    }

    /** The end of what was asked for has come; all of it has, unless some came to a replica that could do nothing with it. */
    void ended(String subscription, String request) {
        var ended = starts.updateOne(
                and(eq("_id", subscription), eq(REQUEST, request), exists(ENDED_AT, false), exists(FAILED_AT, false)),
                Updates.set(ENDED_AT, now()));
        if (ended.getModifiedCount() == 1) {
            log.info("{} has got its history from the archive", subscription);
        }
    }

    /** Not all has come, and no more will. */
    void failed(String subscription, String request) {
        starts.updateOne(
                and(eq("_id", subscription), eq(REQUEST, request), exists(ENDED_AT, false)),
                Updates.set(FAILED_AT, now()));
    }

    /** What the archive gave up some time ago is asked for anew; every replica may do so, it is one request. */
    void askAgain() {
        starts.find(lt(FAILED_AT, Date.from(clock.instant().minus(PAUSE))))
                .into(new ArrayList<>())
                .forEach(start -> subscriptions
                        .named(start.getString("_id"))
                        .ifPresent(subscription -> askAgain(subscription, start.getString(REQUEST))));
    }

    private void askAgain(Subscription subscription, String failed) {
        log.info("{} asks for its history again", subscription.name());
        var request = Ids.derived("start", failed);
        requests.ask(request, subscription, null, List.of());
        starts.updateOne(
                and(eq("_id", subscription.name()), eq(REQUEST, failed)),
                Updates.combine(Updates.set(REQUEST, request), Updates.unset(FAILED_AT)));
    }

    /** Subscriptions whose history is still coming. */
    List<String> underWay() {
        return starts.find(exists(ENDED_AT, false))
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
    }

    private Date now() {
        return Date.from(clock.instant());
    }
}
