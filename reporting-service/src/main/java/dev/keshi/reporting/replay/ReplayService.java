package dev.keshi.reporting.replay;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.operations.ReplayEndedV1;
import dev.keshi.contracts.operations.ReplayOpenedV1;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Ids;
import dev.keshi.messaging.Versioned;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;

/** Opens and cancels replays. */
@Service
public class ReplayService {

    private final AggregateCollection<ReplayDocument> replays;
    private final MongoReplays store;
    private final ReplayTopics topics;
    private final ReplayRunner runner;
    private final ReplayProperties properties;
    private final Ids ids;
    private final Clock clock;

    ReplayService(
            AggregateCollection<ReplayDocument> replays,
            MongoReplays store,
            ReplayTopics topics,
            ReplayRunner runner,
            ReplayProperties properties,
            Ids ids,
            Clock clock) {
        this.replays = replays;
        this.store = store;
        this.topics = topics;
        this.runner = runner;
        this.properties = properties;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws ReplayProblem when the topic will not do or the caller has too many already */
    public ReplayView open(CommandContext context, ReplayOrder order) {
        var id = ids.forCommand("replay", context);
        if (replays.find(id).isEmpty()) {
            topics.require(context.actor(), order.topic());
            if (store.active(context.actor()) >= properties.activePerCaller()) {
                throw new ReplayProblem.TooMany(properties.activePerCaller());
            }
        }
        createInFreeSlot(id, context, order);
        runner.wake();
        return store.find(id).orElseThrow(() -> new ReplayProblem.Unknown(id)).state();
    }

    /** A unique index holds each slot for one replay, so that of many requests at once no more come through than there are slots. */
    private void createInFreeSlot(String id, CommandContext context, ReplayOrder order) {
        var state = ReplayDocument.of(context.actor(), order, clock.instant());
        var opened = List.<PublishedEvent>of(new ReplayOpenedV1(
                id, order.topic(), order.types(), order.aggregate(), order.key(), order.from(), order.to()));
        for (int slot = 1; slot <= properties.activePerCaller(); slot++) {
            try {
                replays.create(id, context, new Change<>(state.inSlot(slot), opened));
                return;
            } catch (AggregateFailure.AlreadyExists taken) {
                if (replays.find(id).isPresent()) {
                    throw taken;
                }
            }
        }
        throw new ReplayProblem.TooMany(properties.activePerCaller());
    }

    /**
     * What was sent stays where it is. A part that is on its way when it is cancelled still arrives: it is counted in the view, and not in
     * the event that tells of the end.
     *
     * @throws ReplayProblem when it has ended, or a service asked for it and waits for all of it
     */
    public Versioned<ReplayView> cancel(CommandContext context, String id) {
        replays.change(id, context, state -> {
            long sent = sent(id);
            if (!state.isActive()) {
                throw new ReplayProblem.Ended(id);
            }
            if (state.requestId() != null) {
                throw new ReplayProblem.OfService(id);
            }
            var cancelled = state.ended(ReplayStatus.CANCELLED, sent, null, clock.instant());
            return new Change<>(
                    cancelled, List.of(new ReplayEndedV1(id, state.requestId(), ReplayStatus.CANCELLED.name(), sent)));
        });
        return store.find(id).orElseThrow(() -> new ReplayProblem.Unknown(id));
    }

    private long sent(String id) {
        return store.find(id)
                .orElseThrow(() -> new ReplayProblem.Unknown(id))
                .state()
                .sent();
    }
}
