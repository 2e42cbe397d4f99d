package dev.keshi.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class OpenApiTest {

    @Autowired
    MockMvcTester http;

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
