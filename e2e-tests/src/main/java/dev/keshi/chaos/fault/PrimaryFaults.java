package dev.keshi.chaos.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** F6: the primary of a replica set is killed, stands still, steps down, or dies with what the others have not heard of. */
public final class PrimaryFaults {

    /** Shorter than an election, before which the primary would give up; people work for the whole of it. */
    private static final Duration ALONE = Duration.ofMillis(2_000);

    private final MongoTrio members;

    public PrimaryFaults(MongoTrio members) {
        this.members = members;
    }

    /** @param each how often each kind */
    public Fault lostPrimaries(int each) {
        return new Fault("F6", "primary of three lost", chance -> {
            var strikes = new ArrayList<Strike>();
            for (int time = 0; time < each; time++) {
                strikes.addAll(List.of(killed(chance), stopped(chance), steppedDown(), alone()));
            }
            Collections.shuffle(strikes, chance);
            return strikes;
        });
    }

    private Strike killed(Random chance) {
        var victim = new AtomicInteger();
        return new Strike(
                "kill -9",
                () -> {
                    victim.set(members.awaitPrimary());
                    members.kill(victim.get());
                },
                Duration.ofMillis(3_000 + chance.nextInt(4_000)),
                () -> {
                    members.start(victim.get());
                    members.awaitPrimary();
                });
    }

    private Strike stopped(Random chance) {
        var victim = new AtomicInteger();
        return new Strike(
                "SIGSTOP",
                () -> {
                    victim.set(members.awaitPrimary());
                    Signals.stop(members.pid(victim.get()));
                },
                Duration.ofMillis(5_000 + chance.nextInt(5_000)),
                () -> {
                    Signals.goOn(members.pid(victim.get()));
                    members.awaitPrimary();
                });
    }

    private Strike steppedDown() {
        return new Strike(
                "step down",
                () -> members.stepDown(members.awaitPrimary()),
                Duration.ofSeconds(1),
                members::awaitPrimary);
    }

    /** For a moment the others hear nothing; then the primary dies, and they go on without what only it knew. */
    private Strike alone() {
        var victim = new AtomicInteger();
        return new Strike(
                "kill -9 while the others lag",
                () -> {
                    int primary = members.awaitPrimary();
                    victim.set(primary);
                    var others = members.others(primary);
                    others.forEach(other -> Signals.stop(members.pid(other)));
                    LockSupport.parkNanos(ALONE.toNanos());
                    members.kill(primary);
                    others.forEach(other -> Signals.goOn(members.pid(other)));
                },
                Duration.ZERO,
                () -> {
                    // Before it is back: it knows most and would be elected, and nothing would have been lost.
                    members.awaitPrimary();
                    members.start(victim.get());
                    members.awaitPrimary();
                });
    }
}
