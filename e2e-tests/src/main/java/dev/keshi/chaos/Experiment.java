package dev.keshi.chaos;

import dev.keshi.chaos.fault.Fault;
import dev.keshi.chaos.fault.NotReached;
import dev.keshi.chaos.fault.Strike;
import dev.keshi.chaos.ledger.Broken;
import dev.keshi.chaos.ledger.Invariant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Rounds of one fault: load, the fault at a random moment, healing, rest, comparison with the ledger. */
public final class Experiment {

    /** People go on for a while after the healing, so that it shows whether they can. */
    private static final Duration AFTERWARDS = Duration.ofMillis(1_200);

    private final Stage stage;
    private final long seed;
    private final Consumer<String> progress;
    private final UnaryOperator<List<Strike>> wanted;
    private final Duration patience;
    private int missed;
    private int red;

    public Experiment(Stage stage, long seed, Consumer<String> progress) {
        this(stage, seed, progress, strikes -> strikes, Settling.PROMISED);
    }

    /**
     * @param wanted chooses among the strikes of a fault
     * @param patience how long the platform may take to come to rest
     */
    Experiment(
            Stage stage, long seed, Consumer<String> progress, UnaryOperator<List<Strike>> wanted, Duration patience) {
        this.patience = patience;
        this.wanted = wanted;
        this.stage = stage;
        this.seed = seed;
        this.progress = progress;
    }

    /** What a run with this seed does. */
    static List<Strike> strikes(Fault fault, long seed) {
        return fault.plan().strikes(chance(fault, seed));
    }

    private static Random chance(Fault fault, long seed) {
        return new Random(seed * 31 + fault.id().hashCode());
    }

    public Row run(Fault fault) throws Exception {
        long begin = System.nanoTime();
        var chance = chance(fault, seed);
        int place = stage.ledger().size();
        int logged = stage.log().size();
        var broken = new ArrayList<Broken>();
        var settled = Duration.ZERO;
        int rounds = 0;
        missed = 0;
        red = 0;
        for (Strike strike : wanted.apply(fault.plan().strikes(chance))) {
            rounds++;
            var rest = round(fault, strike, chance, broken);
            settled = rest.compareTo(settled) > 0 ? rest : settled;
        }
        // Once more over all rounds: what was unknown in one may have come true in a later one.
        broken.addAll(stage.audit().of(place, stage.log().since(logged)));
        broken.addAll(stage.poisonAudit());
        return new Row(
                fault,
                rounds,
                missed,
                red,
                stage.ledger().since(place),
                broken.stream().distinct().toList(),
                settled,
                Duration.ofNanos(System.nanoTime() - begin));
    }

    /** @return how long it took to settle */
    private Duration round(Fault fault, Strike strike, Random chance, List<Broken> broken) throws Exception {
        int place = stage.ledger().size();
        int logged = stage.log().size();
        var settling = new Settling(stage, patience);
        stage.load().begin();
        LockSupport.parkNanos(Duration.ofMillis(300 + chance.nextInt(1_200)).toNanos());
        long healed;
        long mending;
        try {
            strike.hit().run();
            pause(strike.hold());
        } catch (NotReached notThisTime) {
            missed++;
            progress.accept("%s: %s".formatted(fault.id(), notThisTime.getMessage()));
        } finally {
            mending = System.nanoTime();
            stage.load().ease();
            strike.heal().run();
            healed = System.nanoTime();
        }
        pause(AFTERWARDS);
        stage.load().rest();
        int before = broken.size();
        settling.await(healed).ifPresent(broken::add);
        var settled = Duration.ofNanos(System.nanoTime() - healed);
        if (stage.log().catchUp()) {
            broken.addAll(stage.audit().of(place, stage.log().since(logged)));
        } else {
            broken.add(new Broken(Invariant.I10, "Kafka cannot be read to its end"));
        }
        if (broken.size() > before) {
            red++;
        }
        progress.accept("%s %s: %d operations, mended in %.1f s, settled after %.1f s%s"
                .formatted(
                        fault.id(),
                        strike.what(),
                        stage.ledger().size() - place,
                        (healed - mending) / 1e9,
                        settled.toMillis() / 1e3,
                        broken.size() == before ? "" : ", BROKEN: " + broken.subList(before, broken.size())));
        return settled;
    }

    private static void pause(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }
}
