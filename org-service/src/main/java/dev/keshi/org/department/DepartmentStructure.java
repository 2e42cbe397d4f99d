package dev.keshi.org.department;

import dev.keshi.service.time.EnterpriseTime;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The tree of departments, held in memory and never older than the question: each call reads the structure revision (one
 * small document) and reloads when it has risen.
 */
public class DepartmentStructure {

    private static final int CALM_READS = 5;

    private final Departments departments;
    private final EnterpriseTime time;
    private volatile @Nullable Held held;

    private record Held(long revision, DepartmentTree tree, Branches branches) {}

    DepartmentStructure(Departments departments, EnterpriseTime time) {
        this.departments = departments;
        this.time = time;
    }

    /** The tree through all time. */
    public DepartmentTree tree() {
        return current().tree();
    }

    /** The tree as it stands today. */
    public Branches today() {
        return on(time.today());
    }

    /** The tree as it stands on a day. */
    public Branches on(LocalDate day) {
        var current = current();
        return current.branches().day().equals(day)
                ? current.branches()
                : current.tree().on(day);
    }

    /** The number of the last structure change, to be told to {@link DepartmentImport#hold}. */
    long revision() {
        return departments.structure().revision();
    }

    private Held current() {
        var known = held;
        long revision = departments.structure().revision();
        var today = time.today();
        if (known != null
                && known.revision() == revision
                && known.branches().day().equals(today)) {
            return known;
        }
        var fresh = load(revision, today);
        held = fresh;
        return fresh;
    }

    /** Reads until no structure change happened meanwhile; a tree that mixes two revisions is not kept. */
    private Held load(long revision, LocalDate today) {
        long before = revision;
        for (int read = 1; ; read++) {
            var tree = departments.tree();
            long after = departments.structure().revision();
            if (after == before || read == CALM_READS) {
                return new Held(before, tree, tree.on(today));
            }
            before = after;
        }
    }
}
