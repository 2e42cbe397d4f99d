package dev.keshi.chaos.ledger;

import dev.keshi.chaos.ledger.Operation.Kind;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Tasks that several people claimed: one of them got it. Whoever was told so is the one on record, in the events, in the history and as the one who
 * may decide; whoever was refused is not; and where everybody was answered, somebody was told so.
 */
final class ClaimAudit {

    static final String CLAIMED = "keshi.workflow.task-claimed.v1";

    private static final String REQUESTS = "/api/workflow/v1/requests/";
    private static final String LOST = "409";

    private final Truth truth;
    private final Findings findings;

    ClaimAudit(Truth truth, Findings findings) {
        this.truth = truth;
        this.findings = findings;
    }

    void check(List<Operation> operations) {
        operations.stream()
                .filter(operation -> operation.kind() == Kind.CLAIM)
                .collect(Collectors.groupingBy(operation -> operation.asked("taskId")))
                .forEach(this::task);
    }

    private void task(String task, List<Operation> claims) {
        String request = claims.getFirst().key();
        var recorded = truth.once(request).stream()
                .filter(event ->
                        event.type().equals(CLAIMED) && event.field("taskId").equals(task))
                .map(event -> event.field("claimedBy"))
                .toList();
        var told = people(claims, Outcome.OK);
        var perhaps = people(claims, Outcome.UNKNOWN);
        findings.require(
                told.size() <= 1, Invariant.I8, "several were told that the task %s is theirs: %s", task, claims);
        findings.require(
                recorded.size() <= 1,
                Invariant.I8,
                "the task %s was claimed by %s one after the other",
                task,
                recorded);
        findings.require(
                recorded.containsAll(told),
                Invariant.I8,
                "the task %s is on record for %s, and somebody else was told that it is theirs: %s",
                task,
                recorded,
                claims);
        findings.require(
                recorded.stream().allMatch(winner -> told.contains(winner) || perhaps.contains(winner)),
                Invariant.I8,
                "the task %s is on record for %s, who was told otherwise or did not ask: %s",
                task,
                recorded,
                claims);
        boolean lost = claims.stream()
                .anyMatch(claim ->
                        claim.outcome() == Outcome.FAILED && claim.answer().equals(LOST));
        findings.require(
                !lost || recorded.size() == 1,
                Invariant.I8,
                "somebody lost the task %s, and nobody has it: %s",
                task,
                claims);
        history(request, task, recorded);
        open(request, task, recorded);
    }

    private static List<String> people(List<Operation> claims, Outcome outcome) {
        return claims.stream()
                .filter(claim -> claim.outcome() == outcome)
                .map(claim -> claim.asked("claimedBy"))
                .toList();
    }

    private void history(String request, String task, List<String> recorded) {
        var shown = truth.shown(Truth.Reader.EMPLOYEE, REQUESTS + request + "/history?limit=100")
                .map(history -> history.path("items")
                        .valueStream()
                        .filter(entry -> entry.path("what").asString("").equals("task-claimed")
                                && entry.path("taskId").asString("").equals(task))
                        .map(entry -> entry.path("by").asString(""))
                        .toList());
        findings.require(
                shown.isPresent() && shown.get().equals(recorded),
                Invariant.I8,
                "the history of %s says that %s claimed the task %s, and its events say %s",
                request,
                shown,
                task,
                recorded);
    }

    /** As long as it is open it waits for the winner. */
    private void open(String request, String task, List<String> recorded) {
        truth.shown(Truth.Reader.EMPLOYEE, REQUESTS + request).map(found -> found.path("tasks")).stream()
                .flatMap(JsonNode::valueStream)
                .filter(found -> found.path("id").asString("").equals(task))
                .forEach(found -> findings.require(
                        Objects.equals(
                                found.path("assigneeId").asString(""), recorded.isEmpty() ? "" : recorded.getLast()),
                        Invariant.I8,
                        "the task %s waits for %s, and its events say %s",
                        task,
                        found.path("assigneeId"),
                        recorded));
    }
}
