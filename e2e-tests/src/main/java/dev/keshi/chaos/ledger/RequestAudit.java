package dev.keshi.chaos.ledger;

import dev.keshi.chaos.ledger.Operation.Kind;
import dev.keshi.launcher.platform.Service;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Requests: one for each that was asked for, legal steps, one decision a task by whom it is given to, one end; and what the inboxes say of them. */
final class RequestAudit {

    private static final String CREATED = "keshi.workflow.task-created.v1";
    private static final String DECIDED = "keshi.workflow.task-decided.v1";
    private static final String ENDED = "keshi.workflow.request-ended.v1";
    private static final String REQUESTS = "/api/workflow/v1/requests/";

    private final Truth truth;
    private final Findings findings;

    RequestAudit(Truth truth, Findings findings) {
        this.truth = truth;
        this.findings = findings;
    }

    /** @return the requests that were looked at */
    Set<String> check(List<Operation> operations) {
        var keys = new HashSet<String>();
        submissions(operations, keys);
        operations.stream()
                .filter(operation -> isAboutTasks(operation.kind()))
                .forEach(operation -> keys.add(operation.key()));
        decisions(operations);
        var stored = truth.byId(Service.WORKFLOW, "requests", keys);
        var inbox = inbox(keys);
        for (String key : keys) {
            var told = truth.once(key);
            legal(key, told);
            stands(key, told, stored.get(key));
            inboxTells(key, told, inbox.getOrDefault(key, List.of()));
        }
        return keys;
    }

    private static boolean isAboutTasks(Kind kind) {
        return isDecision(kind) || kind == Kind.CLAIM;
    }

    private static boolean isDecision(Kind kind) {
        return kind == Kind.APPROVE || kind == Kind.REJECT;
    }

    /** The reason of a request carries the mark of its submission; all the rest of it must be as it was asked for. */
    private void submissions(List<Operation> operations, Set<String> keys) {
        for (Operation operation : operations) {
            if (operation.kind() == Kind.SUBMIT) {
                var found = truth
                        .storedWith(
                                Service.WORKFLOW,
                                "requests",
                                "state.instance",
                                "\"%s\"".formatted(operation.asked("reason")))
                        .stream()
                        .map(document -> document.getString("_id"))
                        .collect(Collectors.toSet());
                findings.requireEffects(operation, found.size());
                found.forEach(id -> shownAsAsked(operation, id));
                keys.addAll(found);
                if (!operation.key().isEmpty()) {
                    findings.require(
                            found.contains(operation.key()), Invariant.I1, "%s is not there, but %s", operation, found);
                    keys.add(operation.key());
                }
            }
        }
    }

    private void shownAsAsked(Operation operation, String id) {
        truth.shown(Truth.Reader.EMPLOYEE, REQUESTS + id)
                .ifPresent(shown -> operation.asked().forEach((field, value) -> {
                    var place = shown.has(field)
                            ? shown.path(field)
                            : shown.path("form").path(field);
                    findings.require(
                            place.asString("").equals(value),
                            Invariant.I7,
                            "%s led to %s with %s %s",
                            operation,
                            id,
                            field,
                            place);
                }));
    }

    /** Of two decisions on one task only one is acknowledged. */
    private void decisions(List<Operation> operations) {
        operations.stream()
                .filter(operation -> isDecision(operation.kind()) && operation.outcome() == Outcome.OK)
                .collect(Collectors.groupingBy(operation -> operation.asked("taskId")))
                .forEach((task, won) -> findings.require(
                        won.size() == 1, Invariant.I8, "the task %s has %d winners: %s", task, won.size(), won));
    }

    private void legal(String key, List<LoggedEvent> told) {
        var created = ids(told, CREATED);
        var decided = ids(told, DECIDED);
        findings.require(
                decided.size() == Set.copyOf(decided).size(),
                Invariant.I8,
                "a task of %s was decided twice: %s",
                key,
                told);
        findings.require(
                created.containsAll(decided),
                Invariant.I8,
                "a task of %s was decided and never created: %s",
                key,
                told);
        byTheRightPerson(told);
        long ends = told.stream().filter(event -> event.type().equals(ENDED)).count();
        findings.require(ends <= 1, Invariant.I8, "%s ended %d times", key, ends);
        findings.require(
                ends == 0 || told.getLast().type().equals(ENDED),
                Invariant.I8,
                "%s went on after its end: %s",
                key,
                told);
    }

    /** A task is decided by the one it was given to, or by the one who claimed it, and claimed by one of those it was offered to. */
    private void byTheRightPerson(List<LoggedEvent> told) {
        var owners = new HashMap<String, String>();
        var candidates = new HashMap<String, List<String>>();
        for (LoggedEvent event : told) {
            String task = event.field("taskId");
            switch (event.type()) {
                case CREATED -> {
                    owners.put(task, event.field("assigneeId"));
                    candidates.put(task, event.fields("candidateIds"));
                }
                case ClaimAudit.CLAIMED -> {
                    findings.require(
                            candidates.getOrDefault(task, List.of()).contains(event.field("claimedBy")),
                            Invariant.I8,
                            "%s was claimed by %s and offered to %s",
                            task,
                            event.field("claimedBy"),
                            candidates.getOrDefault(task, List.of()));
                    owners.put(task, event.field("claimedBy"));
                }
                case DECIDED ->
                    findings.require(
                            event.field("decidedBy").equals(owners.getOrDefault(task, "")),
                            Invariant.I8,
                            "%s was decided by %s and is the task of %s",
                            task,
                            event.field("decidedBy"),
                            owners.getOrDefault(task, ""));
                default -> {}
            }
        }
    }

