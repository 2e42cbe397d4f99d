package dev.keshi.e2e;

import dev.keshi.launcher.client.Caller;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An employee who asks for leave, those who approve it, and a list, outside of the services, of what they were told was done. */
final class LeaveLedger {

    /** Days of a request that its manager alone decides. */
    static final int SHORT = 1;

    /** Days of a request that the deputy in charge decides as well. */
    static final int LONG = 4;

    private final PersistentCaller employee;
    private final PersistentCaller manager;
    private final PersistentCaller deputy;
    private final Map<String, Integer> approved = new ConcurrentHashMap<>();

    LeaveLedger(Caller employee, Caller manager, Caller deputy) {
        this.employee = new PersistentCaller(employee);
        this.manager = new PersistentCaller(manager);
        this.deputy = new PersistentCaller(deputy);
    }

    List<PersistentCaller> people() {
        return List.of(employee, manager, deputy);
    }

    /** One request from the form to its last approval. */
    void askAndApprove(int days) {
        String request = Leave.id(
                employee.command(Leave.REQUESTS, Leave.form(days)).expect(201).json());
        approve(manager, request);
        if (days == LONG) {
            approve(deputy, request);
        }
        approved.put(request, days);
    }

    /** Every request of which all approvals were acknowledged, and its days. */
    Map<String, Integer> approved() {
        return Map.copyOf(approved);
    }

    private static void approve(PersistentCaller approver, String request) {
        JsonNode task = approver.get(Leave.TASKS + "?limit=100")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("requestId").asString().equals(request))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no task of " + request + " in the work list"));
        approver.command(
                        "%s/%s/approve".formatted(Leave.TASKS, Leave.id(task)),
                        JsonMapper.shared().createObjectNode(),
                        "If-Match",
                        "\"" + task.path("revision").asLong() + "\"")
                .expect(200, 204);
    }
}
