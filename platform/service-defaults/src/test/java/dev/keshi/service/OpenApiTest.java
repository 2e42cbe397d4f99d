package dev.keshi.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WebTest
class OpenApiTest {

    @Autowired
    MockMvcTester http;

    private JsonNode document(String language) throws UnsupportedEncodingException {
        var answer = http.get()
                .uri("/v3/api-docs")
                .header("Accept-Language", language)
                .exchange();
        return JsonMapper.shared().readTree(answer.getResponse().getContentAsString(StandardCharsets.UTF_8));
    }

    private static List<String> names(JsonNode operation) {
        return operation
                .path("parameters")
                .valueStream()
                .map(each -> each.path("name").asString())
                .toList();
    }

    @Test
    void summariesAndParametersAreSaidInTheLanguageOfTheReader() throws UnsupportedEncodingException {
        assertThat(said("en")).containsExactly("Changes a parcel", "Id of the resource", "Colour");
        assertThat(said("zh-CN")).containsExactly("更改包裹", "资源的编号", "颜色");
    }

    private List<String> said(String language) throws UnsupportedEncodingException {
        var paths = document(language).path("paths");
        var change = paths.path("/api/test/v1/parcels/{id}").path("put");
        var list = paths.path("/api/test/v1/parcels").path("get");
        return List.of(change.path("summary").asString(), description(change, "id"), description(list, "colour"));
    }

    @Test
    void fieldsOfRequestsAndOfTheirPartsAreSaidInTheLanguageOfTheReader() throws UnsupportedEncodingException {
        assertThat(fields("en")).containsExactly("Name", "What is in it", "How many", "none");
        assertThat(fields("zh-CN")).containsExactly("名称", "明细", "数量", "none");
    }

    private List<String> fields(String language) throws UnsupportedEncodingException {
        var schemas = document(language).path("components").path("schemas");
        return List.of(
                said(schemas, "PackRequest", "name"),
                said(schemas, "PackRequest", "lines"),
                said(schemas, "Line", "count"),
                said(schemas, "ParcelView", "name"));
    }

    private static String said(JsonNode schemas, String request, String field) {
        return schemas.path(request)
                .path("properties")
                .path(field)
                .path("description")
                .asString("none");
    }

    private static String description(JsonNode operation, String parameter) {
        return operation
                .path("parameters")
                .valueStream()
                .filter(each -> each.path("name").asString().equals(parameter))
                .map(each -> each.path("description").asString())
                .findFirst()
                .orElse("none");
    }

    @Test
    void ifMatchStandsWhereItIsReadAndIsRequiredWhereItIsEnforced() throws UnsupportedEncodingException {
        var paths = document("en").path("paths");
        var create = paths.path("/api/test/v1/parcels").path("post");
        var change = paths.path("/api/test/v1/parcels/{id}").path("put");

        assertThat(names(create)).contains("Idempotency-Key").doesNotContain("If-Match");
        assertThat(create.path("responses").propertyNames()).contains("201").doesNotContain("200", "412", "428");
        assertThat(change.path("responses").propertyNames()).contains("412", "428");
        assertThat(change.path("parameters").valueStream()).anySatisfy(each -> {
            assertThat(each.path("name").asString()).isEqualTo("If-Match");
            assertThat(each.path("required").asBoolean()).isTrue();
        });
    }

    @Test
    void theDocumentDescribesWhatTheDefaultsAdd() {
        var document = http.get().uri("/v3/api-docs").exchange();
        assertThat(document).hasStatusOk();
        assertThat(document).bodyJson().extractingPath("$.openapi").asString().startsWith("3.1");
        var put = "$.paths['/api/test/v1/parcels/{id}'].put";
        assertThat(document)
                .bodyJson()
                .extractingPath(put + ".parameters[*].name")
                .asArray()
                .containsExactlyInAnyOrder("id", "Idempotency-Key", "If-Match");
        assertThat(document)
                .bodyJson()
                .extractingPath(put + ".responses")
                .asMap()
                .containsKeys("400", "401", "403", "404", "409", "412", "422", "428", "429", "503");
        assertThat(document)
                .bodyJson()
                .extractingPath(put + ".responses['412']['$ref']")
                .isEqualTo("#/components/responses/Problem412");
        assertThat(document)
                .bodyJson()
                .extractingPath("$.paths['/api/test/v1/parcels'].get.parameters[*].name")
                .asArray()
                .containsExactlyInAnyOrder("colour", "limit", "cursor");
        assertThat(document)
                .bodyJson()
                .extractingPath("$.components.schemas.Problem.properties.code.type")
                .isEqualTo("string");
        assertThat(document)
                .bodyJson()
                .extractingPath("$.components.securitySchemes.bearer.scheme")
                .isEqualTo("bearer");
        assertThat(document).bodyText().doesNotContain("CommandContext").doesNotContain("Paging");
    }
}
