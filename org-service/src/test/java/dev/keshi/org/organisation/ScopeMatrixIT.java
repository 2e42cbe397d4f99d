package dev.keshi.org.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.test.Eventually;
import dev.keshi.test.access.ScopeMatrix;
import dev.keshi.test.access.ScopeMatrix.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/**
 * Who reaches what: each operation of the service, asked by nine people about a worker on a line below a plant. Director manages the plant,
 * deputy is in charge of it from the area above, which boss manages; outsider works elsewhere. Below 400 and 409, 412 mean that the caller was
 * let through; 403 that the caller may not, 404 that for the caller there is nobody. An operation that stands in no row fails the test.
 */
@RunningOrgService
class ScopeMatrixIT {

    private static final String API = "/api/org/v1";
    private static final List<String> EMPLOYEES = List.of("worker", "director", "deputy", "boss", "outsider");

    private static final Map<String, List<String>> ROLES = Map.of(
            "hr", List.of("EMPLOYEE", "HR"),
            "admin", List.of("EMPLOYEE", "HR", "AUDITOR", "ADMIN"),
            "auditor", List.of("EMPLOYEE", "AUDITOR"),
            "program", List.of("INTEGRATION"));

    private static final List<String> PEOPLE =
            List.of("worker", "director", "deputy", "boss", "outsider", "hr", "admin", "auditor", "program");

    /** Whom of them the worker is somebody for. */
    private static final List<String> KNOW_THE_WORKER =
            List.of("worker", "director", "deputy", "boss", "hr", "admin", "auditor", "program");

    private static final ScopeMatrix MATRIX = ScopeMatrix.of(PEOPLE, """
        GET /departments                        | 200 200 200 200 200 200 200 200 200 |
        GET /departments?parentId={plant}       | 200 200 200 200 200 200 200 200 200 |
        GET /departments/{line}                 | 200 200 200 200 200 200 200 200 200 |
        GET /departments/{line}/above           | 200 200 200 200 200 200 200 200 200 |
        POST /departments                       | 403 403 403 403 403 409 409 403 403 | {"code":"TOP","name":"x","parentId":"{plant}"}
        POST /departments/{line}/rename         | 403 403 403 403 403 412 412 403 403 | {"name":"x"}
        POST /departments/{line}/move           | 403 403 403 403 403 412 412 403 403 | {"parentId":"{other}"}
        POST /departments/{line}/manager        | 403 403 403 403 403 412 412 403 403 | {"personId":"{worker}"}
        POST /departments/{line}/deputies       | 403 403 403 403 403 412 412 403 403 | {"deputies":[]}
        POST /departments/{line}/close          | 403 403 403 403 403 412 412 403 403 | {}
        GET /people                             | 200 200 200 200 200 200 200 200 200 |
        GET /people?departmentId={line}         | 200 200 200 200 200 200 200 200 200 |
        GET /people/me                          | 200 200 200 200 200 404 404 404 404 |
        GET /people/{worker}                    | 200 200 200 200 404 200 200 200 200 |
        GET /people/{worker}/record             | 200 404 404 404 404 200 200 200 404 |
        POST /people                            | 403 403 403 403 403 409 409 403 403 | {"employeeNumber":"{number}","name":"x","departmentId":"{line}"}
        POST /people/{worker}/transfer          | 403 403 403 403 403 412 412 403 403 | {"departmentId":"{other}"}
        POST /people/{worker}/reporting-line    | 403 403 403 403 403 412 412 403 403 | {}
        POST /people/{worker}/details           | 403 403 403 403 403 412 412 403 403 | {"name":"x"}
        POST /people/{worker}/separate          | 403 403 403 403 403 412 412 403 403 | {"separatedOn":"2040-01-01"}
        GET /position-templates                 | 200 200 200 200 200 200 200 200 200 |
        GET /positions                          | 200 200 200 200 200 200 200 200 200 |
        GET /positions/{position}               | 200 200 200 200 200 200 200 200 200 |
        POST /positions                         | 403 403 403 403 403 409 409 403 403 | {"code":"{code}","title":"x"}
        POST /positions/{position}/revise       | 403 403 403 403 403 412 412 403 403 | {"title":"x"}
        POST /positions/{position}/retire       | 403 403 403 403 403 412 412 403 403 |
        GET /accounts                           | 403 403 403 403 403 200 200 200 403 |
        GET /accounts?personId={worker}         | 403 403 403 403 403 200 200 200 403 |
        GET /accounts/{account}                 | 403 403 403 403 403 200 200 200 403 |
        POST /accounts                          | 403 403 403 403 403 409 409 403 403 | {"personId":"{worker}","loginName":"{login}","roles":["EMPLOYEE"]}
        POST /accounts/{account}/invitation     | 403 403 403 403 403 201 201 403 403 |
        POST /accounts/{chief}/invitation       | 403 403 403 403 403 403 201 403 403 |
        POST /accounts/{account}/password-reset | 403 403 403 403 403 409 409 403 403 |
        POST /accounts/{chief}/password-reset   | 403 403 403 403 403 403 409 403 403 |
        PUT /accounts/{account}/roles           | 403 403 403 403 403 403 412 403 403 | {"roles":["EMPLOYEE","HR"]}
        POST /accounts/{account}/unlock         | 403 403 403 403 403 403 409 403 403 |
        POST /accounts/{locked}/lock            | 403 403 403 403 403 403 409 403 403 |
        POST /accounts/{account}/close          | 403 403 403 403 403 403 412 403 403 |
        GET /integration-clients                | 403 403 403 403 403 403 200 403 403 |
        GET /integration-clients/{client}       | 403 403 403 403 403 403 200 403 403 |
        POST /integration-clients               | 403 403 403 403 403 403 422 403 403 | {"name":"x","roles":["ADMIN"]}
        POST /integration-clients/{client}/secret | 403 403 403 403 403 403 200 403 403 |
        PUT /integration-clients/{client}/roles | 403 403 403 403 403 403 412 403 403 | {"roles":["INTEGRATION"]}
        POST /integration-clients/{client}/close | 403 403 403 403 403 403 412 403 403 |
        GET /imports                            | 403 403 403 403 403 200 200 403 403 |
        GET /imports/{import}                   | 403 403 403 403 403 200 200 403 403 |
        POST /imports                           | 403 403 403 403 403 400 400 403 403 | text
        POST /imports/check                     | 403 403 403 403 403 400 400 403 403 | text
        """);

