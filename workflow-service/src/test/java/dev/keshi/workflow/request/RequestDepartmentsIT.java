package dev.keshi.workflow.request;

import static dev.keshi.workflow.Enterprise.bpmn;
import static dev.keshi.workflow.Enterprise.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.test.events.EventProbe;
import dev.keshi.test.events.SeenEvent;
import dev.keshi.workflow.Enterprise;
import dev.keshi.workflow.RunningService;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events of requests and tasks say where people worked when it happened; on a real store and broker. */
@RunningService
class RequestDepartmentsIT {

    private static final String REQUESTS = "/api/workflow/v1/requests";
    private static final String TASKS = "/api/workflow/v1/tasks";

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MongoTemplate mongo;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String ida = "ida-" + run;
    private final String jan = "jan-" + run;
    private final String kim = "kim-" + run;

    @BeforeEach
    void twoWhoAreAskedAndOneWhoAsks() {
        enterprise.begin();
        enterprise.person(ida, "team", "KEEPER-" + run);
        enterprise.person(jan, "group", "KEEPER-" + run);
        enterprise.person(kim, "team", "EMPLOYEE");
        enterprise.deploy(bpmn(
                "keep-" + run,
                "<bpmn:userTask id='check' name='核对' keshi:approver='role:KEEPER-" + run + "'/>",
                "check"));
    }

    @Test
    void aTaskTellsWhereThoseWhoAreAskedWorkAtThatMomentAndARequestWhereItWasAskedFor(EventProbe probe) {
        var id = read(enterprise.post(kim, REQUESTS, null, "{\"processKey\":\"keep-" + run + "\",\"form\":{}}"))
                .get("id")
                .asString();
        act(ida, id, "claim", "1");
        act(ida, id, "release", "2");
        move(ida, "group");
        act(ida, id, "claim", "3");
        move(ida, "team");
        move(kim, "group");
        act(ida, id, "approve", "4");

        var told = probe.await(7, event -> event.key().equals(id), Duration.ofSeconds(20));
        assertThat(departments(told, "request-submitted")).containsExactly("\"team\"");
        assertThat(departments(told, "task-created")).containsExactly("[\"group\",\"team\"]");
        assertThat(departments(told, "task-claimed")).containsExactly("\"team\"", "\"group\"");
        assertThat(departments(told, "task-released")).containsExactly("[\"group\",\"team\"]");
        assertThat(departments(told, "task-decided")).containsExactly("\"team\"");
        assertThat(departments(told, "request-ended")).containsExactly("\"team\"");
    }

    private static List<String> departments(List<SeenEvent> told, String type) {
        return told.stream()
                .filter(event -> event.type().equals("keshi.workflow." + type + ".v1"))
                .map(event -> JsonMapper.shared().readTree(event.json()))
                .map(event -> event.path(event.has("departmentIds") ? "departmentIds" : "departmentId"))
                .map(JsonNode::toString)
                .toList();
    }

    private void act(String person, String request, String verb, String revision) {
        assertThat(enterprise
                        .post(person, TASKS + "/" + request + "-1/" + verb, revision, "{}")
                        .getResponse()
                        .getStatus())
                .as(verb)
                .isBetween(200, 204);
    }

    private void move(String person, String department) {
        mongo.getCollection("directory_people")
                .updateOne(new Document("_id", person), new Document("$set", new Document("departmentId", department)));
    }
}
