package dev.keshi.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import dev.keshi.test.Eventually;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A small enterprise: Ona, Max and Mia work in a team that Tom manages, Olga in another department that Otto manages; both lie in
 * a group that Boss leads. Lea has left. Ada administers, Aud audits, and a program brings figures.
 */
@TestComponent
public class Enterprise {

    public static final String API = "/api/risk/v1";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, String> ROLES =
            Map.of("ada", "ADMIN", "aud", "AUDITOR", "program", "INTEGRATION", "hana", "HR");

    private final MockMvcTester http;
    private final MongoTemplate mongo;

    Enterprise(MockMvcTester http, MongoTemplate mongo) {
        this.http = http;
        this.mongo = mongo;
    }

    /** The organisation is known, and the matrix that comes with the service is there. */
    public void begin() {
        if (mongo.getCollection("directory_people").countDocuments() == 0) {
            department("group", null, "boss");
            department("team", "group", "tom");
            department("other", "group", "otto");
            for (var member : List.of("ona", "max", "mia", "tom")) {
                person(member, "team", true);
            }
            person("lea", "team", false);
            person("olga", "other", true);
            person("otto", "other", true);
            for (var member : List.of("boss", "ada", "aud", "hana")) {
                person(member, "group", true);
            }
        }
        Eventually.holds(() -> status(get("ona", "/matrices/current")) == 200);
    }

    public MvcTestResult get(String person, String path) {
        return http.get().uri(API + path).with(as(person)).exchange();
    }

    /** The OpenAPI document of the service. */
    public MvcTestResult description() {
        return http.get().uri("/v3/api-docs").with(as("ona")).exchange();
    }

    public MvcTestResult post(String person, String path, @Nullable String revision, String body) {
        return post(person, path, revision, body, UUID.randomUUID().toString());
    }

    public MvcTestResult post(String person, String path, @Nullable String revision, String body, String key) {
        var request = http.post()
                .uri(API + path)
                .with(as(person))
                .header("Idempotency-Key", key)
                .contentType(APPLICATION_JSON)
                .content(body);
        return (revision == null ? request : request.header("If-Match", "\"" + revision + "\"")).exchange();
    }

    /** A command about what stands at a path, as the caller sees it now. */
    public MvcTestResult command(String person, String path, String verb, String body) {
        return post(person, path + verb, revision(person, path), body);
    }

    public String revision(String person, String path) {
        var tag = get(person, path).getResponse().getHeader("ETag");
        assertThat(tag).as(path).isNotNull();
        return tag.replace("\"", "");
    }

    private void person(String id, String department, boolean employed) {
        mongo.getCollection("directory_people")
                .insertOne(new Document("_id", id)
                        .append("sequence", 1L)
                        .append("name", "AAAA")
                        .append("departmentId", department)
                        .append("employed", employed));
    }

    private void department(String id, @Nullable String parent, String manager) {
        mongo.getCollection("directory_departments")
                .insertOne(new Document("_id", id)
                        .append("sequence", 1L)
                        .append("name", id)
                        .append("parentId", parent)
                        .append("managerId", manager)
                        .append("deputies", List.of())
                        .append("open", true));
    }

    public static RequestPostProcessor as(String caller) {
        var role = ROLES.getOrDefault(caller, "EMPLOYEE");
        var roles = role.equals("INTEGRATION") ? new String[] {role} : new String[] {"EMPLOYEE", role};
        return jwt().jwt(token -> token.subject(caller).claim("epoch", 1L))
                .authorities(Arrays.stream(roles)
                        .distinct()
                        .map(one -> new SimpleGrantedAuthority("ROLE_" + one))
                        .toArray(SimpleGrantedAuthority[]::new));
    }

    /** A risk of the team, four by four, whose owner is Ona. */
    public String risk() {
        return risk("ona", "team", "");
    }

    /** @param more members of the request, each with a comma before it */
    public String risk(String owner, String department, String more) {
        var registered = post(owner, "/risks", null, risk(department, more));
        assertThat(answer(registered)).isEqualTo("201");
        return read(registered).get("id").asString();
    }

    public static String risk(String department, String more) {
        return """
            {"kind":"OPERATION","title":"供应商单一","description":"只有一家供应商","departmentId":"%s",
             "inherent":{"likelihood":4,"impact":4}%s}
            """.formatted(department, more);
    }

    /** Of a figure that is taken every day. */
    public String indicator(String risk, String direction, String threshold, String recovery, int breaches) {
        var defined = post("ona", "/indicators", null, indicatorOf(risk, direction, threshold, recovery, breaches));
        assertThat(answer(defined)).isEqualTo("201");
        return read(defined).get("id").asString();
    }

    public static String indicatorOf(String risk, String direction, String threshold, String recovery, int breaches) {
        return """
            {"riskId":"%s","name":"交货延误率","unit":"%%","rule":{"direction":"%s","threshold":%s,"recovery":%s,
             "breaches":%d,"rhythm":"DAILY"}}
            """.formatted(risk, direction, threshold, recovery, breaches);
    }

    /** Of what a department has reached in an indicator of performance-service, every day. */
    public static String indicatorFedBy(String risk, String performanceIndicator, String department) {
        return """
            {"riskId":"%s","name":"工作按期率","unit":"%%","rule":{"direction":"BELOW","threshold":80,"recovery":90,
             "breaches":1,"rhythm":"DAILY"},"feed":{"performanceIndicator":"%s","departmentId":"%s"}}
            """.formatted(risk, performanceIndicator, department);
    }

    public MvcTestResult report(String caller, String indicator, String day, String value) {
        return post(
                caller,
                "/indicators/" + indicator + "/report",
                null,
                "{\"values\":[{\"period\":\"%s\",\"value\":%s}]}".formatted(day, value));
    }

    public static JsonNode read(MvcTestResult result) {
        return JSON.readTree(result.getResponse().getContentAsByteArray());
    }

    public static int status(MvcTestResult result) {
        return result.getResponse().getStatus();
    }

    /** Status and, of a refusal, the code. */
    public static String answer(MvcTestResult result) {
        return status(result) < 400
                ? String.valueOf(status(result))
                : status(result) + " " + read(result).get("code").asString();
    }
}
