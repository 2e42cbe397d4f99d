package dev.keshi.org.department;

import dev.keshi.org.timeline.Timeline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Who stands below whom, through all time: the parent facts of every department, and nothing else of them. Immutable.
 */
public final class DepartmentTree {

    /** The most levels there may be. */
    public static final int DEEPEST = 32;

    private final Map<DepartmentId, Node> nodes;

    /** @param closedOn first day on which it does not exist any more */
    public record Node(
            DepartmentId id,
            DepartmentKind kind,
            LocalDate openedOn,
            Optional<LocalDate> closedOn,
            Timeline<DepartmentId> parents) {

        public boolean existsOn(LocalDate day) {
            return !day.isBefore(openedOn)
                    && closedOn.filter(end -> !day.isBefore(end)).isEmpty();
        }
    }

    public DepartmentTree(Collection<Node> nodes) {
        this.nodes = new HashMap<>(nodes.size() * 2);
        nodes.forEach(node -> this.nodes.put(node.id(), node));
    }

    public int size() {
        return nodes.size();
    }

    public Optional<Node> find(DepartmentId id) {
        return Optional.ofNullable(nodes.get(id));
    }

    public Collection<Node> nodes() {
        return List.copyOf(nodes.values());
    }

    /** The tree as it stands on a day. */
    public Branches on(LocalDate day) {
        return new Branches(this, day);
    }

    /** With one department added or replaced. */
    public DepartmentTree with(Node node) {
        var all = new ArrayList<>(nodes.values());
        all.removeIf(known -> known.id().equals(node.id()));
        all.add(node);
        return new DepartmentTree(all);
    }

    /**
     * The tree after a move.
     *
     * @throws DepartmentProblem when it would not be a tree on that day, or on a later day for which moves are planned
     */
    DepartmentTree moved(DepartmentId id, DepartmentId parent, LocalDate from) {
        var node = find(id).orElseThrow(() -> new DepartmentProblem.Unknown(id));
        requireParent(parent, from);
        var after = with(new Node(
                id,
                node.kind(),
                node.openedOn(),
                node.closedOn(),
                node.parents().with(from, parent)));
        after.daysFrom(from).forEach(day -> after.requireWayToTop(id, parent, day));
        after.requireDepth(id, from);
        return after;
    }

    private void requireDepth(DepartmentId id, LocalDate day) {
        var branches = on(day);
        if (branches.withAllBelow(id).stream()
                .anyMatch(below -> branches.ancestors(below).size() >= DEEPEST)) {
            throw new DepartmentProblem.TooDeep(DEEPEST);
        }
    }

    /** @throws DepartmentProblem when nothing can stand below that department on that day */
    void requireParent(DepartmentId parent, LocalDate day) {
        var above = find(parent)
                .filter(node -> node.existsOn(day))
                .orElseThrow(() -> new DepartmentProblem.ParentMissing(parent, day));
        if (above.kind() == DepartmentKind.FUNCTIONAL_GROUP) {
            throw new DepartmentProblem.ParentIsGroup(parent);
        }
        if (above.closedOn().isPresent()) {
            throw new DepartmentProblem.ParentMissing(parent, above.closedOn().get());
        }
        if (on(day).ancestors(parent).size() + 2 > DEEPEST) {
            throw new DepartmentProblem.TooDeep(DEEPEST);
        }
    }

    /** Whether anything stands, or is planned to stand, below a department on a day or later. */
    boolean anythingBelow(DepartmentId id, LocalDate from) {
        return nodes.values().stream()
                .filter(node ->
                        node.closedOn().filter(end -> !end.isAfter(from)).isEmpty())
                .anyMatch(node -> node.parents().on(from).filter(id::equals).isPresent()
                        || node.parents().facts().stream()
                                .anyMatch(fact -> fact.from().isAfter(from)
                                        && fact.value().equals(id)));
    }

    boolean hasTop() {
        return nodes.values().stream()
                .anyMatch(node -> node.parents().isEmpty() && node.closedOn().isEmpty());
    }

    private void requireWayToTop(DepartmentId moved, DepartmentId parent, LocalDate day) {
        Optional<DepartmentId> above =
                find(moved).flatMap(node -> node.parents().on(day));
        for (int level = 0; above.isPresent(); level++) {
            if (above.get().equals(moved)) {
                throw new DepartmentProblem.WouldBeCycle(moved, parent, day);
            }
            if (level > DEEPEST) {
                throw new DepartmentProblem.TooDeep(DEEPEST);
            }
            above = find(above.get()).flatMap(node -> node.parents().on(day));
        }
    }

    private TreeSet<LocalDate> daysFrom(LocalDate from) {
        var days = new TreeSet<LocalDate>();
        days.add(from);
        nodes.values()
                .forEach(node -> node.parents().days().stream()
                        .filter(day -> day.isAfter(from))
                        .forEach(days::add));
        return days;
    }
}
