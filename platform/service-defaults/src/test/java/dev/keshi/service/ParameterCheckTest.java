package dev.keshi.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.test.TestTokens;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class ParameterCheckTest {

    @Autowired
    MockMvcTester http;

    @Autowired
    TestTokens tokens;

    private MvcTestResult get(String path, String language) {
        return http.get()
                .uri(URI.create("/api/test/v1/" + path))
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.of("person-1", "EMPLOYEE"))
                .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                .exchange();
    }

    @Test
    void aFilterThatNobodyReadsIsNamedInTheLanguageOfTheCaller() {
        var english = get("parcels?colour=red&color=red&limit=5", "en");
        assertThat(english).hasStatus(400).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(english).bodyJson().extractingPath("$.code").isEqualTo("invalid-request");
        assertThat(english).bodyJson().extractingPath("$.errors[*].parameter").isEqualTo(List.of("color"));
        assertThat(english).bodyJson().extractingPath("$.errors[0].code").isEqualTo("unknown-parameter");
        assertThat(english).bodyJson().extractingPath("$.errors[0].message").isEqualTo("Unknown query parameter");
        assertThat(get("parcels?color=red", "zh-CN"))
                .bodyJson()
                .extractingPath("$.errors[0].message")
                .isEqualTo("未知的查询参数");
    }

    @Test
    void ofTwoValuesForOneParameterNoneIsChosen() {
        for (var path : List.of("parcels?limit=1&limit=2", "search?text=abc&text=abc", "shelves?length=2&length=2")) {
            var twice = get(path, "zh-CN");
            assertThat(twice).hasStatus(400);
            assertThat(twice).bodyJson().extractingPath("$.errors[*].code").isEqualTo(List.of("repeated-parameter"));
            assertThat(twice).bodyJson().extractingPath("$.errors[0].message").isEqualTo("查询参数只能出现一次");
        }
        assertThat(get("labels?label=a&label=b", "en")).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "parcels",
                "parcels?colour=red&limit=5",
                "parcels?",
                "parcels?&limit=5",
                "parcels?l%69mit=5",
                "search?text=abc",
                "shelves?length=2&width=3",
                "me"
            })
    void whatAnOperationReadsIsWelcome(String path) {
        assertThat(get(path, "en")).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "me?limit=5",
                "parcels/3?verbose",
                "search?text=abc&Text=abc",
                "shelves?length=2&height=3",
                "shelves?measures=2",
                "parcels?paging=1",
                "parcels?=1",
                "parcels?%ED%A0%80=1",
                "search?text=abc&x%00y=1"
            })
    void whatItDoesNotReadIsRefused(String path) {
        assertThat(get(path, "en")).hasStatus(400);
    }

    @Test
    void fieldsOfAFormAreABody() {
        var result = http.post()
                .multipart()
                .uri("/api/test/v1/files")
                .file(new MockMultipartFile("file", "a.txt", "text/plain", new byte[3]))
                .param("note", "a field of the form")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.of("person-1", "EMPLOYEE"))
                .exchange();
        assertThat(result).hasStatusOk();
    }

    @Test
    void pathsThatAreNoInterfacesReadTheirQueriesThemselves() {
        assertThat(http.get().uri("/v3/api-docs?cache=no").exchange()).hasStatusOk();
    }
}
