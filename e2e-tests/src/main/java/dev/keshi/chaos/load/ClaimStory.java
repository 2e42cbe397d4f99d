package dev.keshi.chaos.load;

import dev.keshi.chaos.ledger.Invariant;
import dev.keshi.chaos.ledger.Ledger;
import dev.keshi.chaos.ledger.Operation;
import dev.keshi.chaos.ledger.Operation.Kind;
import dev.keshi.launcher.client.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A task is offered to several people, two of them claim it at the same moment, and whoever has it decides; now and then the other one tries to. */
public final class ClaimStory implements Story {

    private final Person employee;
    private final List<Person> claimers;
    private final Ledger ledger;
    private final String run;
    private final String process;

    /**
     * @param claimers the two
     * @param run a few letters that no earlier run had
     * @param process whose only task is offered to the claimers
     */
    public ClaimStory(Person employee, List<Person> claimers, Ledger ledger, String run, String process) {
        this.employee = employee;
        this.claimers = List.copyOf(claimers);
        this.ledger = ledger;
        this.run = run;
        this.process = process;
    }

    /** A process in which one holder of a role decides. */
    public static String drawing(String process, String role) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:keshi="https://keshi.dev/bpmn/1.0" id="d" targetNamespace="https://keshi.dev/processes">
                  <bpmn:process id="%s" name="用印申请" isExecutable="true">
                    <bpmn:startEvent id="start">
                      <bpmn:extensionElements>
                        <keshi:field id="reason" name="事由" type="text" required="true" max="500"/>
                      </bpmn:extensionElements>
                    </bpmn:startEvent>
                    <bpmn:userTask id="check" name="复核" keshi:approver="role:%s"/>
                    <bpmn:endEvent id="end"/>
                    <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="check"/>
                    <bpmn:sequenceFlow id="b" sourceRef="check" targetRef="end"/>
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(process, role);
    }

    @Override
    public void once(Random chance) {
        String request = submit(chance);
        Optional<JsonNode> offered = task(request);
        if (offered.isEmpty()) {
            return;
        }
        var replies = claim(request, offered.get(), chance.nextBoolean());
        task(request).ifPresent(claimed -> {
            seen(request, claimed, replies);
            decide(request, claimed, chance);
        });
    }

    private String submit(Random chance) {
        long number = ledger.next();
        String mark = run + number + ".";
        var body = JsonMapper.shared().createObjectNode().put("processKey", process);
        body.putObject("form").put("reason", mark);
        String key = UUID.randomUUID().toString();
        Reply reply = chance.nextBoolean()
                ? employee.insist(LeaveStory.REQUESTS, body, key)
                : employee.command(LeaveStory.REQUESTS, body, key);
        String id = reply.answer()
                .filter(_ -> reply.isOk())
                .map(answer -> answer.json().path("id").asString())
                .orElse("");
        ledger.add(new Operation(
                number,
                Kind.SUBMIT,
                id,
                Map.of("reason", mark, "processKey", process, "initiatorId", employee.id()),
                reply.outcome(),
                reply.words()));
        return id;
    }

    /** The open task of the request, as far as it can be seen. */
    private Optional<JsonNode> task(String request) {
        return request.isEmpty()
                ? Optional.empty()
                : employee.look(LeaveStory.REQUESTS + "/" + request)
                        .map(Answer::json)
                        .map(found -> found.path("tasks"))
                        .filter(tasks -> tasks.size() == 1)
                        .map(tasks -> tasks.get(0));
    }

    /** Both at the same moment. */
    private List<Reply> claim(String request, JsonNode task, boolean insists) {
        return AtOnce.all(claimers.stream()
                .<Supplier<Reply>>map(
                        claimer -> () -> new Decision(ledger, claimer, request, task).send(Kind.CLAIM, insists))
                .toList());
    }

    /** Whoever was told that the task is theirs is shown as the one it waits for. */
    private void seen(String request, JsonNode task, List<Reply> replies) {
        String shown = task.path("assigneeId").asString("");
        for (int place = 0; place < replies.size(); place++) {
            String claimer = claimers.get(place).id();
            if (replies.get(place).isOk() && !shown.equals(claimer)) {
                ledger.broken(
                        Invariant.I5,
                        "%s claimed a task of %s, and it is shown as the one of '%s'"
                                .formatted(claimer, request, shown));
            }
        }
    }

    private void decide(String request, JsonNode task, Random chance) {
        String owner = task.path("assigneeId").asString("");
        boolean tries = chance.nextInt(3) == 0;
        Kind kind = chance.nextInt(5) == 0 ? Kind.REJECT : Kind.APPROVE;
        boolean insists = chance.nextBoolean();
        for (Person claimer : claimers) {
            boolean isOwner = claimer.id().equals(owner);
            if ((isOwner || tries) && new Decision(ledger, claimer, request, task).take(kind, insists) && !isOwner) {
                ledger.broken(
                        Invariant.I8,
                        "%s decided on a task of %s that is the one of '%s'".formatted(claimer.id(), request, owner));
            }
        }
    }
}
