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
import dev.keshi.messaging.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers which copies this service keeps. One that it has not kept before begins with the archive, unless the topics
 * still hold everything and are read from their beginning.
 */
final class SubscriptionStarts {

    private static final Logger log = LoggerFactory.getLogger(SubscriptionStarts.class);

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private static final String REQUEST = "request";
    private static final String ENDED_AT = "endedAt";
    private static final String FAILED_AT = "failedAt";

    private final MongoCollection<Document> starts;
    private final Subscriptions subscriptions;
    private final ReplayRequests requests;
    private final TopicOffsets offsets;
    private final Clock clock;

    SubscriptionStarts(
            MongoDatabase database,
            Subscriptions subscriptions,
            ReplayRequests requests,
            TopicOffsets offsets,
            Clock clock) {
        this.starts = database.getCollection("subscription_starts");
        this.subscriptions = subscriptions;
        this.requests = requests;
        this.offsets = offsets;
        this.clock = clock;
    }

    /** Before anything is read: afterwards nobody could tell that the beginning was missed. */
    void check() {
        for (var subscription : subscriptions.all()) {
            if (subscription instanceof Subscription.ToProjection
                    && Topics.ARCHIVED.containsAll(subscription.topics())
                    && starts.find(eq("_id", subscription.name())).first() == null) {
                begin(subscription);
            }
        }
    }

    private void begin(Subscription subscription) {
        if (offsets.wholeHistoryAhead(subscription.topics())) {
            remember(subscription, new Document(ENDED_AT, now()));
            return;
        }
        log.info("{} is new here and begins with the archive", subscription.name());
        var request = Ids.derived("start", requests.topic() + '\n' + subscription.name());
        // Asked first: after a crash it is asked again, which is no second request.
        requests.ask(request, subscription, null, List.of());
        remember(subscription, new Document(REQUEST, request));
    }

    private void remember(Subscription subscription, Document how) {
        var fields = new ArrayList<org.bson.conversions.Bson>();
        fields.add(setOnInsert("since", now()));
        how.forEach((name, value) -> fields.add(setOnInsert(name, value)));
        starts.updateOne(eq("_id", subscription.name()), Updates.combine(fields), new UpdateOptions().upsert(true));
    }

    /** All that was asked for has come. */
    void ended(String subscription, String request) {
        var ended = starts.updateOne(
                and(eq("_id", subscription), eq(REQUEST, request), exists(ENDED_AT, false)),
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
