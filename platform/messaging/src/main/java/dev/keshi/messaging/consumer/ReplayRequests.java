package dev.keshi.messaging.consumer;

import dev.keshi.contracts.operations.EventRange;
import dev.keshi.contracts.operations.ReplayRequestedV1;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.NewAggregate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the archive for events, by an event of its own; what is asked for arrives on the service's topic of replays. */
final class ReplayRequests {

    static final String COLLECTION = "replay_requests";

    private static final Duration KEPT = Duration.ofDays(30);

    private final AggregateCollection<ReplayRequestDocument> requests;
    private final String topic;
    private final String ownTopic;
    private final Clock clock;

    /**
     * @param topic where the events shall come
     * @param ownTopic where this service publishes
     */
    ReplayRequests(AggregateCollection<ReplayRequestDocument> requests, String topic, String ownTopic, Clock clock) {
        this.requests = requests;
        this.topic = topic;
        this.ownTopic = ownTopic;
        this.clock = clock;
    }

    String topic() {
        return topic;
    }

    /** The same id again asks nothing new. */
    void ask(String id, Subscription subscription, @Nullable String rebuildId, List<EventRange> ranges) {
        var document = new ReplayRequestDocument(
                subscription.name(), rebuildId, ranges.size(), clock.instant().plus(KEPT));
        var asked = new ReplayRequestedV1(
                id,
                topic,
                subscription.name(),
                rebuildId,
                sources(subscription),
                subscription.aggregateKind(),
                subscription.typesWanted(),
                ranges);
        requests.createMissing(
                CommandContext.of("system:replays"),
                List.of(new NewAggregate<>(id, new Change<>(document, List.of(asked)))));
    }

    /** The service's own events are answers to those of others, so they come after them. */
    private List<String> sources(Subscription subscription) {
        var others = subscription.topics().stream()
                .filter(source -> !source.equals(ownTopic))
                .sorted();
        var own = subscription.topics().stream().filter(ownTopic::equals);
        return java.util.stream.Stream.concat(others, own).toList();
    }
}
