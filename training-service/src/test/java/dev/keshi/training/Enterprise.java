package dev.keshi.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import dev.keshi.directory.Access;
import dev.keshi.test.Eventually;
import dev.keshi.test.events.SeenEvent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
 * a group that Boss leads. Lea has left. Ada administers, Aud audits, Hana is of HR, and a program
 * reads.
 */
@TestComponent
public class Enterprise {

    public static final String API = "/api/training/v1";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, String> ROLES =
            Map.of("ada", "ADMIN", "aud", "AUDITOR", "hana", "HR", "program", "INTEGRATION");

    private final MockMvcTester http;
    private final MongoTemplate mongo;
    private final Access access;

    Enterprise(MockMvcTester http, MongoTemplate mongo, Access access) {
        this.http = http;
        this.mongo = mongo;
        this.access = access;
    }

    /** The organisation is known, and the courses that come with the service are there. */
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
        Eventually.holds(() -> status(get("ona", "/courses/TEAM-BUILDING")) == 200);
    }

    public MvcTestResult get(String person, String path) {
        return http.get().uri(API + path).with(as(person)).exchange();
    }

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

    public void person(String id, String department, boolean employed) {
        mongo.getCollection("directory_people")
                .insertOne(new Document("_id", id)
                        .append("sequence", 1L)
                        .append("name", "AAAA")
                        .append("departmentId", department)
                        .append("employed", employed));
    }

    /** As the copy of the organisation has it. */
    public void moves(String id, String department) {
        mongo.getCollection("directory_people")
                .updateOne(new Document("_id", id), new Document("$set", new Document("departmentId", department)));
    }

    /** One more department in the group; the service looks at the tree every two seconds, and knows it then. */
    public void department(String id, String manager) {
        department(id, "group", manager);
        Eventually.holds(() -> !access.leadersOf(id).isEmpty());
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
        var roles = caller.equals("program") ? new String[] {role} : new String[] {"EMPLOYEE", role};
        return jwt().jwt(token -> token.subject(caller).claim("epoch", 1L))
                .authorities(Arrays.stream(roles)
                        .distinct()
                        .map(one -> new SimpleGrantedAuthority("ROLE_" + one))
                        .toArray(SimpleGrantedAuthority[]::new));
    }

    /**
     * Publishes a course under a code of its own.
     *
     * @param more members of the request, each with a comma before it
     */
    public String course(String more) {
        var code = code();
        assertThat(answer(post("hana", "/courses", null, course(code, more)))).isEqualTo("201");
        return code;
    }

    public static String code() {
        return "C-" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
    }

    public static String course(String code, String more) {
        return """
            {"code":"%s","name":"数据分析","form":"INTERNAL","subject":"TOOLS","minutes":120%s}
            """.formatted(code, more);
    }

    /** Tom has it held, Mia lectures. */
    public String session(String course, Instant startsAt, int capacity) {
        var scheduled = post("tom", "/sessions", null, session(course, "mia", startsAt, capacity));
        assertThat(answer(scheduled)).isEqualTo("201");
        return read(scheduled).get("id").asString();
    }

    public static String session(String course, String lecturer, Instant startsAt, int capacity) {
        return """
            {"courseCode":"%s","lecturerId":"%s","place":"三楼培训室","startsAt":"%s","endsAt":"%s","capacity":%d}
            """.formatted(course, lecturer, startsAt, startsAt.plusSeconds(7200), capacity);
    }

    public static JsonNode data(SeenEvent event) {
        return JSON.readTree(event.json());
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
