package dev.keshi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** What the gateway shows itself. */
@BeforeServices
class PagesTest {

    @Autowired
    GatewayClient gateway;

    @Test
    void everyInterfaceIsDescribedOnOnePageThatFetchesNothingFromElsewhere() throws Exception {
        gateway.send(gateway.as("person-1", "/openapi/workflow"));
        assertThat(gateway.workflow.last().uri().getPath()).isEqualTo("/v3/api-docs");
        assertThat(gateway.workflow.last().headers()).doesNotContainKey("Authorization");
        GatewayClient.isProblem(gateway.send(gateway.open("/openapi/reporting")), 503, "service-unavailable");
        GatewayClient.isProblem(gateway.send(gateway.open("/openapi/unknown")), 404, "not-found");
        GatewayClient.isProblem(
                gateway.send(gateway.open("/openapi/org").POST(BodyPublishers.noBody())), 404, "not-found");
        var docs = gateway.send(gateway.open("/docs"));
        assertThat(docs.statusCode()).isEqualTo(200);
        assertThat(docs.body()).doesNotContain("http://").doesNotContain("https://");
        assertThat(docs.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        for (var file : new String[] {
            "/docs/docs.js",
            "/docs/pages.css",
            "/docs/swagger-ui/swagger-ui.css",
            "/docs/swagger-ui/swagger-ui-bundle.js",
            "/docs/swagger-ui/swagger-ui-standalone-preset.js"
        }) {
            assertThat(gateway.send(gateway.open(file)).statusCode()).as(file).isEqualTo(200);
        }
        for (var file : new String[] {"/docs/application.yaml", "/docs/index.html", "/docs/swagger-ui/none.js"}) {
            GatewayClient.isProblem(gateway.send(gateway.open(file)), 404, "not-found");
        }
    }

    @Test
    void theFirstPageAndTheCallbackAreInBothLanguages() throws Exception {
        for (var path : new String[] {"/", "/callback?code=x&state=y"}) {
            var page = gateway.send(gateway.open(path));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(page.body()).contains("/docs").contains("lang=\"en\"").contains("接口文档");
        }
    }

    @Test
    void everyEventIsDescribed() throws Exception {
        var document = JsonMapper.builder()
                .build()
                .readTree(gateway.send(gateway.open("/events/asyncapi.json")).body());
        assertThat(document.path("asyncapi").asString()).isEqualTo("3.0.0");
        var message = document.path("components").path("messages").path("keshi.org.department-moved.v1");
        assertThat(document.at(message.path("payload").path("$ref").asString().substring(1))
                        .at("/properties/parentId/type")
                        .asString())
                .isEqualTo("string");
        assertThat(document.toString()).doesNotContain("person-key-issued");
        for (var type : document.path("components").path("messages").propertyNames()) {
            assertThat(gateway.send(gateway.open("/events/schemas/" + type + ".json"))
                            .statusCode())
                    .as(type)
                    .isEqualTo(200);
            assertThat(gateway.send(gateway.open("/events/examples/" + type + ".json"))
                            .statusCode())
                    .as(type)
                    .isEqualTo(200);
        }
        for (var path : new String[] {
            "/events/schemas/keshi.org.nothing.v1.json",
            "/events/schemas/x",
            "/events/schemas/application.yaml",
            "/events/other.json",
            "/events/schemas/keshi.org.person-key-issued.v1.json"
        }) {
            GatewayClient.isProblem(gateway.send(gateway.open(path)), 404, "not-found");
        }
    }
}
