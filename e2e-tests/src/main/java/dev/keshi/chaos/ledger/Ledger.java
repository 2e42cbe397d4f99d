package dev.keshi.chaos.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Every command and its outcome. Safe for many threads. */
public final class Ledger {

    private final AtomicLong numbers = new AtomicLong();
    private final List<Operation> operations = new ArrayList<>();
    private final List<Broken> seen = new ArrayList<>();

    /** The number of the next command, of which its mark is made. */
    public long next() {
        return numbers.incrementAndGet();
    }

    public synchronized void add(Operation operation) {
        operations.add(operation);
    }

    /** Something that a caller saw with its own eyes. */
    public synchronized void broken(Invariant invariant, String example) {
        seen.add(new Broken(invariant, example));
    }

    /** What was written since that place. */
    public synchronized List<Operation> since(int place) {
        return List.copyOf(operations.subList(place, operations.size()));
    }

    public synchronized int size() {
        return operations.size();
    }

    /** What callers saw since the last time this was asked. */
    public synchronized List<Broken> takeSeen() {
        var taken = List.copyOf(seen);
        seen.clear();
        return taken;
    }
}