    private final MockMvc mvc;
    private final Caller admin;
    private final Map<String, String> ids = new TreeMap<>();

    ScopeMatrixIT(@Autowired MockMvc mvc) {
        this.mvc = mvc;
        admin = caller("admin");
    }

    @BeforeEach
    void aWorkerAndThoseAround() {
        var unique = UUID.randomUUID().toString().substring(0, 13);
        ids.put("top", made("/departments", "top", Map.of("code", "TOP", "name", "科时集团", "openedOn", "2001-01-01")));
        opened("area", "top");
        opened("plant", "area");
        opened("line", "plant");
        opened("other", "top");
        ids.put("number", "N-" + unique);
        hired("worker", "line", ids.get("number"));
        hired("director", "plant", "M-" + unique);
        hired("deputy", "area", "D-" + unique);
        hired("boss", "area", "B-" + unique);
        hired("outsider", "other", "O-" + unique);
        led("plant", "/manager", Map.of("personId", ids.get("director")));
        led("area", "/manager", Map.of("personId", ids.get("boss")));
        led(
                "area",
                "/deputies",
                Map.of(
                        "deputies",
                        List.of(Map.of(
                                "personId",
                                ids.get("deputy"),
                                "area",
                                "生产制造",
                                "inChargeOf",
                                List.of(ids.get("plant"))))));
        ids.put("code", "P-" + unique);
        ids.put("position", made("/positions", unique, Map.of("code", ids.get("code"), "title", "操作工")));
        ids.put("login", "w-" + unique);
        account("account", "worker", "w-" + unique, List.of("EMPLOYEE"));
        account("locked", "outsider", "o-" + unique, List.of("EMPLOYEE"));
        account("chief", "boss", "b-" + unique, List.of("EMPLOYEE", "ADMIN"));
        var locked = "/accounts/" + ids.get("locked");
        assertThat(admin.change(API + locked + "/lock", tag(locked), Map.of()).status())
                .isEqualTo(200);
        ids.put(
                "client",
                made("/integration-clients", "c-" + unique, Map.of("name", unique, "roles", List.of("INTEGRATION"))));
        imported(unique);
    }

    @Test
    void everyOperationReachesAsFarAsItsCallerDoes() {
        assertThat(MATRIX.wrong((row, person, _) -> List.of(asked(row, person))))
                .isEmpty();
    }

    @Test
    void everyOperationHasARow() {
        assertThat(MATRIX.operations())
                .isEqualTo(ScopeMatrix.described(admin.read("/v3/api-docs").json(), API));
    }

