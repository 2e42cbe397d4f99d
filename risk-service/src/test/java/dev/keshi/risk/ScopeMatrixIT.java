package dev.keshi.risk;

import static dev.keshi.risk.Enterprise.answer;
import static dev.keshi.risk.Enterprise.read;
import static dev.keshi.risk.Enterprise.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.test.access.ScopeMatrix;
import dev.keshi.test.access.ScopeMatrix.Row;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who reaches what: each operation of the service, asked by eleven people about a risk of the team that Ona owns and Olga has a measure
 * in. Below 400 and 409, 412, 422 mean that the caller was let through; 403 that the caller may not, 404 that for the caller there
 * is nothing. An operation that stands in no row fails the test.
 */
@RunningService
class ScopeMatrixIT {

    private static final List<String> PEOPLE =
            List.of("ona", "tom", "boss", "max", "olga", "otto", "aud", "ada", "hana", "lea", "program");

    private static final String MATRIX = """
        GET /matrices                            | 200 200 200 200 200 200 200 200 200 200 200 |
        GET /matrices/current                    | 200 200 200 200 200 200 200 200 200 200 200 |
        GET /matrices/{version}                  | 200 200 200 200 200 200 200 200 200 200 200 |
        POST /matrices                           | 403 403 403 403 403 403 403 422 403 403 403 | {matrix}
        GET /risks                               | 200 200 200 200 200 200 200 200 200 200 200 |
        GET /risks/{risk}                        | 200 200 200 404 200 404 200 200 404 404 404 |
        POST /risks                              | 201 201 201 201 403 403 403 403 403 403 403 | {registration}
        POST /risks/{risk}/describe              | 412 412 412 404 403 404 403 403 404 403 403 | {"kind":"MARKET","title":"x","description":"x"}
        POST /risks/{risk}/hand-over             | 412 412 412 404 403 404 403 403 404 403 403 | {"ownerId":"mia"}
        POST /risks/{risk}/assess                | 412 412 412 404 403 404 403 403 404 403 403 | {"current":{"likelihood":1,"impact":1},"note":"x"}
        POST /risks/{risk}/respond               | 412 412 412 404 403 404 403 403 404 403 403 | {"response":"AVOID","rationale":"x"}
        POST /risks/{risk}/measures              | 412 412 412 404 403 404 403 403 404 403 403 | {measure}
        POST /risks/{risk}/measures/{measure}/reassign | 412 412 412 404 403 404 403 403 404 403 403 | {"ownerId":"mia"}
        POST /risks/{risk}/measures/{measure}/cancel   | 412 412 412 404 403 404 403 403 404 403 403 | {"reason":"x"}
        POST /risks/{risk}/measures/{measure}/complete | 403 403 403 404 412 404 403 403 404 403 403 | {"outcome":"x"}
        POST /risks/{risk}/verify                | 412 412 412 404 403 404 403 403 404 403 403 | {verification}
        POST /risks/{risk}/close                 | 412 412 412 404 403 404 403 403 404 403 403 | {"reason":"x"}
        GET /indicators                          | 200 200 200 200 200 200 200 200 200 200 200 |
        GET /indicators/{indicator}              | 200 200 200 404 404 404 200 200 404 404 404 |
        POST /indicators                         | 201 201 201 404 403 404 403 403 404 403 403 | {definition}
        POST /indicators                         | 403 422 422 404 403 404 403 403 404 403 403 | {fed}
        POST /indicators/{indicator}/revise      | 412 412 412 404 404 404 403 403 404 403 403 | {revision}
        POST /indicators/{indicator}/report      | 200 200 200 404 404 404 403 403 404 403 200 | {values}
        POST /indicators/{indicator}/retire      | 412 412 412 404 404 404 403 403 404 403 403 |
        GET /warnings                            | 200 200 200 200 200 200 200 200 200 200 200 |
        GET /warnings/{warning}                  | 200 200 200 404 404 404 200 200 404 404 404 |
        POST /warnings/{warning}/acknowledge     | 412 412 412 404 404 404 403 403 404 403 403 |
        GET /rounds                              | 200 200 200 200 200 200 200 200 200 200 200 |
        GET /rounds/{round}                      | 200 200 200 200 200 200 200 200 200 200 200 |
        GET /rounds/{round}/answers              | 200 200 200 200 200 200 200 200 200 200 200 |
        POST /rounds                             | 403 422 422 403 403 403 403 403 403 403 403 | {opening}
        POST /rounds/{round}/answers/{department} | 404 409 409 404 404 404 404 404 404 403 403 | {answer}
        """;

    private static final ScopeMatrix TABLE = ScopeMatrix.of(PEOPLE, MATRIX);

