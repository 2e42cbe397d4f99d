package dev.keshi.performance;

import static dev.keshi.performance.Enterprise.API;
import static dev.keshi.performance.Enterprise.answer;
import static dev.keshi.performance.Enterprise.as;
import static dev.keshi.performance.Enterprise.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.test.access.ScopeMatrix;
import dev.keshi.test.access.ScopeMatrix.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * Who reaches what: each operation of the service, asked by nine people about Una, who works beside Bea at a desk that Ted leads; Bos leads
 * from above, Wim leads elsewhere. Below 400 and 409, 412, 422 mean that the caller was let through; 403 that the caller may
 * not, 404 that for the caller there is nothing. An operation that stands in no row fails the test.
 */
@RunningService
class ScopeMatrixIT {

    private static final List<String> PEOPLE =
            List.of("una", "bea", "ted", "bos", "wim", "hana", "aud", "ada", "program");

    private static final ScopeMatrix MATRIX = ScopeMatrix.of(PEOPLE, """
        GET /cycles                               | 200 200 200 200 200 200 200 200 200 |
        GET /cycles/{cycle}                       | 200 200 200 200 200 200 200 200 200 |
        GET /cycles/{cycle}/replay                | 403 403 403 403 403 409 403 403 403 |
        GET /cycles/{cycle}/missing-ratings       | 403 403 403 403 403 200 200 403 403 |
        GET /cycles/{cycle}/missing-ratings?kind=SELF | 403 403 403 403 403 200 200 403 403 |
        POST /cycles                              | 403 403 403 403 403 422 403 403 403 | {plan}
        POST /cycles/{cycle}/open                 | 403 403 403 403 403 412 403 403 403 |
        POST /cycles/{cycle}/close-rating         | 403 403 403 403 403 412 403 403 403 |
        POST /cycles/{cycle}/publish              | 403 403 403 403 403 412 403 403 403 |
        POST /cycles/{cycle}/cancel               | 403 403 403 403 403 412 403 403 403 | {"reason":"x"}
        GET /appraisals                           | 200 200 200 200 200 200 200 200 200 |
        GET /appraisals/{published}               | 200 404 200 200 404 200 200 404 404 |
        GET /appraisals/{published}/explanation   | 200 404 200 200 404 200 200 404 404 |
        GET /ratings                              | 200 200 200 200 200 200 200 200 403 |
        GET /ratings/{self}                       | 200 404 404 404 404 404 404 404 403 |
        GET /ratings/{superior}                   | 404 404 200 404 404 404 404 404 403 |
        GET /ratings/{peer}                       | 404 200 404 404 404 404 404 404 403 |
        POST /ratings/{self}/give                 | 412 404 404 404 404 404 404 404 403 | {sheet}
        POST /ratings/{superior}/give             | 404 404 412 404 404 404 404 404 403 | {sheet}
        POST /ratings/{peer}/give                 | 404 412 404 404 404 404 404 404 403 | {sheet}
        POST /appraisals/{rated}/peers            | 403 404 204 403 404 204 403 404 403 | {"personIds":["bea"]}
        POST /appraisals/{rated}/waive-superior   | 403 403 403 403 403 204 403 403 403 | {"reason":"病假"}
        POST /appraisals/{rated}/calibrate        | 403 403 403 403 403 409 403 403 403 | {"grade":"GOOD","reason":"x"}
        POST /appraisals/{published}/interview    | 403 404 412 403 404 412 403 404 403 | {interview}
        POST /appraisals/{published}/sign         | 412 404 412 403 404 403 403 404 403 |
        GET /templates                            | 403 403 403 403 403 200 200 200 403 |
        GET /templates/mine                       | 200 200 200 200 200 200 200 200 403 |
        GET /templates/{template}                 | 403 403 403 403 403 200 200 200 403 |
        POST /templates                           | 403 403 403 403 403 422 403 403 403 | {"code":"light",{content}
        POST /templates/{template}/revise         | 403 403 403 403 403 422 403 403 403 | {{content}
        POST /templates/{template}/release        | 403 403 403 403 403 412 403 403 403 |
        GET /indicators                           | 200 200 200 200 200 200 200 200 200 |
        GET /indicators/{indicator}               | 200 200 200 200 200 200 200 200 200 |
        POST /indicators                          | 403 403 403 403 403 422 403 403 403 | {definition}
        POST /indicators/{indicator}/figures      | 403 403 403 403 403 422 403 403 403 | personId,on
        GET /indicators/{indicator}/value         | 200 404 200 200 404 200 200 404 404 | ?personId=una
        GET /indicators/{indicator}/evidence      | 200 404 200 200 404 200 200 404 404 | ?personId=una
        GET /indicators/{indicator}/evidence/set-aside | 200 404 200 200 404 200 200 404 404 | ?personId=una
        GET /goals/people/{person}                | 200 404 200 200 404 200 200 404 404 |
        GET /goals/departments/{department}       | 200 200 200 200 200 200 200 200 200 |
        POST /goals/people/{person}               | 403 404 422 422 404 422 404 404 404 | {goal}
        POST /goals/departments/{department}      | 404 404 422 422 404 422 404 404 404 | {goal}
        POST /goals/people/{person}/{own}/adjust  | 403 404 412 412 404 412 404 404 404 | {adjustment}
        POST /goals/people/{person}/{own}/end     | 403 404 412 412 404 412 404 404 404 | {"outcome":"MISSED","reason":"x"}
        POST /goals/departments/{department}/{common}/adjust | 404 404 412 412 404 412 404 404 404 | {adjustment}
        POST /goals/departments/{department}/{common}/end    | 404 404 412 412 404 412 404 404 404 | {"outcome":"MISSED","reason":"x"}
        """);