    /** Also when somebody asks for the worker alone, by name, by department or by the one above. */
    @Test
    void listsHoldWhomTheReaderReaches() {
        var lines = List.of(
                "limit=100",
                "departmentId=" + ids.get("line"),
                "withAllBelow=true&departmentId=" + ids.get("plant"),
                "reportsTo=" + ids.get("director"),
                "name=" + ids.get("number"));
        for (var reader : PEOPLE) {
            for (var line : lines) {
                assertThat(finds(reader, API + "/people?" + line))
                        .as("%s %s", reader, line)
                        .isEqualTo(KNOW_THE_WORKER.contains(reader));
            }
        }
    }

    /** Page by page. */
    private boolean finds(String reader, String path) {
        var next = "";
        do {
            var page = caller(reader).read(path + next).json();
            if (page.get("items")
                    .valueStream()
                    .anyMatch(one -> one.get("id").asString().equals(ids.get("worker")))) {
                return true;
            }
            next = page.hasNonNull("nextCursor")
                    ? "&cursor=" + page.get("nextCursor").asString()
                    : "";
        } while (!next.isEmpty());
        return false;
    }

    /** Whoever would be let through comes with a stale revision, so nothing is changed. */
    private String asked(Row row, String person) {
        var path = API + filled(row.path());
        var caller = caller(person);
        if (row.reads()) {
            return answer(caller.read(path));
        }
        var method = row.operation().substring(0, row.operation().indexOf(' '));
        var type = row.body().equals("text") ? "text/csv" : "application/json";
        var etag = row.answers().contains("412") ? "\"999\"" : "";
        return answer(caller.command(method, path, etag, type, filled(row.body())));
    }

    private Caller caller(String person) {
        return EMPLOYEES.contains(person)
                ? new Caller(mvc, ids.get(person), "EMPLOYEE")
                : new Caller(mvc, "p-" + person, ROLES.get(person).toArray(String[]::new));
    }

    private String filled(String text) {
        var filled = text;
        for (var id : ids.entrySet()) {
            filled = filled.replace("{" + id.getKey() + "}", id.getValue());
        }
        return filled;
    }

    private void opened(String name, String parent) {
        var code = "D-" + UUID.randomUUID().toString().substring(0, 13);
        ids.put(
                name,
                made(
                        "/departments",
                        code,
                        Map.of("code", code, "name", name, "parentId", ids.get(parent), "openedOn", "2020-01-01")));
    }

    /** The name is the employee number, so that one can search for it. */
    private void hired(String name, String department, String number) {
        var person = new HashMap<>(Map.of(
                "employeeNumber",
                number,
                "name",
                number,
                "departmentId",
                ids.get(department),
                "hiredOn",
                "2020-01-01"));
        if (name.equals("director")) {
            var worker = API + "/people/" + ids.get("worker");
            ids.put(name, hired(person));
            assertThat(admin.change(
                                    worker + "/reporting-line",
                                    tag("/people/" + ids.get("worker")),
                                    Map.of("reportsTo", ids.get(name)))
                            .status())
                    .isEqualTo(200);
        } else {
            ids.put(name, hired(person));
        }
    }

    private String hired(Map<String, String> person) {
        var hired = admin.create(API + "/people", person);
        assertThat(hired.status()).as(hired.body()).isEqualTo(201);
        return hired.json().at("/person/id").asString();
    }

    private void led(String department, String what, Object body) {
        var path = "/departments/" + ids.get(department);
        var led = admin.change(API + path + what, tag(path), body);
        assertThat(led.status()).as(led.body()).isEqualTo(200);
    }

    private void account(String name, String person, String login, List<String> roles) {
        ids.put(
                name,
                made("/accounts", login, Map.of("personId", ids.get(person), "loginName", login, "roles", roles)));
    }

    /** And carried out, since nothing else is changed meanwhile. */
    private void imported(String unique) {
        var accepted =
                admin.uploadCsv(API + "/imports?table=positions", CsvFiles.bytes("code,title\nI-" + unique + ",检验员\n"));
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        ids.put("import", accepted.id());
        Eventually.holds(() -> admin.read(API + "/imports/" + accepted.id())
                .json()
                .get("state")
                .asString()
                .equals("COMPLETED"));
    }

    /** @return its id */
    private String made(String path, String key, Object body) {
        var made = admin.create(API + path, key, body);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json().hasNonNull("id")
                ? made.id()
                : made.json().path("clientId").asString();
    }

    private String tag(String path) {
        return admin.read(API + path).etag();
    }

    /** Status and, of a refusal, its code. */
    private static String answer(Caller.Answer answer) {
        return answer.status() < 400 ? Integer.toString(answer.status()) : answer.status() + " " + answer.code();
    }
}
