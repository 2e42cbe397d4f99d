package dev.keshi.workflow.workitem;

import static dev.keshi.workflow.Enterprise.body;
import static dev.keshi.workflow.Enterprise.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.workflow.Enterprise;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** What people of the enterprise do with work items, over HTTP. */
record Work(Enterprise enterprise) {

    static final String ITEMS = "/api/workflow/v1/work-items";
    static final String LIST = "/api/workflow/v1/work-list";
    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    JsonNode assign(String by, String to, String title, LocalDate due) {
        return assign(by, to, title, due, "NORMAL");
    }

    JsonNode assign(String by, String to, String title, LocalDate due, String priority) {
        var assigned = tryAssign(by, to, title, due, priority);
        assertThat(assigned.getResponse().getStatus()).as(body(assigned)).isEqualTo(201);
        return read(assigned);
    }

    MvcTestResult tryAssign(String by, String to, String title, LocalDate due, String priority) {
        return enterprise.post(by, ITEMS, null, request(to, title, due, priority));
    }

    static String request(String to, String title, LocalDate due, String priority) {
        return "{\"ownerId\":\"%s\",\"title\":\"%s\",\"dueDate\":\"%s\",\"priority\":\"%s\"}"
                .formatted(to, title, due, priority);
    }

    /** On the work item as it is now. */
    JsonNode act(String by, JsonNode item, String verb, String body) {
        var acted = tryAct(by, item, verb, body);
        assertThat(acted.getResponse().getStatus()).as(body(acted)).isEqualTo(200);
        return read(acted);
    }

    MvcTestResult tryAct(String by, JsonNode item, String verb, String body) {
        var owner = item.get("ownerId").asString();
        var now = read(enterprise.get(owner, ITEMS + "/" + id(item)));
        return tryAct(by, item, verb, body, now.get("revision").asString());
    }

    MvcTestResult tryAct(String by, JsonNode item, String verb, String body, @Nullable String revision) {
        return enterprise.post(by, ITEMS + "/" + id(item) + "/" + verb, revision, body);
    }

    JsonNode find(String person, JsonNode item) {
        return read(enterprise.get(person, ITEMS + "/" + id(item)));
    }

    static String id(JsonNode item) {
        return item.get("id").asString();
    }
}
