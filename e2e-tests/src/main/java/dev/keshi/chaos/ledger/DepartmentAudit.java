package dev.keshi.chaos.ledger;

import dev.keshi.chaos.ledger.Operation.Kind;
import dev.keshi.launcher.client.CallFailure;
import dev.keshi.launcher.platform.Service;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Departments: each command in the ledger against events, the department itself, and the copies that other services keep of it. */
final class DepartmentAudit {

    private static final String OPENED = "keshi.org.department-opened.v1";
    private static final String RENAMED = "keshi.org.department-renamed.v1";
    private static final String MOVED = "keshi.org.department-moved.v1";
    private static final List<Service> COPIES = List.of(Service.WORKFLOW, Service.NOTIFICATION, Service.REPORTING);

    private final Truth truth;
    private final Findings findings;

    DepartmentAudit(Truth truth, Findings findings) {
        this.truth = truth;
        this.findings = findings;
    }

    /** @return the departments that were looked at */
    Set<String> check(List<Operation> operations, List<LoggedEvent> events) {
        var marked = marked(events);
        var keys = new HashSet<String>();
        for (Operation operation : operations) {
            if (isMarked(operation.kind())) {
                var effects = marked.getOrDefault(operation.mark(), Set.of());
                findings.requireEffects(operation, effects.size());
                effects.forEach(event -> keys.add(event.key()));
            }
            if (isOfDepartment(operation.kind()) && !operation.key().isEmpty()) {
                keys.add(operation.key());
            }
        }
        moves(operations);
        departments(keys);
        return keys;
    }

    /** Events by the mark that they carry, each event once. */
    private static Map<String, Set<LoggedEvent>> marked(List<LoggedEvent> events) {
        var marked = new HashMap<String, Set<LoggedEvent>>();
        for (LoggedEvent event : events) {
            switch (event.type()) {
                case OPENED ->
                    marked.computeIfAbsent(event.field("code"), _ -> new HashSet<>())
                            .add(event);
                case RENAMED ->
                    marked.computeIfAbsent(event.field("name"), _ -> new HashSet<>())
                            .add(event);
                default -> {}
            }
        }
        return marked;
    }

    private static boolean isMarked(Kind kind) {
        return kind == Kind.OPEN || kind == Kind.RENAME || kind == Kind.STALE_RENAME;
    }

    private static boolean isOfDepartment(Kind kind) {
        return isMarked(kind) || kind == Kind.MOVE;
    }

    /** A move carries no mark: as many events as were acknowledged, and no more than were not refused. */
    private void moves(List<Operation> operations) {
        var acknowledged = new HashMap<String, Integer>();
        var possible = new HashMap<String, Integer>();
        operations.stream().filter(operation -> operation.kind() == Kind.MOVE).forEach(operation -> {
            acknowledged.merge(operation.key(), operation.outcome() == Outcome.OK ? 1 : 0, Integer::sum);
            possible.merge(operation.key(), operation.outcome() == Outcome.FAILED ? 0 : 1, Integer::sum);
        });
        acknowledged.forEach((key, least) -> {
            long told = truth.log().once(key).stream()
                    .filter(event -> event.type().equals(MOVED))
                    .count();
            // Moving to where it is already changes nothing.
            findings.require(
                    told >= Math.min(1, least),
                    Invariant.I1,
                    "%s was moved %d times and tells of %d",
                    key,
                    least,
                    told);
            findings.require(
                    told <= possible.getOrDefault(key, 0),
                    Invariant.I7,
                    "%s tells of %d moves and %d were not refused",
                    key,
                    told,
                    possible.getOrDefault(key, 0));
        });
    }

    private void departments(Collection<String> keys) {
        var stored = truth.stores().byId(Service.ORG, "departments", keys, "sequence", "version");
        var copies = new HashMap<Service, Map<String, Document>>();
        COPIES.forEach(service -> copies.put(service, truth.stores().byId(service, "directory_departments", keys)));
        for (String key : keys) {
            var events = truth.log().once(key);
            long last = events.isEmpty() ? 0 : events.getLast().sequence();
            var department = stored.get(key);
            findings.require(department != null, Invariant.I1, "%s is not there", key);
            if (department != null) {
                findings.require(
                        department.getLong("sequence") == last,
                        Invariant.I2,
                        "%s stands at sequence %d and Kafka tells up to %d",
                        key,
                        department.getLong("sequence"),
                        last);
                findings.require(
                        department.getLong("version") == last,
                        Invariant.I6,
                        "%s was changed %d times and tells of %d changes",
                        key,
                        department.getLong("version"),
                        last);
            }
            var told = fold(events);
            shown(key, told);
            copies.forEach((service, kept) -> {
                if (!kept.isEmpty()) {
                    copy(service, key, kept.get(key), told, last);
                }
            });
        }
    }

    /** Name and parent as the events tell them. */
    private static Map<String, String> fold(List<LoggedEvent> events) {
        var told = new HashMap<String, String>();
        for (LoggedEvent event : events) {
            switch (event.type()) {
                case OPENED -> {
                    told.put("name", event.field("name"));
                    told.put("parentId", event.field("parentId"));
                }
                case RENAMED -> told.put("name", event.field("name"));
                case MOVED -> told.put("parentId", event.field("parentId"));
                default -> {}
            }
        }
        return told;
    }

    private void shown(String key, Map<String, String> told) {
        try {
            var shown = truth.personnel()
                    .get("/api/org/v1/departments/" + key)
                    .expect(200)
                    .json();
            told.forEach((field, value) -> findings.require(
                    shown.path(field).asString("").equals(value),
                    Invariant.I1,
                    "%s shows %s %s and its events say %s",
                    key,
                    field,
                    shown.path(field).asString(""),
                    value));
        } catch (CallFailure nothing) {
            findings.require(false, Invariant.I1, "%s cannot be read: %s", key, nothing);
        }
    }

    private void copy(Service service, String key, @Nullable Document copy, Map<String, String> told, long last) {
        if (copy == null) {
            findings.require(false, Invariant.I2, "%s has no copy of %s", service.module(), key);
            return;
        }
        findings.require(
                copy.getLong("sequence") == last,
                Invariant.I4,
                "%s has %s at sequence %d, not %d",
                service.module(),
                key,
                copy.getLong("sequence"),
                last);
        told.forEach((field, value) -> findings.require(
                value.equals(copy.getString(field)),
                Invariant.I9,
                "%s has %s with %s %s, and its events say %s",
                service.module(),
                key,
                field,
                copy.getString(field),
                value));
    }
}
