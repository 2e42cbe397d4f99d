package dev.keshi.chaos.ledger;

import com.mongodb.client.model.Filters;
import dev.keshi.chaos.ledger.Operation.Kind;
import dev.keshi.launcher.client.CallFailure;
import dev.keshi.launcher.platform.Service;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Requests: one for each that was asked for, legal steps, one decision a task, one end; and what the inboxes say of them. */
final class RequestAudit {

    private static final String CREATED = "keshi.workflow.task-created.v1";
    private static final String DECIDED = "keshi.workflow.task-decided.v1";
    private static final String ENDED = "keshi.workflow.request-ended.v1";

    private final Truth truth;
    private final Findings findings;

    RequestAudit(Truth truth, Findings findings) {
        this.truth = truth;
        this.findings = findings;
    }

    /** @return the requests that were looked at */
    Set<String> check(List<Operation> operations, List<LoggedEvent> events) {
        var keys = new HashSet<String>();
        submissions(operations, keys);
        operations.stream()
                .filter(operation -> isDecision(operation.kind()))
                .forEach(operation -> keys.add(operation.key()));
        decisions(operations);
        var stored = truth.stores().byId(Service.WORKFLOW, "requests", keys, "sequence", "state.status");
        var inbox = inbox(keys);
        var reads = reads(operations);
        for (String key : keys) {
            var told = truth.log().once(key);
            legal(key, told);
            stands(key, told, stored.get(key));
            inboxTells(key, told, inbox.getOrDefault(key, List.of()), reads);
        }
        return keys;
    }

    private static boolean isDecision(Kind kind) {
        return kind == Kind.APPROVE || kind == Kind.REJECT;
    }

    /** The reason of a request carries the mark of its submission. */
    private void submissions(List<Operation> operations, Set<String> keys) {
        for (Operation operation : operations) {
            if (operation.kind() == Kind.SUBMIT) {
                var mark = Filters.regex("state.instance", Pattern.quote("\"" + operation.mark() + "\""));
                var found = truth.stores()
                        .find(
                                Service.WORKFLOW,
                                "requests",
                                operation.key().isEmpty() ? mark : Filters.or(Filters.eq("_id", operation.key()), mark),
                                "_id");
                findings.requireEffects(operation, found.size());
                found.forEach(document -> keys.add(document.getString("_id")));
            }
        }
    }

    /** A decision has an event of its own; of two on one task only one. */
    private void decisions(List<Operation> operations) {
        var winners = new HashMap<String, List<Operation>>();
        for (Operation operation : operations) {
            if (isDecision(operation.kind())) {
                String outcome = operation.kind() == Kind.APPROVE ? "APPROVED" : "REJECTED";
                long told = truth.log().once(operation.key()).stream()
                        .filter(event -> event.type().equals(DECIDED)
                                && event.field("taskId").equals(operation.mark())
                                && event.field("outcome").equals(outcome))
                        .count();
                findings.requireEffects(operation, told);
                if (operation.outcome() == Outcome.OK) {
                    winners.computeIfAbsent(operation.mark(), _ -> new ArrayList<>())
                            .add(operation);
                }
            }
        }
        winners.forEach((task, won) -> findings.require(
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
        long ends = told.stream().filter(event -> event.type().equals(ENDED)).count();
        findings.require(ends <= 1, Invariant.I8, "%s ended %d times", key, ends);
        findings.require(
                ends == 0 || told.getLast().type().equals(ENDED),
                Invariant.I8,
                "%s went on after its end: %s",
                key,
                told);
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
        try {
            String shown = truth.employee()
                    .get("/api/workflow/v1/requests/" + key)
                    .expect(200)
                    .json()
                    .path("status")
                    .asString();
            findings.require(shown.equals(end), Invariant.I8, "%s is %s and its events say %s", key, shown, end);
        } catch (CallFailure nothing) {
            findings.require(false, Invariant.I1, "the request %s cannot be read: %s", key, nothing);
        }
    }

    private Map<String, List<Document>> inbox(Collection<String> keys) {
        var byRequest = new HashMap<String, List<Document>>();
        truth.stores()
                .find(Service.NOTIFICATION, "inbox", Filters.in("state.instanceId", keys), "version", "state")
                .forEach(document -> byRequest
                        .computeIfAbsent(state(document).getString("instanceId"), _ -> new ArrayList<>())
                        .add(document));
        return byRequest;
    }

    private static Document state(Document notification) {
        return notification.get("state", Document.class);
    }

    private static Map<String, List<Operation>> reads(List<Operation> operations) {
        var reads = new HashMap<String, List<Operation>>();
        operations.stream()
                .filter(operation -> operation.kind() == Kind.READ && operation.outcome() != Outcome.FAILED)
                .forEach(operation -> reads.computeIfAbsent(operation.key(), _ -> new ArrayList<>())
                        .add(operation));
        return reads;
    }

    /** A notification for each task and each outcome, changed as often as events and readers changed it. */
    private void inboxTells(
            String key, List<LoggedEvent> told, List<Document> shown, Map<String, List<Operation>> reads) {
        var expected = new ArrayList<String>();
        var decided = ids(told, DECIDED);
        String decisive = told.stream()
                .filter(event -> event.type().equals(ENDED))
                .map(event -> event.field("decisiveTaskId"))
                .findFirst()
                .orElse("");
        for (LoggedEvent event : told) {
            String task = event.field("taskId");
            switch (event.type()) {
                case CREATED ->
                    expected.add("%s TASK_ASSIGNED v%d"
                            .formatted(event.field("assigneeId"), decided.contains(task) ? 2 : 1));
                case DECIDED -> {
                    if (!task.equals(decisive)) {
                        expected.add("%s STEP_%s v1".formatted(event.field("initiatorId"), event.field("outcome")));
                    }
                }
                case ENDED ->
                    expected.add("%s REQUEST_%s v2".formatted(event.field("initiatorId"), event.field("outcome")));
                default -> {}
            }
        }
        var actual = new ArrayList<String>();
        for (Document notification : shown) {
            long version = notification.getLong("version");
            var readers = reads.getOrDefault(notification.getString("_id"), List.of());
            long least = readers.stream().anyMatch(read -> read.outcome() == Outcome.OK) ? 1 : 0;
            String person = state(notification).getString("recipient");
            String template = state(notification).getString("template");
            actual.add("%s %s v%d"
                    .formatted(
                            person,
                            template,
                            version - readers(person, template, version, expected, least, readers.size())));
        }
        expected.sort(null);
        actual.sort(null);
        findings.require(
                Objects.equals(expected, actual),
                Invariant.I3,
                "%s should be told as %s and is told as %s",
                key,
                expected,
                actual);
    }

    /** How many of its changes readers made: those who were told so, and as many of the others as it takes. */
    private static long readers(
            String person, String template, long version, List<String> expected, long least, long most) {
        for (long readers = least; readers <= most; readers++) {
            if (expected.contains("%s %s v%d".formatted(person, template, version - readers))) {
                return readers;
            }
        }
        return least;
    }
}
