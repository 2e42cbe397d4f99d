package dev.keshi.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.test.TestTokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class ProblemTest {

    @Autowired
    MockMvcTester http;

    @Autowired
    TestTokens tokens;

    private MvcTestResult post(String body) {
        return post(body, "en");
    }

    private MvcTestResult post(String body, String language) {
        return http.post()
                .uri("/api/test/v1/parcels")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.of("person-1", "EMPLOYEE"))
                .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult put(String id, String ifMatch) {
        return http.put()
                .uri("/api/test/v1/parcels/" + id)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.of("person-1", "EMPLOYEE"))
                .header(HttpHeaders.ACCEPT_LANGUAGE, "en")
                .header(HttpHeaders.IF_MATCH, ifMatch)
                .exchange();
    }

    private static void isProblem(MvcTestResult result, int status, String code) {
        assertThat(result).hasStatus(status).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(result).bodyJson().extractingPath("$.code").isEqualTo(code);
        assertThat(result).bodyJson().extractingPath("$.type").isEqualTo("https://keshi.dev/problems/" + code);
        assertThat(result).bodyJson().extractingPath("$.status").isEqualTo(status);
        assertThat(result).bodyJson().extractingPath("$.traceId").asString().matches("[0-9a-f]{32}");
        assertThat(result).bodyJson().extractingPath("$.title").asString().isNotEqualTo(code);
    }

    private static void hasError(MvcTestResult result, String pointer, String code) {
        isProblem(result, 400, "invalid-request");
        assertThat(result).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo(pointer);
        assertThat(result).bodyJson().extractingPath("$.errors[0].code").isEqualTo(code);
        assertThat(result)
                .bodyJson()
                .extractingPath("$.errors[0].message")
                .asString()
                .isNotEqualTo(code);
    }

    @Test
    void aFeatureDeclaresItsProblemsOnceAndSaysThemInTwoLanguages() {
        var english = post("{\"name\":\"sealed\"}".replace("sealed", "sealed"), "en-GB,en;q=0.9");
        hasErrorOnSize(english);
        var heavy = post("{\"name\":\"box\",\"grams\":501}");
        isProblem(heavy, 422, "parcel-too-heavy");
        assertThat(heavy)
                .bodyJson()
                .extractingPath("$.errors[0]")
                .isEqualTo(Map.of(
                        "pointer", "/grams", "code", "too-many-grams", "message", "501 grams are more than 500"));
        var chinese = post("{\"name\":\"box\",\"grams\":501}", "fr");
        assertThat(chinese).bodyJson().extractingPath("$.title").isEqualTo("包裹过重");
        assertThat(chinese).headers().hasValue("Content-Language", "zh-CN");
    }

    private static void hasErrorOnSize(MvcTestResult result) {
        hasError(result, "/name", "size");
        assertThat(result)
                .bodyJson()
                .extractingPath("$.errors[0].message")
                .isEqualTo("Length or count must be between 2 and 5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"name\":\"box\",\"colour\":1} | /colour | unknown-field",
                "{\"name\":\"box\",\"lines\":[{\"name\":\"a\",\"count\":1,\"x\":2}]} | /lines/0/x | unknown-field",
                "{\"name\":\"box\",\"lines\":[{\"name\":\"a\",\"count\":11}]} | /lines/0/count | maximum",
                "{\"name\":\"box\",\"lines\":[{\"name\":\"a\"}]} | /lines/0/count | wrong-type",
                "{\"name\":12} | /name | wrong-type",
                "{\"name\":true} | /name | wrong-type",
                "{\"name\":\"box\",\"grams\":\"12\"} | /grams | wrong-type",
                "{\"name\":\"box\",\"grams\":1.5} | /grams | wrong-type",
                "{\"name\":\"box\",\"grams\":\"\"} | /grams | wrong-type",
                "{\"name\":\"box\",\"grams\":99999999999} | /grams | invalid-value",
                "{\"name\":\"box\",\"fragile\":\"true\"} | /fragile | wrong-type",
                "{\"name\":\"box\",\"fragile\":1} | /fragile | wrong-type",
                "{\"name\":\"box\",\"kind\":\"PALLET\"} | /kind | invalid-value",
                "{\"name\":\"box\",\"kind\":1} | /kind | wrong-type",
                "{\"name\":\"box\",\"due\":1700000000} | /due | wrong-type",
                "{\"name\":\"box\",\"due\":\"yesterday\"} | /due | invalid-value",
                "{\"name\":\"box\",\"due\":\"+10000-01-01T00:00:00Z\"} | /due | invalid-value",
                "{\"name\":\"box\",\"due\":\"0000-12-31T23:59:59Z\"} | /due | invalid-value",
                "{\"name\":\"box\",\"day\":[2026,1,1]} | /day | wrong-type",
                "{\"name\":\"box\",\"day\":\"9999-01-01\"} | /day | invalid-value",
                "{\"name\":\"box\",\"day\":\"0000-12-31\"} | /day | invalid-value",
                "{\"name\":\"box\",\"day\":\"2026-02-30\"} | /day | invalid-value",
                "{\"name\":\" \"} | /name | required",
                "{\"name\":\"a\\u0000b\"} | /name | invalid-value",
                "{\"name\":\"a\\ud83d\"} | /name | invalid-value",
                "{\"name\":\"\\ude00\\ud83d\"} | /name | invalid-value",
            })
    void aFieldThatIsNotAsRequiredIsPointedAt(String body, String pointer, String code) {
        var result = post(body);
        isProblem(result, 400, "invalid-request");
        assertThat(result)
                .bodyJson()
                .extractingPath("$.errors[?(@.pointer=='" + pointer + "')].code")
                .asArray()
                .contains(code);
    }

    @Test
    void aNameThatIsNoneOfThePossibleOnesIsToldWhichAre() {
        var inBody = post("{\"name\":\"box\",\"kind\":\"PALLET\"}");
        hasError(inBody, "/kind", "invalid-value");
        assertThat(inBody)
                .bodyJson()
                .extractingPath("$.errors[0].message")
                .isEqualTo("Not a valid value; one of: LETTER, BOX");
        assertThat(post("{\"name\":\"box\",\"kind\":\"PALLET\"}", "zh-CN"))
                .bodyJson()
                .extractingPath("$.errors[0].message")
                .isEqualTo("值无效，可用的值：LETTER, BOX");
        var ofMany = get("/kinds?kind=BOX&kind=PALLET");
        isProblem(ofMany, 400, "invalid-request");
        assertThat(ofMany).bodyJson().extractingPath("$.errors[0].parameter").isEqualTo("kind");
        assertThat(ofMany)
                .bodyJson()
                .extractingPath("$.errors[0].allowed")
                .asArray()
                .containsExactly("LETTER", "BOX");
        var noName = get("/parcels/x");
        assertThat(noName).bodyJson().extractingPath("$.errors[0].message").isEqualTo("Not a valid value");
    }

    @Test
    void parametersThatAreTakenTogetherAreToldAsParametersInOurWords() {
        for (var wrong : List.of("kind=PALLET", "length=abc", "length=99999999999", "width=11")) {
            var refused = get("/shelves?" + wrong);
            isProblem(refused, 400, "invalid-request");
            assertThat(refused)
                    .bodyJson()
                    .extractingPath("$.errors[0].parameter")
                    .isEqualTo(wrong.substring(0, wrong.indexOf('=')));
            assertThat(refused).bodyText().doesNotContain("java.lang", "Failed to convert", "pointer");
        }
        assertThat(get("/shelves?kind=PALLET"))
                .bodyJson()
                .extractingPath("$.errors[0].message")
                .isEqualTo("Not a valid value; one of: LETTER, BOX");
    }

    @Test
    void anIdThatCannotBeIsTheCallersMistakeWhereTheControllerMadeItAndOursDeeperInside() {
        assertThat(get("/shelf?name=a")).hasStatusOk();
        isProblem(get("/shelf?name="), 400, "bad-request");
        isProblem(get("/typed-shelf?name="), 400, "invalid-request");
        isProblem(get("/shelf?name=a&inside=true"), 500, "internal-error");
    }

    private MvcTestResult get(String path) {
        return http.get()
                .uri("/api/test/v1" + path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.of("person-1", "EMPLOYEE"))
                .header(HttpHeaders.ACCEPT_LANGUAGE, "en")
                .exchange();
    }

    @Test
    void whatIsNoJsonIsRefusedWhole() {
        isProblem(post("{\"name\":"), 400, "malformed-body");
        isProblem(post("{\"name\":\"box\"} {}"), 400, "malformed-body");
        isProblem(post("{\"name\":\"box\",\"name\":\"box\"}"), 400, "malformed-body");
        isProblem(
                post("{\"name\":\"box\",\"anything\":" + "[".repeat(70) + "]".repeat(70) + "}"), 400, "malformed-body");
        isProblem(post(""), 400, "missing-body");
        assertThat(post("{\"name\":\"box\",\"anything\":" + "[".repeat(60) + "]".repeat(60) + "}"))
                .hasStatus(201);
    }

    @ParameterizedTest
    @CsvSource({
        "missing, 404, not-found",
        "exists, 409, already-exists",
        "contended, 409, contended",
        "full, 503, outbox-full",
        "large, 422, event-too-large",
        "store, 503, store-unavailable",
        "broken, 500, internal-error",
        "other, 412, stale-version",
    })
    void whatTheStoreRefusesHasItsProblem(String id, int status, String code) {
        var result = put(id, "\"2\"");
        isProblem(result, status, code);
        assertThat(result).bodyText().doesNotContain("secret of the inside");
        if (status == 503 || code.equals("contended")) {
            assertThat(result).headers().containsHeader("Retry-After");
        }
    }

    @Test
    void theRevisionGoesInAsIfMatchAndOutAsETag() {
        assertThat(put("any", "\"3\"")).hasStatus(204).headers().hasValue("ETag", "\"4\"");
        assertThat(put("any", "\"3.5f0c27d1a9b3e846\""))
                .hasStatus(204)
                .headers()
                .hasValue("ETag", "\"4\"");
        for (var malformed : new String[] {
            "3", "\"3.\"", "\"3.5F\"", "\"3.5f0c27d1a9b3e8461\"", "W/\"3\"", "*", "\"3\", \"4\"", "\"abc\"", ""
        }) {
            var result = put("any", malformed);
            isProblem(result, 400, "invalid-request");
            assertThat(result)
                    .bodyJson()
                    .extractingPath("$.errors[0].parameter")
                    .isEqualTo("If-Match");
        }
        var none = http.put()
                .uri("/api/test/v1/parcels/any")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.of("person-1"))
                .exchange();
        isProblem(none, 428, "if-match-required");
        var unchanged = http.get()
                .uri("/api/test/v1/parcels/1")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.of("person-1"))
                .header(HttpHeaders.IF_NONE_MATCH, "\"7\"")
                .exchange();
        assertThat(unchanged).hasStatus(304);
    }

    @Test
    void theFrameworksRefusalsSpeakTheSameWay() {
        var bearer = "Bearer " + tokens.of("person-1");
        isProblem(
                http.post()
                        .uri("/api/test/v1/parcels")
                        .header("Authorization", bearer)
                        .contentType("text/plain")
                        .content("x")
                        .exchange(),
                415,
                "unsupported-media-type");
        var method = http.delete()
                .uri("/api/test/v1/parcels")
                .header("Authorization", bearer)
                .exchange();
        isProblem(method, 405, "method-not-allowed");
        assertThat(method).headers().hasValue("Allow", "GET, POST");
        isProblem(
                http.get()
                        .uri("/api/test/v1/nothing")
                        .header("Authorization", bearer)
                        .exchange(),
                404,
                "not-found");
        isProblem(
                http.get()
                        .uri("/api/test/v1/parcels/x")
                        .header("Authorization", bearer)
                        .exchange(),
                400,
                "invalid-request");
        isProblem(
                http.get()
                        .uri("/api/test/v1/search")
                        .header("Authorization", bearer)
                        .exchange(),
                400,
                "invalid-request");
        var shortText = http.get()
                .uri("/api/test/v1/search?text=a")
                .header("Authorization", bearer)
                .exchange();
        isProblem(shortText, 400, "invalid-request");
        assertThat(shortText).bodyJson().extractingPath("$.errors[0].parameter").isEqualTo("text");
        isProblem(
                http.get()
                        .uri("/api/test/v1/me")
                        .header("Authorization", bearer)
                        .accept("image/png")
                        .exchange(),
                406,
                "not-acceptable");
        isProblem(
                http.post()
                        .uri("/api/test/v1/files")
                        .header("Authorization", bearer)
                        .contentType("multipart/form-data;boundary=x")
                        .content("")
                        .exchange(),
                400,
                "invalid-request");
    }
}
