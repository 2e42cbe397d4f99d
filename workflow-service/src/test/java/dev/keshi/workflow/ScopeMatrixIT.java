package dev.keshi.workflow;

import static dev.keshi.workflow.Enterprise.body;
import static dev.keshi.workflow.Enterprise.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.test.access.ScopeMatrix;
import dev.keshi.test.access.ScopeMatrix.Row;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * Who reaches what: each operation of the service, asked by nine people about a request of Ann that waits for Tom, the manager of her team, about
 * work that Tom gave her and a plan of the team that names her. Vice is in charge of the team, Boss manages the group above, Sam works beside Ann.
 * Below 400 and 409, 412, 422 mean that the caller was let through; 403 that the caller may not, 404 that for the caller there is nothing. An
 * operation that stands in no row fails the test.
 */
@RunningService
class ScopeMatrixIT {

    private static final String API = "/api/workflow/v1";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private static final List<String> PEOPLE =
            List.of("ann", "tom", "vice", "boss", "sam", "hana", "admin", "auditor", "program");

    private static final ScopeMatrix MATRIX = ScopeMatrix.of(PEOPLE, """
        GET /process-definitions              | 200 200 200 200 200 200 200 200 200 |
        GET /process-definitions/{definition} | 200 200 200 200 200 200 200 200 200 |
        GET /process-definitions/{definition}/xml | 200 200 200 200 200 200 200 200 200 |
        POST /process-definitions             | 403 403 403 403 403 403 422 403 403 | <x/>
        POST /process-definitions/validate    | 403 403 403 403 403 403 422 403 403 | <x/>
        GET /requests                         | 200 200 200 200 200 200 200 200 200 |
        GET /requests?of=scope                | 200 200 200 200 200 200 200 200 200 |
        GET /requests/{request}               | 200 200 200 200 404 200 200 200 404 |
        GET /requests/{request}/history       | 200 200 200 200 404 200 200 200 404 |
        POST /requests                        | 422 422 422 422 422 422 422 422 403 | {"processKey":"leave-request","form":{}}
        POST /requests/{request}/withdraw     | 412 403 403 403 404 403 403 403 403 | {}
        POST /requests/{request}/comments     | 200 200 403 403 404 403 403 403 403 | {"remark":"x"}
        POST /requests/{request}/terminate    | 403 403 403 403 403 403 412 403 403 | {}
        GET /tasks                            | 200 200 200 200 200 200 200 200 200 |
        GET /tasks/awaiting-administrator     | 403 403 403 403 403 403 200 403 403 |
        GET /tasks/{task}                     | 200 200 200 200 404 200 200 200 404 |
        POST /tasks/{task}/claim              | 403 409 403 403 404 403 403 403 403 |
        POST /tasks/{task}/release            | 403 409 403 403 404 403 403 403 403 |
        POST /tasks/{task}/approve            | 403 412 403 403 404 403 403 403 403 | {}
        POST /tasks/{task}/reject             | 403 412 403 403 404 403 403 403 403 | {}
        POST /tasks/{task}/reassign           | 403 403 403 403 403 403 409 403 403 | {"assigneeId":"hugo"}
        GET /work-list                        | 200 200 200 200 200 200 200 200 200 |
        GET /work-items                       | 200 200 200 200 200 200 200 200 200 |
        GET /work-items?of=scope              | 200 200 200 200 200 200 200 200 200 |
        GET /work-items/{item}                | 200 200 200 200 404 404 404 200 404 |
        POST /work-items                      | 201 201 201 201 403 403 403 403 403 | {work}
        POST /work-items/{item}/report        | 412 403 403 403 404 404 404 403 403 | {}
        POST /work-items/{reported}/accept    | 403 412 412 412 404 404 404 403 403 | {}
        POST /work-items/{reported}/return    | 403 412 412 412 404 404 404 403 403 | {"reason":"x"}
        POST /work-items/{item}/transfer      | 403 412 412 412 404 404 404 403 403 | {"ownerId":"tom","reason":"x"}
        POST /work-items/{item}/change-due-date | 403 412 412 412 404 404 404 403 403 | {later}
        POST /work-items/{item}/cancel        | 403 412 412 412 404 404 404 403 403 | {"reason":"x"}
        GET /work-plans                       | 200 200 200 200 200 200 200 200 200 |
        GET /work-plans/{plan}                | 200 200 200 200 404 404 404 200 404 |
        GET /work-plans/{plan}/history        | 200 200 200 200 404 404 404 200 404 |
        POST /work-plans                      | 403 422 422 422 403 403 403 403 403 | {strangers}
        POST /work-plans/{plan}/revise        | 403 412 412 412 404 404 404 403 403 | {content}
        POST /work-plans/{plan}/activate      | 403 412 412 412 404 404 404 403 403 |
        POST /work-plans/{plan}/end           | 403 412 412 412 404 404 404 403 403 | {"reason":"x"}
        """);

