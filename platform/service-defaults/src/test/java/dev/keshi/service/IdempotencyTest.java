package dev.keshi.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.keshi.service.idempotency.IdempotencyStore;
import dev.keshi.test.TestTokens;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class IdempotencyTest {

    @Autowired
    MockMvcTester http;

    @Autowired
    TestTokens tokens;

    @Autowired
    ParcelController parcels;

    @Autowired
    IdempotencyStore store;

    String key;

    @BeforeEach
    void aNewKey() {
        key = UUID.randomUUID().toString();
    }

    private MvcTestResult pack(String person, String body) {
        return http.post()
                .uri("/api/test/v1/parcels")
                .header("Authorization", "Bearer " + tokens.of(person))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult count(byte[] body) {
        return http.post()
                .uri("/api/test/v1/count")
                .header("Authorization", "Bearer " + tokens.of("person-1"))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .content(body)
                .exchange();
    }

    @Test
    void theSameRequestIsCarriedOutOnceAndAnsweredTwice() throws Exception {
        var before = parcels.packed();
        var first = pack("person-1", "{\"name\":\"box\"}");
        var second = pack("person-1", "{\"name\":\"box\"}");
        assertThat(first).hasStatus(201).headers().doesNotContainHeader("Idempotency-Replayed");
        assertThat(second).hasStatus(201).headers().hasValue("Idempotency-Replayed", "true");
        assertThat(second.getResponse().getContentAsString())
                .isEqualTo(first.getResponse().getContentAsString())
                .contains("\"actor\":\"person-1\"");
        for (var name : new String[] {"ETag", "Location", "Content-Type"}) {
            assertThat(second.getResponse().getHeader(name))
                    .isNotNull()
                    .isEqualTo(first.getResponse().getHeader(name));
        }
        assertThat(parcels.packed()).isEqualTo(before + 1);
    }

    @Test
    void anAnswerThatHoldsASecretIsNotKept() {
        var before = parcels.packed();
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThat(http.post()
                            .uri("/api/test/v1/parcels/secret")
                            .header("Authorization", "Bearer " + tokens.of("person-1"))
                            .header("Idempotency-Key", key)
                            .exchange())
                    .hasStatusOk()
                    .headers()
                    .doesNotContainHeader("Idempotency-Replayed");
        }
        assertThat(parcels.packed()).isEqualTo(before + 2);
    }

    @Test
    void theKeyReachesTheCommandUniquePerPrincipalAndNeverAsItCame() throws Exception {
        var mine = keyOf(pack("person-1", "{\"name\":\"box\"}"));
        var others = keyOf(pack("person-2", "{\"name\":\"box\"}"));

        assertThat(mine).hasSize(22).isNotEqualTo(others);
        assertThat(others).hasSize(22);
        assertThat(List.of(mine, others)).noneMatch(given -> given.contains(key) || key.contains(given));
    }

    /** What the command was given, of a request that was carried out. */
    private static String keyOf(MvcTestResult result) throws Exception {
        assertThat(result).hasStatus(201).headers().doesNotContainHeader("Idempotency-Replayed");
        return JsonPath.read(result.getResponse().getContentAsString(), "$.key");
    }

    @Test
    void theKeyOfAnotherRequestIsRefused() {
        pack("person-1", "{\"name\":\"box\"}");
        var other = pack("person-1", "{\"name\":\"bag\"}");
        assertThat(other).hasStatus(422).bodyJson().extractingPath("$.code").isEqualTo("idempotency-key-reused");
        assertThat(count("{\"name\":\"box\"}".getBytes())).hasStatus(422);
    }

    @Test
    void aRequestThatIsBeingWorkedOnIsNotStartedAgain() {
        var id = new dev.keshi.service.command.IdempotencyKey(key).uniqueFor("person-1");
        pack("person-1", "{\"name\":\"box\"}");
        var head = ((InMemoryIdempotencyStore) store).headOf(id);
        store.release(id, "any");
        store.claim(id, new IdempotencyStore.Fingerprint(head, Optional.empty()), Duration.ofMinutes(1));
        var result = pack("person-1", "{\"name\":\"box\"}");
        assertThat(result).hasStatus(409).headers().containsHeader("Retry-After");
        assertThat(result).bodyJson().extractingPath("$.code").isEqualTo("idempotency-key-in-flight");
    }

    @ParameterizedTest
    @CsvSource({"'', 60000", "9900, 11900", "500, 2500", "999999999, 60000"})
    void aKeyIsMarkedForAsLongAsItsAnswerIsWaitedFor(String deadline, long marked) {
        var id = new dev.keshi.service.command.IdempotencyKey(key).uniqueFor("person-1");
        var request = http.post()
                .uri("/api/test/v1/parcels")
                .header("Authorization", "Bearer " + tokens.of("person-1"))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\":\"box\"}");

        assertThat((deadline.isEmpty() ? request : request.header("X-Keshi-Deadline", deadline)).exchange())
                .hasStatus(201);

        assertThat(((InMemoryIdempotencyStore) store).patienceOf(id)).hasMillis(marked);
    }

    @Test
    void aDefiniteRefusalIsKeptAndAPassingOneIsNot() {
        assertThat(pack("person-1", "{\"name\":\"box\",\"grams\":900}")).hasStatus(422);
        assertThat(pack("person-1", "{\"name\":\"box\",\"grams\":900}"))
                .hasStatus(422)
                .headers()
                .hasValue("Idempotency-Replayed", "true");
        for (var id : new String[] {"contended", "full", "broken"}) {
            key = UUID.randomUUID().toString();
            for (var i = 0; i < 2; i++) {
                assertThat(http.put()
                                .uri("/api/test/v1/parcels/" + id)
                                .header("Authorization", "Bearer " + tokens.of("person-1"))
                                .header("Idempotency-Key", key)
                                .header("If-Match", "\"3\"")
                                .exchange())
                        .headers()
                        .doesNotContainHeader("Idempotency-Replayed");
            }
        }
    }

    @Test
    void aLargeBodyIsComparedWhileItStreamsBy() {
        var large = new byte[3 * 1024 * 1024];
        assertThat(count(large)).hasStatusOk().bodyText().isEqualTo("bytes " + large.length);
        assertThat(count(large)).hasStatusOk().headers().hasValue("Idempotency-Replayed", "true");
        large[large.length - 1] = 1;
        assertThat(count(large)).hasStatus(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "with space", "中文", "tab\t"})
    void anUnreadableKeyIsRefused(String unreadable) {
        key = unreadable;
        var result = pack("person-1", "{\"name\":\"box\"}");
        assertThat(result)
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].parameter")
                .isEqualTo("Idempotency-Key");
        key = "k".repeat(201);
        assertThat(pack("person-1", "{\"name\":\"box\"}")).hasStatus(400);
    }
}