    /** What stands behind the braces of a body. */
    private static final Map<String, String> BODIES = Map.of(
            "{plan}",
            "{\"name\":\"x\",\"kind\":\"QUARTERLY\",\"extent\":\"COMPREHENSIVE\",\"firstDay\":\"2020-01-01\","
                    + "\"lastDay\":\"2020-03-31\",\"populationOn\":\"2020-03-31\",\"departmentId\":\"nowhere\"}",
            "{sheet}",
            "{\"points\":[{\"indicator\":\"quality\",\"points\":80}]}",
            "{content}",
            "\"name\":\"x\",\"positions\":[],\"indicators\":[{\"code\":\"a\",\"family\":\"RESULT\",\"weight\":99,"
                    + "\"name\":\"x\",\"standard\":\"x\"}]}",
            "{definition}",
            "{\"code\":\"x\",\"name\":\"x\",\"source\":\"FIGURES\",\"formula\":\"DURATION\",\"period\":\"MONTH\"}",
            "{goal}",
            "{\"title\":\"x\",\"firstDay\":\"2026-01-01\",\"terms\":{\"measure\":\"x\",\"indicator\":\"no-such\","
                    + "\"target\":1,\"weight\":1,\"dueOn\":\"2026-12-31\"}}",
            "{interview}",
            Enterprise.interview(LocalDate.of(2026, 1, 1)),
            "{adjustment}",
            "{\"terms\":{\"measure\":\"x\",\"weight\":1,\"dueOn\":\"2026-12-31\"},\"reason\":\"x\"}");

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MockMvcTester http;

    private final Map<String, String> ids =
            new TreeMap<>(Map.of("person", "una", "department", "desk", "indicator", "sales-target"));
    private Desk desk;

    @BeforeEach
    void appraisalsAndGoals() {
        desk = Desk.in(enterprise);
        var published = desk.cycle("PUBLISHED");
        var rating = desk.cycle("RATING");
        ids.put("published", desk.appraisal(published, "una"));
        ids.put("cycle", rating);
        ids.put("rated", desk.appraisal(rating, "una"));
        ids.put("self", desk.rating("una", rating, "SELF"));
        ids.put("superior", desk.rating("ted", rating, "SUPERIOR"));
        ids.put("peer", desk.rating("bea", rating, "PEER"));
        ids.put(
                "template",
                read(enterprise.get("hana", API + "/templates?code=general"))
                        .get("items")
                        .get(0)
                        .get("id")
                        .asString());
        ids.put("own", desk.goal("people/una"));
        ids.put("common", desk.goal("departments/desk"));
    }

    @Test
    void everyOperationReachesAsFarAsItsCallerDoes() {
        assertThat(MATRIX.wrong((row, person, expected) -> revisions(row, expected).stream()
                        .map(revision -> asked(row, person, revision))
                        .toList()))
                .isEmpty();
    }

