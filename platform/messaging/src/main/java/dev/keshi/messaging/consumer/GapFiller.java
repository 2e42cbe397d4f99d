package dev.keshi.messaging.consumer;

import dev.keshi.contracts.operations.EventRange;
import dev.keshi.messaging.Ids;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after keys that are parked because an event before them is missing: asks the archive for it, and lets the key go on
 * when it has come.
 */
final class GapFiller {

    private static final Logger log = LoggerFactory.getLogger(GapFiller.class);

    private static final int KEYS = 100;
    private static final int LETTERS = 500;

    private final DeadLetters deadLetters;
    private final ParkedKeys parkedKeys;
    private final Subscriptions subscriptions;
    private final SubscriptionStarts starts;
    private final ReplayRequests requests;
    private final Ids ids;

    GapFiller(
            DeadLetters deadLetters,
            ParkedKeys parkedKeys,
            Subscriptions subscriptions,
            SubscriptionStarts starts,
            ReplayRequests requests,
            Ids ids) {
        this.deadLetters = deadLetters;
        this.parkedKeys = parkedKeys;
        this.subscriptions = subscriptions;
        this.starts = starts;
        this.requests = requests;
        this.ids = ids;
    }

    /** @return whether there may be more to do at once */
    boolean round() {
        starts.askAgain();
        var due = deadLetters.due(KEYS);
        var asked = new LinkedHashMap<String, List<EventRange>>();
        for (var key : due) {
            if (deadLetters.hasCome(key)) {
                goOn(key);
            } else if (deadLetters.asking(key)) {
                asked.computeIfAbsent(key.getString("subscription"), _ -> new ArrayList<>())
                        .add(DeadLetters.missing(key));
            }
        }
        var starting = asked.isEmpty() ? List.<String>of() : starts.underWay();
        asked.forEach((name, ranges) -> subscriptions
                .named(name)
                .filter(_ -> !starting.contains(name))
                .ifPresent(subscription -> {
                    log.info("{} asks the archive for what {} keys miss", name, ranges.size());
                    requests.ask(ids.next(), subscription, null, ranges);
                }));
        return due.size() == KEYS;
    }

    private void goOn(Document key) {
        try {
            var redrive = parkedKeys.redrive(key.getString("_id"), LETTERS);
            log.info("{} {}: {}", key.getString("subscription"), key.getString("key"), redrive);
        } catch (ParkedKeyProblem othersAreAtIt) {
            log.debug("{} is looked after already", key.getString("key"));
        }
    }
}
