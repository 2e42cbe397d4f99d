package dev.keshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.client.Answer;
import dev.keshi.launcher.client.Caller;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Leave requests over HTTP, as a program outside would make them. */
final class Leave {

    static final String REQUESTS = "/api/workflow/v1/requests";
    static final String TASKS = "/api/workflow/v1/tasks";

    private Leave() {}

    static ObjectNode form(double days) {
        var from = LocalDate.now().plusDays(10);
        ObjectNode body = JsonMapper.shared().createObjectNode().put("processKey", "leave-request");
        body.putObject("form")
                .put("leaveType", "annual")
                .put("from", from.toString())
                .put("to", from.plusDays((long) days - 1).toString())
                .put("days", days)
                .put("reason", "家中有事");
        return body;
    }

    static JsonNode askFor(Caller employee, double days) {
        return employee.post(REQUESTS, form(days)).expect(201).json();
    }

    static JsonNode find(Caller caller, JsonNode request) {
        return caller.get(REQUESTS + "/" + id(request)).expect(200).json();
    }

    static String id(JsonNode resource) {
        return resource.path("id").asString();
    }

    static List<String> openSteps(JsonNode request) {
        var steps = new ArrayList<String>();
        request.path("tasks").forEach(task -> steps.add(task.path("stepId").asString()));
        return steps;
    }

    /** The task of the request in the person's own work list. */
    static JsonNode taskOf(Caller person, JsonNode request) {
        for (JsonNode item : person.get(TASKS + "?limit=100").expect(200).json().path("items")) {
            if (item.path("requestId").asString().equals(id(request))) {
                return item;
            }
        }
        throw new AssertionError("no task of " + id(request) + " in the work list");
    }

    static boolean waitsFor(Caller person, JsonNode request) {
        for (JsonNode item : person.get(TASKS + "?limit=100").expect(200).json().path("items")) {
            if (item.path("requestId").asString().equals(id(request))) {
                return true;
            }
        }
        return false;
    }

    /** @param verb approve, reject, claim or release */
    static Answer act(Caller person, JsonNode task, String verb) {
        return person.post(
                "%s/%s/%s".formatted(TASKS, id(task), verb),
                JsonMapper.shared().createObjectNode(),
                "If-Match",
                "\"" + task.path("revision").asLong() + "\"");
    }

    static void approve(Caller person, JsonNode request) {
        assertThat(act(person, taskOf(person, request), "approve").status()).isIn(200, 204);
    }
}