    /** Who finds it in a list. */
    private static final Map<String, List<String>> LISTED = Map.of(
            "/requests?", List.of("ann", "tom"),
            "/requests?of=scope&", List.of("ann", "tom", "vice", "boss", "hana", "admin", "auditor"),
            "/work-items?", List.of("ann"),
            "/work-items?of=scope&", List.of("ann", "tom", "vice", "boss", "auditor"),
            "/work-plans?status=DRAFT&", List.of("ann", "tom", "vice", "boss", "auditor"));

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MongoTemplate mongo;

    private final Map<String, String> ids = new TreeMap<>(Map.of("definition", "leave-request:1"));

    @BeforeEach
    void aRequestSomeWorkAndAPlan() {
        enterprise.begin();
        if (mongo.getCollection("directory_people").countDocuments(new Document("_id", "sam")) == 0) {
            enterprise.person("sam", "team", "EMPLOYEE");
        }
        ids.put("request", made("ann", "/requests", """
                {"processKey":"leave-request","form":{"leaveType":"annual","from":"2026-12-01","to":"2026-12-04","days":4,"reason":"回家"}}
                """));
        ids.put("task", ids.get("request") + "-1");
        ids.put("item", made("tom", "/work-items", work()));
        ids.put("reported", made("tom", "/work-items", work()));
        var path = "/work-items/" + ids.get("reported");
        assertThat(answer(enterprise.post("ann", API + path + "/report", tag("ann", path), "{}")))
                .isEqualTo("200");
        ids.put("plan", made("tom", "/work-plans", "{\"departmentId\":\"team\"," + content("ann")));
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
    void listsHoldWhatTheReaderReaches() {
        LISTED.forEach((list, readers) -> {
            var kind = list.substring("/".length(), list.indexOf("s?"));
            var id = ids.get(Map.of("request", "request", "work-item", "item", "work-plan", "plan")
                    .get(kind));
            PEOPLE.forEach(reader -> assertThat(
                            enterprise.pages(reader, API + list.substring(0, list.length() - 1), 100).stream()
                                    .anyMatch(one -> one.get("id").asString().equals(id)))
                    .as("%s %s", reader, list)
                    .isEqualTo(readers.contains(reader)));
        });
        var waiting = Map.of("/tasks", "tom", "/work-list", "tom");
        waiting.forEach((list, approver) ->
                PEOPLE.forEach(reader -> assertThat(enterprise.pages(reader, API + list, 100).stream()
                                .anyMatch(one -> one.toString().contains(ids.get("task"))))
                        .as("%s %s", reader, list)
                        .isEqualTo(reader.equals(approver))));
    }

    /** Whoever would be let through comes with a stale revision, so nothing is changed; for whom there is nothing, with either. */
    private List<String> revisions(Row row, String expected) {
        var of = Pattern.compile("^POST (/(requests|tasks|work-items|work-plans)/\\{[a-z]+})/")
                .matcher(row.operation());
        if (!of.find()) {
            return List.of("");
        }
        var current = tag("tom", filled(of.group(1)));
        return switch (expected) {
            case "412" -> List.of("999");
            case "404" -> List.of("999", current);
            default -> List.of(current);
        };
    }

    private String asked(Row row, String person, String revision) {
        var path = API + filled(row.path());
        if (row.reads()) {
            return answer(enterprise.get(person, path));
        }
        if (row.body().startsWith("<")) {
            return answer(enterprise.postXml(person, path, row.body()));
        }
        return answer(enterprise.post(person, path, revision.isEmpty() ? null : revision, filledBody(row.body())));
    }

    private String filled(String path) {
        var filled = path;
        for (var id : ids.entrySet()) {
            filled = filled.replace("{" + id.getKey() + "}", id.getValue());
        }
        return filled;
    }

    private static String filledBody(String name) {
        return switch (name) {
            case "{work}" -> work();
            case "{later}" -> "{\"dueDate\":\"%s\",\"reason\":\"x\"}".formatted(TODAY.plusDays(9));
            case "{strangers}" -> "{\"departmentId\":\"team\"," + content("nobody");
            case "{content}" -> "{" + content("ann");
            default -> name;
        };
    }

    private static String work() {
        return "{\"ownerId\":\"ann\",\"title\":\"周报\",\"dueDate\":\"%s\",\"priority\":\"NORMAL\"}"
                .formatted(TODAY.plusDays(1));
    }

    private static String content(String owner) {
        return "\"name\":\"日常\",\"validFrom\":\"%s\",\"entries\":[{\"title\":\"x\",\"frequency\":\"DAILY\",\"ownerId\":\"%s\"}]}"
                .formatted(TODAY, owner);
    }

    /** @return its id */
    private String made(String by, String path, String body) {
        var made = enterprise.post(by, API + path, null, body);
        assertThat(made.getResponse().getStatus()).as(body(made)).isEqualTo(201);
        return read(made).get("id").asString();
    }

    /** As an {@code If-Match} takes it, without its quotation marks. */
    private String tag(String person, String path) {
        var tag = enterprise.get(person, API + path).getResponse().getHeader("ETag");
        return Objects.requireNonNull(tag, path).replace("\"", "");
    }

    /** Status and, of a refusal, its code. */
    private static String answer(MvcTestResult result) {
        int status = result.getResponse().getStatus();
        return status < 400
                ? Integer.toString(status)
                : status + " " + read(result).path("code").asString("");
    }
}
