package dev.keshi.chaos;

import dev.keshi.chaos.fault.Fault;
import dev.keshi.chaos.ledger.Broken;
import dev.keshi.chaos.ledger.Invariant;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * After the last fault: what people did in one service has led to what it should in the others, once, over the whole run. Some of it follows by
 * sweeps, which have as long for it as everything else has to come to rest.
 */
final class Consequences {

    private final Stage stage;
    private final Duration patience;
    private final Consumer<String> progress;

    /** @param patience how long sweeps may take */
    Consequences(Stage stage, Duration patience, Consumer<String> progress) {
        this.stage = stage;
        this.patience = patience;
        this.progress = progress;
    }

    Row row() {
        long begin = System.nanoTime();
        var broken = broken();
        while (!broken.isEmpty() && System.nanoTime() - begin < patience.toNanos()) {
            LockSupport.parkNanos(500_000_000);
            broken = broken();
        }
        var took = Duration.ofNanos(System.nanoTime() - begin);
        var operations = stage.ledger().since(0).stream()
                .filter(operation -> operation.kind().hasConsequences())
                .toList();
        progress.accept("Z: what %d operations led to in other services, after %.1f s%s"
                .formatted(operations.size(), took.toMillis() / 1e3, broken.isEmpty() ? "" : ", BROKEN: " + broken));
        return new Row(
                new Fault("Z", "what follows in other services", _ -> List.of()),
                1,
                0,
                broken.isEmpty() ? 0 : 1,
                operations,
                broken,
                took,
                took);
    }

    private List<Broken> broken() {
        return stage.log().catchUp()
                ? stage.loopAudit().check()
                : List.of(new Broken(Invariant.I10, "Kafka cannot be read to its end"));
    }
}
