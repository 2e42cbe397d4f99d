package dev.keshi.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.messaging.StoreReadiness;
import dev.keshi.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Until migrations and indexes are done whoever asks is told to come again. */
@WebTest
@Import(StoreDoorTest.Stores.class)
class StoreDoorTest {

    @TestConfiguration
    static class Stores {
        @Bean
        Store store() {
            return new Store();
        }
    }

    static final class Store implements StoreReadiness {

        private volatile boolean ready;

        @Override
        public boolean isReady() {
            return ready;
        }
    }

    @Autowired
    MockMvcTester http;

    @Autowired
    TestTokens tokens;

    @Autowired
    Store store;

    @BeforeEach
    void nothingIsDoneYet() {
        store.ready = false;
    }

    private MvcTestResult send(HttpMethod method, String path, String language) {
        return http.method(method)
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.of("person-1"))
                .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\":\"box\"}")
                .exchange();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/test/v1/me",
        "POST, /api/test/v1/parcels",
        "GET, /api/test/v1/nothing",
        "GET, /scim/v2/Users",
        "POST, /oauth2/token",
        "GET, /login",
        "GET, /oauth2/jwks-and-more",
    })
    void untilTheStoreIsReadyRequestsAreToldToComeAgain(String method, String path) {
        var refused = send(HttpMethod.valueOf(method), path, "en");

        assertThat(refused)
                .hasStatus(503)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .hasHeader(HttpHeaders.RETRY_AFTER, "5")
                .hasHeader(HttpHeaders.CONTENT_LANGUAGE, "en");
        assertThat(refused).bodyJson().extractingPath("$.code").isEqualTo("store-not-ready");
        assertThat(refused).bodyJson().extractingPath("$.type").isEqualTo("https://keshi.dev/problems/store-not-ready");
        assertThat(refused).bodyJson().extractingPath("$.title").isEqualTo("The data store is not ready yet");
        assertThat(refused).bodyJson().extractingPath("$.traceId").asString().matches("[0-9a-f]{32}");
    }

    @Test
    void itIsSaidInTheLanguageOfTheReader() {
        assertThat(send(HttpMethod.GET, "/api/test/v1/me", "zh-CN"))
                .hasStatus(503)
                .bodyJson()
                .extractingPath("$.title")
                .isEqualTo("数据存储尚未就绪");
    }

    @Test
    void onceItIsReadyTheSameRequestIsCarriedOut() {
        assertThat(send(HttpMethod.GET, "/api/test/v1/me", "en")).hasStatus(503);

        store.ready = true;

        assertThat(send(HttpMethod.GET, "/api/test/v1/me", "en")).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/liveness", "/v3/api-docs", "/oauth2/jwks"})
    void whatNeedsNoIndexIsAnsweredAsEver(String path) {
        var before = send(HttpMethod.GET, path, "en");
        store.ready = true;
        var after = send(HttpMethod.GET, path, "en");

        assertThat(before.getResponse().getStatus())
                .isNotEqualTo(503)
                .isEqualTo(after.getResponse().getStatus());
    }
}