    private static List<String> ids(List<LoggedEvent> told, String type) {
        return told.stream()
                .filter(event -> event.type().equals(type))
                .map(event -> event.field("taskId"))
                .toList();
    }

    private void stands(String key, List<LoggedEvent> told, @Nullable Document stored) {
        if (stored == null) {
            findings.require(false, Invariant.I1, "the request %s is not there", key);
            return;
        }
        long last = told.isEmpty() ? 0 : told.getLast().sequence();
        findings.require(
                stored.getLong("sequence") == last,
                Invariant.I2,
                "the request %s stands at sequence %d and Kafka tells up to %d",
                key,
                stored.getLong("sequence"),
                last);
        String end = told.stream()
                .filter(event -> event.type().equals(ENDED))
                .map(event -> event.field("outcome").toLowerCase(java.util.Locale.ROOT))
                .findFirst()
                .orElse("running");
        String shown = truth.shown(Truth.Reader.EMPLOYEE, REQUESTS + key)
                .map(found -> found.path("status").asString(""))
                .orElse("");
        findings.require(!shown.isEmpty(), Invariant.I1, "the request %s cannot be read", key);
        findings.require(
                shown.isEmpty() || shown.equals(end), Invariant.I8, "%s is %s and its events say %s", key, shown, end);
    }

    private Map<String, List<Document>> inbox(Collection<String> keys) {
        return truth.stored(Service.NOTIFICATION, "inbox", "state.instanceId", keys).stream()
                .collect(Collectors.groupingBy(document -> state(document).getString("instanceId")));
    }

    private static Document state(Document notification) {
        return notification.get("state", Document.class);
    }

    /** A notification for each task, each person it was offered to and each outcome, changed once by each event that concerns it. */
    private void inboxTells(String key, List<LoggedEvent> told, List<Document> shown) {
        var expected = expected(told);
        // Beside the events its reader changes it; it counts that itself, and the reads are compared on their own.
        var actual = shown.stream()
                .map(notification -> {
                    var state = state(notification);
                    String settled = state.getString("settledReason");
                    return "%s %s v%d%s"
                            .formatted(
                                    state.getString("recipient"),
                                    state.getString("template"),
                                    notification.getLong("version") - notification.getLong("sequence"),
                                    settled == null ? "" : settled(settled, state.getString("settledBy")));
                })
                .sorted()
                .toList();
        findings.require(
                Objects.equals(expected, actual),
                Invariant.I3,
                "%s should be told as %s and is told as %s",
                key,
                expected,
                actual);
    }

    private static List<String> expected(List<LoggedEvent> told) {
        var tasks = new ArrayList<Told>();
        var expected = new ArrayList<String>();
        String decisive = told.stream()
                .filter(event -> event.type().equals(ENDED))
                .map(event -> event.field("decisiveTaskId"))
                .findFirst()
                .orElse("");
        for (LoggedEvent event : told) {
            String task = event.field("taskId");
            switch (event.type()) {
                case CREATED -> {
                    String assignee = event.field("assigneeId");
                    if (!assignee.isEmpty()) {
                        tasks.add(new Told(task, assignee, "TASK_ASSIGNED"));
                    }
                    event.fields("candidateIds").forEach(person -> tasks.add(new Told(task, person, "TASK_OFFERED")));
                }
                case ClaimAudit.CLAIMED -> {
                    String winner = event.field("claimedBy");
                    waiting(tasks, task)
                            .forEach(one -> one.advance(one.person.equals(winner) ? "" : settled("CLAIMED", winner)));
                }
                case DECIDED -> {
                    waiting(tasks, task).forEach(one -> one.advance(settled("DECIDED", event.field("decidedBy"))));
                    if (!task.equals(decisive)) {
                        expected.add("%s STEP_%s v1".formatted(event.field("initiatorId"), event.field("outcome")));
                    }
                }
                case ENDED ->
                    expected.add("%s REQUEST_%s v2".formatted(event.field("initiatorId"), event.field("outcome")));
                default -> {}
            }
        }
        tasks.forEach(one -> expected.add(one.toString()));
        expected.sort(null);
        return expected;
    }

    private static List<Told> waiting(List<Told> tasks, String task) {
        return tasks.stream()
                .filter(one -> one.task.equals(task) && one.settled.isEmpty())
                .toList();
    }

    private static String settled(String reason, String by) {
        return " %s by %s".formatted(reason, by);
    }

    /** A notification of a task as it should be. */
    private static final class Told {
        private final String task;
        private final String person;
        private final String template;
        private String settled = "";
        private int version = 1;

        Told(String task, String person, String template) {
            this.task = task;
            this.person = person;
            this.template = template;
        }

        void advance(String settlement) {
            version++;
            settled = settlement;
        }

        @Override
        public String toString() {
            return "%s %s v%d%s".formatted(person, template, version, settled);
        }
    }
}
