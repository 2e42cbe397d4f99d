package dev.keshi.directory;

import static com.mongodb.client.model.Projections.include;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * The whole tree in memory (5,000 departments are about a megabyte), read anew at most two seconds after a change, which is
 * within the time a revoked right may still hold.
 */
final class DepartmentTree {

    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final String WHOLE = "tree";

    private final LoadingCache<String, Snapshot> snapshot;

    DepartmentTree(MongoOperations mongo) {
        snapshot = Caffeine.newBuilder().expireAfterWrite(FRESH).build(_ -> read(mongo));
    }

    /** Departments the person manages or is in charge of as a deputy, with everything below them. */
    Set<String> ledBy(String personId) {
        var now = snapshot.get(WHOLE);
        return now.withBelow(now.roots.getOrDefault(personId, Set.of()));
    }

    Set<String> ledDirectlyBy(String personId) {
        return Set.copyOf(snapshot.get(WHOLE).roots.getOrDefault(personId, Set.of()));
    }

    Set<String> leadersOf(String departmentId) {
        return Set.copyOf(snapshot.get(WHOLE).leaders.getOrDefault(departmentId, Set.of()));
    }

    /** The department with everything below it, as far as it is open. */
    Set<String> openWithin(String departmentId) {
        var now = snapshot.get(WHOLE);
        var all = now.withBelow(Set.of(departmentId));
        all.retainAll(now.open);
        return all;
    }

    /** The department with everything below it, also what was closed. */
    Set<String> within(String departmentId) {
        return snapshot.get(WHOLE).withBelow(Set.of(departmentId));
    }

    private static Snapshot read(MongoOperations mongo) {
        var children = new HashMap<String, List<String>>();
        var roots = new HashMap<String, Set<String>>();
        var open = new HashSet<String>();
        mongo.getCollection(DirectoryCollections.DEPARTMENTS)
                .find()
                .projection(include("parentId", "managerId", "deputies", "open"))
                .forEach(department -> {
                    var id = department.getString("_id");
                    if (department.getBoolean("open", false)) {
                        open.add(id);
                    }
                    var parent = department.getString("parentId");
                    if (parent != null) {
                        children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(id);
                    }
                    var manager = department.getString("managerId");
                    if (manager != null) {
                        roots.computeIfAbsent(manager, _ -> new HashSet<>()).add(id);
                    }
                    department
                            .getList("deputies", Document.class, List.of())
                            .forEach(deputy -> roots.computeIfAbsent(deputy.getString("personId"), _ -> new HashSet<>())
                                    .addAll(deputy.getList("inChargeOf", String.class, List.of())));
                });
        var leaders = new HashMap<String, Set<String>>();
        roots.forEach((leader, led) -> led.forEach(department ->
                leaders.computeIfAbsent(department, _ -> new HashSet<>()).add(leader)));
        return new Snapshot(children, roots, leaders, open);
    }

    /**
     * @param roots what each leads directly
     * @param leaders the same from the other side
     */
    private record Snapshot(
            Map<String, List<String>> children,
            Map<String, Set<String>> roots,
            Map<String, Set<String>> leaders,
            Set<String> open) {

        Set<String> withBelow(Collection<String> from) {
            var all = new HashSet<String>();
            var open = new ArrayDeque<>(from);
            while (!open.isEmpty()) {
                var next = open.remove();
                if (all.add(next)) {
                    open.addAll(children.getOrDefault(next, List.of()));
                }
            }
            return all;
        }
    }
}
