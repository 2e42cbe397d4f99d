package dev.keshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.client.Answer;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Cast.Part;
import dev.keshi.launcher.platform.Service;
import dev.keshi.test.Eventually;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

@OnThePlatform
class ProcessesIT {

    private static final String DEFINITIONS = "/api/workflow/v1/process-definitions";

    private final Keshi keshi;
    private final Caller administrator;

    ProcessesIT(Keshi keshi) {
        this.keshi = keshi;
        this.administrator = keshi.administrator();
    }

    @Scenario("W1")
    void whatWasDeployedComesBackByteForByteAndANewDocumentIsANewVersion() {
        String key = "purchase-" + UUID.randomUUID();
        String xml = document(key, "采购", "");

        JsonNode first = deploy(xml).expect(201).json();
        JsonNode second = deploy(document(key, "采购（修订）", "")).expect(201).json();

        assertThat(administrator
                        .get(DEFINITIONS + "/" + Leave.id(first) + "/xml")
                        .expect(200)
                        .body())
                .isEqualTo(xml);
        assertThat(first.path("version").asInt()).isEqualTo(1);
        assertThat(second.path("version").asInt()).isEqualTo(2);
    }

    @Scenario("W1")
    void everyElementThatIsNotExecutedIsNamedWithItsLine() {
        String extra = """
                <bpmn:scriptTask id="calculate" name="x"/>
                <bpmn:sendTask id="tell" name="y"/>
                """;

        Answer refused = deploy(document("refused-" + UUID.randomUUID(), "采购", extra));

        assertThat(refused.status()).isEqualTo(422);
        JsonNode errors = refused.json().path("errors");
        assertThat(errors.valueStream().map(error -> error.path("elementId").asString()))
                .contains("calculate", "tell");
        assertThat(errors.valueStream()
                        .filter(error -> error.path("elementId").asString().equals("calculate")))
                .allMatch(error -> error.path("line").asInt() == 7
                        && error.path("elementType").asString().equals("scriptTask"));
    }

    @Scenario("W1")
    void hostileXmlIsRefusedAndOnlyAdministratorsDeploy() {
        String entity = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>";

        assertThat(deploy(entity).status()).isEqualTo(422);
        assertThat(deploy("not xml at all").status()).isEqualTo(422);
        assertThat(keshi.person(Part.EMPLOYEE)
                        .postText(DEFINITIONS, "application/xml", document("mine", "x", ""))
                        .status())
                .isEqualTo(403);
    }

    @Scenario("W1")
    void aKilledServiceLosesNothingThatWasAcknowledgedAndTheOthersGoOnMeanwhile() throws Throwable {
        var employee = keshi.person(Part.EMPLOYEE);
        JsonNode request = Leave.askFor(employee, 4);

        keshi.kill(Service.WORKFLOW);
        try {
            Answer refused = employee.get(Leave.REQUESTS + "/" + Leave.id(request));
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
            assertThat(refused.header("Retry-After")).isNotBlank();
            assertThat(employee.get("/api/org/v1/people/me").status()).isEqualTo(200);
            assertThat(employee.get("/api/notification/v1/inbox").status()).isEqualTo(200);
        } finally {
            keshi.start(Service.WORKFLOW);
        }

        Eventually.eventually(() -> assertThat(
                        employee.get(Leave.REQUESTS + "/" + Leave.id(request)).status())
                .isEqualTo(200));
        Leave.approve(keshi.person(Part.MANAGER), request);
        Leave.approve(keshi.person(Part.DEPUTY), request);
        assertThat(Leave.find(employee, request).path("status").asString()).isEqualTo("approved");
    }

    private Answer deploy(String xml) {
        return administrator.postText(DEFINITIONS, "application/xml", xml);
    }

    /** A process with one approval by the manager. */
    static String document(String key, String name, String extra) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:keshi="https://keshi.dev/bpmn/1.0" id="d" targetNamespace="https://keshi.dev/processes">
                  <bpmn:process id="%s" name="%s" isExecutable="true">
                    <bpmn:startEvent id="start"/>
                    <bpmn:userTask id="approval" name="审批" keshi:approver="manager"/>
                %s    <bpmn:endEvent id="end"/>
                    <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="approval"/>
                    <bpmn:sequenceFlow id="b" sourceRef="approval" targetRef="end"/>
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(key, name, extra);
    }
}
