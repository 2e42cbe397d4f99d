package dev.keshi.chaos;

import com.mongodb.MongoException;
import dev.keshi.chaos.ledger.Broken;
import dev.keshi.chaos.ledger.Invariant;
import dev.keshi.launcher.platform.ConsumerLag;
import dev.keshi.launcher.platform.Service;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/** Waits until nothing is on its way any more: outboxes are empty, everything published is worked off, nothing is parked. */
final class Settling {

    /** What reliability promises after healing. */
    static final Duration PROMISED = Duration.ofSeconds(60);

    private static final String POISON = "poison-";
    private static final List<Service> READERS = List.of(
            Service.ORG,
            Service.WORKFLOW,
            Service.PERFORMANCE,
            Service.TRAINING,
            Service.RISK,
            Service.NOTIFICATION,
            Service.REPORTING);

    private final Stage stage;
    private final Duration patience;
    private final Map<String, Long> before;

    Settling(Stage stage, Duration patience) {
        this.stage = stage;
        this.patience = patience;
        this.before = lasting();
    }

    /** What lay there when the round began is of another round. */
    private Map<String, Long> lasting() {
        try {
            var lasting = new TreeMap<>(stage.stores().pending());
            lasting.putAll(stage.stores().deadLetters(POISON));
            return lasting;
        } catch (MongoException away) {
            return Map.of();
        }
    }

    /** @return what is still not at rest when the patience is over */
    Optional<Broken> await(long healedNanos) {
        String unrest = "";
        boolean rests = false;
        try (var lag = new ConsumerLag(stage.platform().status().kafka())) {
            // Empty twice: what an event led to may have been on its way between two looks.
            boolean empty = false;
            while (!rests && System.nanoTime() - healedNanos <= patience.toNanos()) {
                unrest = unrest(lag);
                rests = empty && unrest.isEmpty();
                empty = unrest.isEmpty();
                LockSupport.parkNanos(100_000_000);
            }
        }
        return rests
                ? Optional.empty()
                : Optional.of(new Broken(
                        Invariant.I10,
                        "%d s after healing: %s"
                                .formatted(patience.toSeconds(), unrest.isEmpty() ? "not yet known to rest" : unrest)));
    }

    private String unrest(ConsumerLag lag) {
        try {
            var waiting = new TreeMap<String, Object>(stage.stores().pending());
            waiting.putAll(stage.stores().deadLetters(POISON));
            before.forEach((name, count) -> waiting.remove(name, count));
            for (Service service : READERS) {
                OptionalLong behind = lag.of(service);
                if (behind.isEmpty() || behind.getAsLong() > 0) {
                    waiting.put("lag of " + service.module(), behind);
                }
            }
            return waiting.isEmpty() ? "" : waiting.toString();
        } catch (MongoException away) {
            return "MongoDB: " + away.getMessage();
        }
    }
}
