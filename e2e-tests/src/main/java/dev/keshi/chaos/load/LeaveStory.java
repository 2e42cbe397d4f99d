package dev.keshi.chaos.load;

import dev.keshi.chaos.ledger.Invariant;
import dev.keshi.chaos.ledger.Ledger;
import dev.keshi.chaos.ledger.Operation;
import dev.keshi.chaos.ledger.Operation.Kind;
import dev.keshi.launcher.client.Answer;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An employee asks for leave; the manager approves or rejects it, now and then both at the same moment; the deputy decides the long ones. */
public final class LeaveStory implements Story {

    static final String REQUESTS = "/api/workflow/v1/requests";
    static final String TASKS = "/api/workflow/v1/tasks";

    private static final String PROCESS = "leave-request";

    private final Person employee;
    private final Person manager;
    private final Person deputy;
    private final Ledger ledger;
    private final String run;

    /** @param run a few letters that no earlier run had */
    public LeaveStory(Person employee, Person manager, Person deputy, Ledger ledger, String run) {
        this.employee = employee;
        this.manager = manager;
        this.deputy = deputy;
        this.ledger = ledger;
        this.run = run;
    }

    @Override
    public void once(Random chance) {
        long number = ledger.next();
        String mark = run + number + ".";
        boolean isLong = chance.nextInt(3) == 0;
        int days = isLong ? 4 : 1;
        Reply submitted = send(employee, REQUESTS, form(mark, days), chance.nextBoolean());
        String id = submitted
                .answer()
                .filter(_ -> submitted.isOk())
                .map(answer -> answer.json().path("id").asString())
                .orElse("");
        ledger.add(new Operation(
                number,
                Kind.SUBMIT,
                id,
                Map.of(
                        "reason",
                        mark,
                        "days",
                        Integer.toString(days),
                        "processKey",
                        PROCESS,
                        "initiatorId",
                        employee.id()),
                submitted.outcome(),
                submitted.words()));
        if (!id.isEmpty() && decide(manager, id, chance) && isLong) {
            decide(deputy, id, chance);
        }
    }

    /** @return whether the request goes on */
    private boolean decide(Person approver, String request, Random chance) {
        Optional<JsonNode> open = approver.look(REQUESTS + "/" + request)
                .map(Answer::json)
                .map(found -> found.path("tasks"))
                .filter(tasks -> tasks.size() == 1)
                .map(tasks -> tasks.get(0));
        if (open.isEmpty()) {
            return false;
        }
        JsonNode task = open.get();
        return switch (chance.nextInt(6)) {
            case 0 -> race(approver, request, task);
            case 1 -> {
                act(approver, request, task, Kind.REJECT, chance.nextBoolean());
                yield false;
            }
            default -> act(approver, request, task, Kind.APPROVE, chance.nextBoolean());
        };
    }

    private boolean act(Person approver, String request, JsonNode task, Kind kind, boolean insists) {
        return new Decision(ledger, approver, request, task).take(kind, insists);
    }

    /** @return whether the approval won */
    private boolean race(Person approver, String request, JsonNode task) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var approval =
                    CompletableFuture.supplyAsync(() -> act(approver, request, task, Kind.APPROVE, false), threads);
            var rejection =
                    CompletableFuture.supplyAsync(() -> act(approver, request, task, Kind.REJECT, false), threads);
            if (approval.join() && rejection.join()) {
                ledger.broken(
                        Invariant.I8,
                        "a task of %s was both approved and rejected: %s"
                                .formatted(request, task.path("id").asString()));
            }
            return approval.join();
        }
    }

    private static Reply send(Person person, String path, ObjectNode body, boolean insists, String... headers) {
        String key = UUID.randomUUID().toString();
        return insists ? person.insist(path, body, key, headers) : person.command(path, body, key, headers);
    }

    private static ObjectNode form(String mark, int days) {
        var from = LocalDate.now().plusDays(10);
        ObjectNode body = JsonMapper.shared().createObjectNode().put("processKey", PROCESS);
        body.putObject("form")
                .put("leaveType", "annual")
                .put("from", from.toString())
                .put("to", from.plusDays(days - 1L).toString())
                .put("days", days)
                .put("reason", mark);
        return body;
    }
}
