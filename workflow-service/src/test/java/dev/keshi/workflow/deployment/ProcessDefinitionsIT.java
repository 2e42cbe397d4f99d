package dev.keshi.workflow.deployment;

import static dev.keshi.workflow.Enterprise.DEFINITIONS;
import static dev.keshi.workflow.Enterprise.as;
import static dev.keshi.workflow.Enterprise.bpmn;
import static dev.keshi.workflow.Enterprise.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.workflow.Enterprise;
import dev.keshi.workflow.RunningService;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Process definitions over HTTP, on a real store. */
@RunningService
class ProcessDefinitionsIT {

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MockMvcTester http;

    @BeforeEach
    void anEnterprise() {
        enterprise.begin();
    }

    @Test
    void aDocumentThatCannotBeExecutedIsRefusedWithEveryElementAndLine() {
        var refused = enterprise.sendXml(
                DEFINITIONS, bpmn("bad", "<bpmn:scriptTask id='s'/><bpmn:serviceTask id='t'/>", "s"));

        assertThat(refused.getResponse().getStatus()).isEqualTo(422);
        var errors = read(refused).get("errors");
        assertThat(errors.findValuesAsString("elementId")).contains("s", "t");
        errors.forEach(error -> assertThat(error.get("line").asInt()).isPositive());
        assertThat(enterprise.get("ann", DEFINITIONS + "/bad:1").getResponse().getStatus())
                .isEqualTo(404);
    }

    @Test
    void theReadersLanguageIsSpokenAndTheParsersWordsAreMarkedAsSuch() {
        var xml = bpmn("bad", "<bpmn:userTask id='t' colour='red' keshi:approver='manager'/>", "t");

        for (var path : List.of(DEFINITIONS, DEFINITIONS + "/validate")) {
            var chinese =
                    read(enterprise.sendXml(path, xml, "zh-CN")).get("errors").get(0);
            assertThat(chinese.get("message").asString()).isEqualTo("不符合 BPMN 2.0 模式：元素 bpmn:userTask 没有属性 colour");
            assertThat(chinese.get("parserMessage").asString()).startsWith("cvc-complex-type.3.2.2");
            var english =
                    read(enterprise.sendXml(path, xml, "en")).get("errors").get(0);
            assertThat(english.get("message").asString())
                    .isEqualTo(
                            "Not valid against the BPMN 2.0 schema: the element bpmn:userTask has no attribute colour");
            assertThat(english.propertyNames())
                    .containsExactly("elementId", "elementType", "line", "code", "message", "parserMessage");
        }
    }

    @Test
    void noDocumentAtAllIsAnsweredLikeOneThatCannotBeExecuted() {
        for (var path : List.of(DEFINITIONS, DEFINITIONS + "/validate")) {
            var refused = enterprise.sendXml(path, "");

            assertThat(refused.getResponse().getStatus()).as(path).isEqualTo(422);
            assertThat(read(refused).get("code").asString()).isEqualTo("process-not-executable");
            assertThat(read(refused).get("errors").findValuesAsString("code")).containsExactly("not-xml");
        }
    }

    @Test
    void twoMegabytesOfNestingAreRefusedBeforeTheyAreRead() {
        var nested = "<a>".repeat(300_000) + "</a>".repeat(300_000);
        for (var path : List.of(DEFINITIONS, DEFINITIONS + "/validate")) {
            var refused = enterprise.sendXml(path, nested);

            assertThat(refused.getResponse().getStatus()).as(path).isEqualTo(422);
            assertThat(read(refused).get("errors").findValuesAsString("code")).containsExactly("too-large");
        }
    }

    @Test
    void theDescriptionSaysThatADocumentIsNeeded() {
        var paths = read(enterprise.get("ann", "/v3/api-docs")).get("paths");

        for (var path : List.of(DEFINITIONS, DEFINITIONS + "/validate")) {
            var body = paths.get(path).get("post").get("requestBody");
            assertThat(body.get("required").asBoolean()).isTrue();
            assertThat(body.get("content").propertyNames()).containsExactly("application/xml");
        }
    }

    @Test
    void whatWasDeployedComesBackByteForByteAndTheSameDocumentIsNoNewVersion() {
        var xml = bpmn("again", "<bpmn:userTask id='check' keshi:approver='manager'/>", "check");
        enterprise.deploy(xml);
        enterprise.deploy(xml);

        assertThat(enterprise
                        .get("ann", DEFINITIONS + "/again:1/xml")
                        .getResponse()
                        .getContentAsByteArray())
                .isEqualTo(xml.getBytes(StandardCharsets.UTF_8));
        assertThat(http.get()
                        .uri(URI.create(DEFINITIONS + "/%20:1"))
                        .with(as("ann"))
                        .exchange()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
        assertThat(enterprise.get("ann", DEFINITIONS + "/again:2").getResponse().getStatus())
                .isEqualTo(404);
        enterprise.deploy(xml.replace("id='check'", "id='check' name='核对'"));
        assertThat(read(enterprise.get("ann", DEFINITIONS + "/again:2"))
                        .get("latest")
                        .asBoolean())
                .isTrue();
    }
}
