package dev.keshi.launcher.tour;

import dev.keshi.launcher.client.Answer;
import dev.keshi.launcher.client.Caller;
import java.time.LocalDate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What people do with leave requests, over HTTP. */
final class Requests {

    private static final String REQUESTS = "/api/workflow/v1/requests";
    private static final String TASKS = "/api/workflow/v1/tasks";

    private Requests() {}

    /** A request as it stands after it was submitted. */
    static JsonNode askForLeave(Caller employee, LocalDate from, int days, String reason) {
        ObjectNode body = JsonMapper.shared().createObjectNode().put("processKey", "leave-request");
        body.putObject("form")
                .put("leaveType", "annual")
                .put("from", from.toString())
                .put("to", from.plusDays(days - 1L).toString())
                .put("days", days)
                .put("reason", reason);
        return employee.post(REQUESTS, body).expect(201).json();
    }

    static JsonNode find(Caller caller, String request) {
        return caller.get(REQUESTS + "/" + request).expect(200).json();
    }

    /** The only task that the request waits for. */
    static JsonNode onlyTask(JsonNode request) {
        TourFailure.require(
                request.path("tasks").size() == 1,
                "the request waits for %d tasks, not for one",
                request.path("tasks").size());
        return request.path("tasks").get(0);
    }

    /** The task of a request in the work list of a person. */
    static JsonNode inWorkList(Caller person, String request) {
        for (JsonNode item : person.get(TASKS + "?limit=100").expect(200).json().path("items")) {
            if (item.path("requestId").asString().equals(request)) {
                return item;
            }
        }
        throw new TourFailure("the request %s is not in the work list of the one who has to decide".formatted(request));
    }

    static Answer approve(Caller approver, JsonNode task, String remark) {
        ObjectNode body = JsonMapper.shared().createObjectNode().put("remark", remark);
        String revision = "\"" + task.path("revision").asLong() + "\"";
        return approver.post(TASKS + "/" + task.path("id").asString() + "/approve", body, "If-Match", revision)
                .expect(200, 204);
    }
}