    /** Who finds it in a list. */
    private static final Map<String, List<String>> LISTED = Map.of(
            "/risks", List.of("ona", "tom", "boss", "olga", "aud", "ada"),
            "/indicators", List.of("ona", "tom", "boss", "aud", "ada"),
            "/warnings", List.of("ona", "tom", "boss", "aud", "ada"));

    /** Who is told what measures may cost and did cost: neither Olga, who carries one out, nor Ada, who administers, though both see the risk. */
    private static final List<String> SEE_COSTS = List.of("ona", "tom", "boss", "aud");

    /** A budget, a cost and their currency, which stand nowhere else. */
    private static final List<String> COSTS = List.of("73519.25", "68204.75", "\"CHF\"");

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MovedClock clock;

    private final Map<String, String> ids = new TreeMap<>();

    @BeforeEach
    void aRiskWithAllThereIsToIt() {
        enterprise.begin();
        var risk = enterprise.risk();
        var path = "/risks/" + risk;
        assertThat(answer(enterprise.command(
                        "ona", path, "/respond", "{\"response\":\"REDUCE\",\"rationale\":\"成本可控\"}")))
                .isEqualTo("200");
        var planned = enterprise.command("tom", path, "/measures", measure("olga"));
        assertThat(answer(planned)).isEqualTo("200");
        var indicator = enterprise.indicator(risk, "ABOVE", "10", "8", 1);
        assertThat(answer(enterprise.report("ona", indicator, day(3), "11"))).isEqualTo("200");
        var round = enterprise.post(
                "boss",
                "/rounds",
                null,
                round("group", clock.today().plusDays(9).toString()));
        assertThat(answer(round)).isEqualTo("201");
        ids.put("risk", risk);
        ids.put("measure", read(planned).get("measures").get(0).get("id").asString());
        ids.put("indicator", indicator);
        ids.put(
                "warning",
                read(enterprise.get("ona", "/indicators/" + indicator))
                        .get("warningId")
                        .asString());
        ids.put("round", read(round).get("id").asString());
        ids.put("department", "team");
        ids.put("version", "1");
    }

    @Test
    void everyOperationReachesAsFarAsItsCallerDoes() {
        assertThat(TABLE.wrong((row, person, expected) -> revisions(row, expected).stream()
                        .map(revision -> asked(row, person, revision))
                        .toList()))
                .isEmpty();
    }

    @Test
    void everyOperationHasARow() {
        assertThat(TABLE.operations()).isEqualTo(ScopeMatrix.described(read(enterprise.description()), Enterprise.API));
    }

    @Test
    void listsHoldWhatTheReaderReaches() {
        var ofPath =
                Map.of("/risks", ids.get("risk"), "/indicators", ids.get("indicator"), "/warnings", ids.get("warning"));
        LISTED.forEach((path, readers) ->
                PEOPLE.forEach(reader -> assertThat(listed(reader, path).contains(ofPath.get(path)))
                        .as("%s %s", reader, path)
                        .isEqualTo(readers.contains(reader))));
        var answers = Map.of("boss", 3, "aud", 3, "ada", 3, "tom", 1, "otto", 1, "ona", 0, "olga", 0, "program", 0);
        answers.forEach((reader, number) -> assertThat(listed(reader, "/rounds/" + ids.get("round") + "/answers"))
                .as(reader)
                .hasSize(number));
    }

    /** Every operation is asked as it would be carried out, and whatever it answers is searched for the amounts. */
    @Test
    void whatMeasuresCostStandsInNoAnswerButForThoseWhoDecideAboutTheRiskAndAuditors() {
        var path = "/risks/" + ids.get("risk");
        var planned = enterprise.command("tom", path, "/measures", costly(measure("olga"), "budget", COSTS.get(0)));
        assertThat(told(planned)).contains(COSTS.get(0), COSTS.get(2));
        var verb = "/measures/" + read(planned).get("measures").get(1).get("id").asString() + "/complete";
        var completed = enterprise.command("olga", path, verb, costly("{\"outcome\":\"已签约\"}", "cost", COSTS.get(1)));
        assertThat(answer(completed)).isEqualTo("200");
        assertThat(told(completed)).isEmpty();

        for (var reader : List.of("ona", "tom", "boss", "aud", "olga", "ada")) {
            var expected = SEE_COSTS.contains(reader) ? COSTS : List.of();
            assertThat(told(enterprise.get(reader, path))).as(reader).isEqualTo(expected);
            var listed = items(reader, "/risks").stream()
                    .filter(one -> one.get("id").asString().equals(ids.get("risk")))
                    .toList();
            assertThat(told(listed.toString())).as(reader).isEqualTo(expected);
        }
        assertThat(TABLE.wrong((row, person, _) -> SEE_COSTS.contains(person)
                        ? List.of()
                        : told(ask(row, person, row.reads() ? "" : current(row)))))
                .isEmpty();
    }

