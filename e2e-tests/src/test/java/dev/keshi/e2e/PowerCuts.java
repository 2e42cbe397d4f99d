package dev.keshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/** Ends processes amid a command, as a power cut would, and starts them again, while a crowd works. */
final class PowerCuts {

    /** Requests that must be approved, and commands that must be carried out, before a process counts as back. */
    private static final int MORE = 2;

    /** Requests that are approved without it. */
    private static final int WHILE_AWAY = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Crowd crowd;
    private final LeaveLedger leave;
    private final DepartmentLedger departments;
    private final ReadingLedger reading;

    PowerCuts(Crowd crowd, LeaveLedger leave, DepartmentLedger departments, ReadingLedger reading) {
        this.crowd = crowd;
        this.leave = leave;
        this.departments = departments;
        this.reading = reading;
    }

    /**
     * @param amid whose command is on its way when the process is killed
     * @param needed whether no request can be approved without it; when it is not, requests are approved while it is away
     * @param meanwhile is done while it is away
     */
    record Victim(
            String name,
            List<PersistentCaller> amid,
            boolean needed,
            Runnable kill,
            Runnable meanwhile,
            Runnable start) {}

    void of(Victim victim) {
        crowd.awaitAtLeast(MORE, this::leastDone);
        int approved = approved();
        int lost = lost();
        int refused = refused();
        long begin = System.nanoTime();

        awaitCommandOf(victim.amid());
        victim.kill().run();
        try {
            if (victim.needed()) {
                crowd.awaitAtLeast(lost + refused + 1, () -> lost() + refused());
            } else {
                crowd.awaitAtLeast(approved + WHILE_AWAY, this::approved);
            }
            victim.meanwhile().run();
        } finally {
            victim.start().run();
        }
        grow(this::approved);
        grow(() -> departments.moved().size());
        grow(() -> reading.read().size());

        System.out.printf(
                "%s killed: %d calls without an answer, %d refused, %d requests approved until everybody had gone on after %.1f s%n",
                victim.name(),
                lost() - lost,
                refused() - refused,
                approved() - approved,
                (System.nanoTime() - begin) / 1e9);
    }

    /** The next command: a process is to be killed while it is at work. */
    private static void awaitCommandOf(List<PersistentCaller> people) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (people.stream().noneMatch(PersistentCaller::hasCommandOnItsWay)) {
            assertThat(System.nanoTime()).as("nobody does anything").isLessThan(deadline);
            LockSupport.parkNanos(100_000);
        }
    }

    private void grow(IntSupplier count) {
        crowd.awaitAtLeast(count.getAsInt() + MORE, count);
    }

    private int leastDone() {
        return Stream.of(approved(), departments.moved().size(), reading.read().size())
                .min(Integer::compare)
                .orElseThrow();
    }

    private int approved() {
        return leave.approved().size();
    }

    private int lost() {
        return people().mapToInt(PersistentCaller::lost).sum();
    }

    private int refused() {
        return people().mapToInt(PersistentCaller::refused).sum();
    }

    private Stream<PersistentCaller> people() {
        return Stream.concat(leave.people().stream(), Stream.of(departments.personnel(), reading.reader()));
    }
}
