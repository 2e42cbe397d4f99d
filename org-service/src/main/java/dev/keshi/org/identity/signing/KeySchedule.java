package dev.keshi.org.identity.signing;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which key signs, and when the next one is due.
 *
 * @param period how long a key signs
 * @param lead how long before its first signature it is published
 * @param afterlife how long after its last signature tokens of it are still accepted
 */
record KeySchedule(Duration period, Duration lead, Duration afterlife) {

    KeySchedule {
        if (period.compareTo(lead) <= 0) {
            throw new IllegalArgumentException("A key must sign longer than it waits: " + period + ", " + lead);
        }
    }

    /** A key that is to be made; the number makes it the same plan for every replica. */
    record Plan(int number, Instant signsFrom, Instant notAfter) {}

    /** The youngest key that may sign now. */
    <K extends Timed> Optional<K> signing(List<K> keys, Instant now) {
        return keys.stream()
                .filter(key -> !key.signsFrom().isAfter(now)
                        && now.isBefore(key.notAfter().minus(afterlife)))
                .max(Comparator.comparing(Timed::number));
    }

    /** What is due: the first key at once, the next one a lead before the newest has signed for its period. */
    Optional<Plan> due(List<? extends Timed> keys, Instant now) {
        var newest = keys.stream().max(Comparator.comparing(Timed::number));
        if (newest.isEmpty()) {
            return Optional.of(plan(1, now));
        }
        int next = newest.get().number() + 1;
        if (signing(keys, now).isEmpty() && !newest.get().signsFrom().isAfter(now)) {
            return Optional.of(plan(next, now));
        }
        var change = newest.get().signsFrom().plus(period);
        if (now.isBefore(change.minus(lead))) {
            return Optional.empty();
        }
        var earliest = now.plus(lead);
        return Optional.of(plan(next, change.isBefore(earliest) ? earliest : change));
    }

    /** A key signs a lead longer than its period, so that a late successor leaves no hole. */
    private Plan plan(int number, Instant signsFrom) {
        return new Plan(
                number, signsFrom, signsFrom.plus(period).plus(lead).plus(lead).plus(afterlife));
    }

    /** Anything with a place in the schedule. */
    interface Timed {
        int number();

        Instant signsFrom();

        Instant notAfter();
    }
}