    private static String costly(String request, String member, String amount) {
        return request.strip()
                .replaceFirst("}$", ",\"%s\":{\"amount\":%s,\"currency\":\"CHF\"}}".formatted(member, amount));
    }

    /** Which of the amounts and their currency an answer holds. */
    private static List<String> told(MvcTestResult result) {
        return told(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private static List<String> told(String text) {
        return COSTS.stream().filter(text::contains).toList();
    }

    /** Whoever would be let through comes with a stale revision, so nothing is changed; whoever would not, comes with either. */
    private List<String> revisions(Row row, String expected) {
        var current = row.reads() ? "" : current(row);
        if (current.isEmpty()) {
            return List.of("");
        }
        return switch (expected) {
            case "412" -> List.of("999");
            case "404" -> List.of("999", current);
            default -> List.of(current);
        };
    }

    /** Of what a command changes; empty where no revision is needed. */
    private String current(Row row) {
        var of = Pattern.compile("^POST (/(risks|indicators|warnings)/\\{[a-z]+})/")
                .matcher(row.operation());
        return of.find() && !row.operation().endsWith("/report") ? enterprise.revision("ona", filled(of.group(1))) : "";
    }

    private String asked(Row row, String person, String revision) {
        return answer(ask(row, person, revision));
    }

    private MvcTestResult ask(Row row, String person, String revision) {
        var path = filled(row.path());
        return row.reads()
                ? enterprise.get(person, path)
                : enterprise.post(person, path, revision.isEmpty() ? null : revision, body(row.body()));
    }

    private String filled(String path) {
        var filled = path;
        for (var id : ids.entrySet()) {
            filled = filled.replace("{" + id.getKey() + "}", id.getValue());
        }
        return filled;
    }

    private String body(String name) {
        return switch (name) {
            case "{matrix}" -> tooSmall();
            case "{registration}" -> Enterprise.risk("team", "");
            case "{measure}" -> measure("mia");
            case "{verification}" ->
                "{\"effective\":true,\"current\":{\"likelihood\":2,\"impact\":2},\"note\":\"现场查看\"}";
            case "{definition}" -> Enterprise.indicatorOf(ids.get("risk"), "ABOVE", "10", "8", 1);
            case "{fed}" -> Enterprise.indicatorFedBy(ids.get("risk"), "no-such", "team");
            case "{revision}" ->
                "{\"name\":\"延误率\",\"unit\":\"%\",\"ownerId\":\"ona\",\"rule\":{\"direction\":\"ABOVE\",\"threshold\":10,"
                        + "\"recovery\":8,\"breaches\":1,\"rhythm\":\"DAILY\"}}";
            case "{values}" -> "{\"values\":[{\"period\":\"" + day(3) + "\",\"value\":11}]}";
            case "{opening}" -> round("team", day(1));
            case "{answer}" -> "{\"outcome\":\"RISKS_FOUND\",\"note\":\"例会讨论\"}";
            default -> name;
        };
    }

    private String tooSmall() {
        var matrix = (ObjectNode) read(enterprise.get("ona", "/matrices/1"));
        matrix.remove(List.of("id", "version", "releasedAt"));
        matrix.put("follows", 1);
        ((ArrayNode) matrix.get("cells")).remove(0);
        return matrix.toString();
    }

    private List<String> listed(String reader, String path) {
        return items(reader, path).stream().map(one -> one.get("id").asString()).toList();
    }

    private List<JsonNode> items(String reader, String path) {
        var listed = new ArrayList<JsonNode>();
        var next = "";
        do {
            var page = enterprise.get(reader, path + "?limit=100" + next);
            assertThat(status(page)).isEqualTo(200);
            read(page).get("items").forEach(listed::add);
            next = read(page).hasNonNull("nextCursor")
                    ? "&cursor=" + read(page).get("nextCursor").asString()
                    : "";
        } while (!next.isEmpty());
        return listed;
    }

    private String measure(String owner) {
        return """
            {"title":"引入第二家供应商","ownerId":"%s","dueOn":"%s","expected":{"likelihood":1,"impact":0}}
            """.formatted(owner, clock.today().plusDays(30));
    }

    private static String round(String root, String due) {
        return "{\"name\":\"本季度风险识别\",\"rootDepartmentId\":\"%s\",\"dueOn\":\"%s\"}".formatted(root, due);
    }

    private String day(int ago) {
        return clock.today().minusDays(ago).toString();
    }
}
