package dev.keshi.launcher.activity;

import dev.keshi.launcher.client.Answer;
import dev.keshi.launcher.client.CallFailure;
import dev.keshi.launcher.client.Caller;
import java.time.LocalDate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What people do with leave requests, over HTTP. */
public final class LeaveRequests {

    private static final String REQUESTS = "/api/workflow/v1/requests";
    private static final String TASKS = "/api/workflow/v1/tasks";

    private LeaveRequests() {}

    /** A request as it stands after it was submitted. */
    public static JsonNode askForLeave(Caller employee, LocalDate from, int days, String reason) {
        ObjectNode body = JsonMapper.shared().createObjectNode().put("processKey", "leave-request");
        body.putObject("form")
                .put("leaveType", "annual")
                .put("from", from.toString())
                .put("to", from.plusDays(days - 1L).toString())
                .put("days", days)
                .put("reason", reason);
        return employee.post(REQUESTS, body).expect(201).json();
    }

    public static JsonNode find(Caller caller, String request) {
        return caller.get(REQUESTS + "/" + request).expect(200).json();
    }

    /** The only task that the request waits for. */
    public static JsonNode onlyTask(JsonNode request) {
        int tasks = request.path("tasks").size();
        if (tasks != 1) {
            throw new CallFailure("the request waits for %d tasks, not for one".formatted(tasks));
        }
        return request.path("tasks").get(0);
    }

    /** The task of a request in the work list of a person. */
    public static JsonNode inWorkList(Caller person, String request) {
        for (JsonNode item : Resource.all(person, TASKS + "?limit=100")) {
            if (item.path("requestId").asString().equals(request)) {
                return item;
            }
        }
        throw new CallFailure("the request %s is not in the work list of the one who has to decide".formatted(request));
    }

    public static Answer approve(Caller approver, JsonNode task, String remark) {
        ObjectNode body = JsonMapper.shared().createObjectNode().put("remark", remark);
        String revision = "\"" + task.path("revision").asLong() + "\"";
        return approver.post(TASKS + "/" + task.path("id").asString() + "/approve", body, "If-Match", revision)
                .expect(200, 204);
    }
}