    @Test
    void everyOperationHasARow() {
        assertThat(MATRIX.operations())
                .isEqualTo(ScopeMatrix.described(read(enterprise.get("ann", "/v3/api-docs")), API));
    }

    @Test
    void listsHoldWhatTheReaderReachesAndRatersOnlyWhatTheyMustRate() {
        var cycle = ids.get("cycle");
        var everybody = List.of("bea", "ted", "una");
        var reached = Map.of(
                "una", List.of("una"),
                "bea", List.of("bea"),
                "ted", everybody,
                "bos", everybody,
                "wim", List.<String>of(),
                "hana", everybody,
                "aud", everybody,
                "ada", List.<String>of(),
                "program", List.<String>of());
        reached.forEach((reader, people) -> assertThat(
                        desk.all(reader, "/appraisals?cycleId=" + cycle + "&limit=100").stream()
                                .map(one -> one.get("personId").asString())
                                .sorted())
                .as(reader)
                .containsExactlyElementsOf(people));
        var asked = Map.of(
                "una", List.of("SELF una"),
                "bea", List.of("PEER una", "SELF bea"),
                "ted", List.of("SELF ted", "SUPERIOR bea", "SUPERIOR una"),
                "bos", List.of("SUPERIOR ted"),
                "wim", List.<String>of(),
                "hana", List.<String>of(),
                "aud", List.<String>of());
        asked.forEach((rater, ratings) -> assertThat(desk.all(rater, "/ratings?limit=100").stream()
                        .filter(one -> one.get("cycleId").asString().equals(cycle))
                        .map(one -> one.get("kind").asString() + " "
                                + one.get("subjectId").asString())
                        .sorted())
                .as(rater)
                .containsExactlyElementsOf(ratings));
    }

    @Test
    void whatCameOutIsShownBeforePublishingToPersonnelAndAuditorsAloneAndNeverTheirOwn() {
        var cycle = desk.cycle("CALIBRATION");
        var path = API + "/appraisals/" + desk.appraisal(cycle, "una");
        for (var reader : List.of("una", "ted", "bos", "hana", "aud")) {
            boolean shown = reader.equals("hana") || reader.equals("aud");
            var seen = read(enterprise.get(reader, path));
            assertThat(List.of(seen.has("total"), seen.has("grade"))).as(reader).containsOnly(shown);
            assertThat(answer(enterprise.get(reader, path + "/explanation")))
                    .as(reader)
                    .isEqualTo(shown ? "200" : "404 explanation-not-found");
            assertThat(desk.all(reader, "/appraisals?cycleId=" + cycle).stream().anyMatch(one -> one.has("total")))
                    .as(reader)
                    .isEqualTo(shown);
        }
        desk.publish(cycle);
        for (var reader : List.of("una", "ted", "bos", "hana", "aud")) {
            assertThat(read(enterprise.get(reader, path)).has("total"))
                    .as(reader)
                    .isTrue();
        }
    }

    /** Whoever would be let through comes with a stale revision, so nothing is changed; whoever would not, comes with either. */
    private List<String> revisions(Row row, String expected) {
        return switch (expected) {
            case "412" -> List.of("999");
            case "404" -> row.operation().startsWith("GET") ? List.of("") : List.of("999", current(row));
            case "403" -> row.operation().endsWith("/sign") ? List.of(current(row)) : List.of("1");
            default -> List.of("1");
        };
    }

    private String current(Row row) {
        return row.operation().endsWith("/sign")
                ? enterprise.revision("hana", "/appraisals/" + ids.get("published"))
                : "1";
    }

    private String asked(Row row, String person, String revision) {
        var path = filled(row.path());
        if (row.reads()) {
            return answer(enterprise.get(person, API + path + row.body()));
        }
        if (path.endsWith("/figures")) {
            return answer(http.post()
                    .uri(API + path)
                    .with(as(person))
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .contentType("text/csv")
                    .content(row.body())
                    .exchange());
        }
        return answer(enterprise.post(person, path, revision, filled(row.body())));
    }

    private String filled(String text) {
        var filled = text;
        for (var body : BODIES.entrySet()) {
            filled = filled.replace(body.getKey(), body.getValue());
        }
        for (var id : ids.entrySet()) {
            filled = filled.replace("{" + id.getKey() + "}", id.getValue());
        }
        return filled;
    }
}
