package dev.keshi.org.department;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tree as it stands on one day: only the departments that exist then. Immutable. */
public final class Branches {

    private final LocalDate day;
    private final Map<DepartmentId, Optional<DepartmentId>> parents = new HashMap<>();
    private final Map<DepartmentId, List<DepartmentId>> children = new HashMap<>();

    Branches(DepartmentTree tree, LocalDate day) {
        this.day = day;
        for (var node : tree.nodes()) {
            if (node.existsOn(day)) {
                var parent = node.parents().on(day);
                parents.put(node.id(), parent);
                parent.ifPresent(above ->
                        children.computeIfAbsent(above, _ -> new ArrayList<>()).add(node.id()));
            }
        }
    }

    public LocalDate day() {
        return day;
    }

    public boolean contains(DepartmentId id) {
        return parents.containsKey(id);
    }

    public List<DepartmentId> children(DepartmentId id) {
        return List.copyOf(children.getOrDefault(id, List.of()));
    }

    /** Those above a department, the nearest first. */
    public List<DepartmentId> ancestors(DepartmentId id) {
        var above = new ArrayList<DepartmentId>();
        var next = parents.getOrDefault(id, Optional.empty());
        while (next.isPresent() && above.size() <= DepartmentTree.DEEPEST) {
            above.add(next.get());
            next = parents.getOrDefault(next.get(), Optional.empty());
        }
        return above;
    }

    /** A department and everything below it; empty when it does not exist on that day. */
    public Set<DepartmentId> withAllBelow(DepartmentId id) {
        var found = new LinkedHashSet<DepartmentId>();
        var open = new ArrayDeque<DepartmentId>();
        if (contains(id)) {
            open.add(id);
        }
        while (!open.isEmpty()) {
            var next = open.remove();
            if (found.add(next)) {
                open.addAll(children.getOrDefault(next, List.of()));
            }
        }
        return found;
    }

    /** Whether the one stands below the other, at whatever distance. */
    public boolean isBelow(DepartmentId lower, DepartmentId upper) {
        return ancestors(lower).contains(upper);
    }
}
