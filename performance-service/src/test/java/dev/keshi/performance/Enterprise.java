package dev.keshi.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import com.mongodb.client.model.UpdateOptions;
import dev.keshi.directory.Access;
import dev.keshi.test.Eventually;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
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
 * A small enterprise in the first quarter of 2020. Ann, Bob, Cid and Dan are assistants in a team that Tom manages; Eve joined a
 * week before the end, Mia came from another department in the middle, Lea left. Boss leads them all, Hana is personnel. Beside them is
 * Wim's workshop with Ben's bench, where tests put people of their own.
 */
@TestComponent
public class Enterprise {

    public static final String API = "/api/performance/v1";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String LONG_AGO = "2019-01-01";

    private final MockMvcTester http;
    private final MongoTemplate mongo;
    private final Access access;

    /** The department that was told last. */
    private volatile @Nullable String newest;

    Enterprise(MockMvcTester http, MongoTemplate mongo, Access access) {
        this.http = http;
        this.mongo = mongo;
        this.access = access;
    }

    /** The organisation is known, and the templates that come with the service are there. */
    public void begin() {
        if (mongo.getCollection("directory_people").countDocuments() == 0) {
            mongo.getCollection("positions")
                    .insertOne(new Document("_id", "assistant")
                            .append("sequence", 1L)
                            .append("title", "运营助理")
                            .append("template", "operations-assistant"));
            department("group", null, "boss");
            department("team", "group", "tom");
            department("other", "group", "boss");
            department("workshop", null, "wim");
            department("bench", "workshop", "ben");
            for (var assistant : List.of("ann", "bob", "cid", "dan")) {
                person(assistant, "team", "assistant", LONG_AGO);
            }
            person("tom", "team", null, LONG_AGO);
            person("boss", "group", null, LONG_AGO);
            person("hana", "group", null, LONG_AGO);
            person("hugo", "other", null, LONG_AGO);
            person("olga", "other", null, LONG_AGO);
            person("eve", "team", "assistant", "2020-03-25");
            person("mia", "other", null, LONG_AGO);
            fact("mia", 2, works("team", "assistant", "2020-02-16"));
            person("lea", "team", "assistant", LONG_AGO);
            fact("lea", 2, new Document("kind", "Left").append("from", "2020-02-01"));
        }
        Eventually.holds(() ->
                read(get("hana", API + "/templates?code=general")).get("items").size() > 0);
    }

    /** Peers of nobody were counted together so far, whatever other tests have counted. */
    public void nobodyWasCounted() {
        mongo.getCollection("peer_groups").deleteMany(new Document());
    }

    /** The service looks at the tree of departments every two seconds: until then nobody leads what is new. */
    private void departmentsAreKnown() {
        var department = newest;
        if (department != null) {
            Eventually.holds(() -> !access.leadersOf(department).isEmpty());
            newest = null;
        }
    }

    public MvcTestResult get(String person, String path) {
        departmentsAreKnown();
        return http.get().uri(path).with(as(person)).exchange();
    }

    public MvcTestResult post(String person, String path, @Nullable String revision, String body) {
        return post(person, path, revision, body, UUID.randomUUID().toString());
    }

    public MvcTestResult post(String person, String path, @Nullable String revision, String body, String key) {
        departmentsAreKnown();
        var request = http.post()
                .uri(API + path)
                .with(as(person))
                .header("Idempotency-Key", key)
                .contentType(APPLICATION_JSON)
                .content(body);
        return (revision == null ? request : request.header("If-Match", "\"" + revision + "\"")).exchange();
    }

    /** What came of an interview. */
    public static String interview(LocalDate heldOn) {
        return """
            {"heldOn":"%s","strengths":"沟通顺畅","weaknesses":"进度预警偏晚","measures":"每周五同步进度\\n下季度参加数据分析培训",
             "remarks":"希望承担更多项目"}
            """.formatted(heldOn);
    }

    /** As the caller sees it now. */
    public String revision(String person, String path) {
        var tag = get(person, API + path).getResponse().getHeader("ETag");
        assertThat(tag).as(path).isNotNull();
        return tag.replace("\"", "");
    }

    public void person(String id, String department, @Nullable String position, String from) {
        mongo.getCollection("directory_people")
                .insertOne(new Document("_id", id)
                        .append("sequence", 1L)
                        .append("name", "AAAA")
                        .append("departmentId", department)
                        .append("positionId", position)
                        .append("employed", true));
        fact(id, 1, works(department, position, from));
    }

    /** As the event tells it; a token from before may still hold. */
    public void hasLeft(String id) {
        mongo.getCollection("directory_people")
                .updateOne(new Document("_id", id), new Document("$set", new Document("employed", false)));
    }

    /** Whoever has left is taken on again, as the event tells it. */
    public void isBack(String id) {
        mongo.getCollection("directory_people")
                .updateOne(new Document("_id", id), new Document("$set", new Document("employed", true)));
    }

    /** As the next event tells it, after the person was hired. */
    public void moves(String id, String department, String from) {
        moves(id, department, null, from);
    }

    /** The same, to a position. */
    public void moves(String id, String department, @Nullable String position, String from) {
        fact(id, 2, works(department, position, from));
    }

    /** The same; works here no more from this day on. */
    public void leaves(String id, String from) {
        fact(id, 2, new Document("kind", "Left").append("from", from));
        hasLeft(id);
    }

    /** As the event with this number tells it. */
    private void fact(String id, long sequence, Document fact) {
        mongo.getCollection("employments")
                .updateOne(
                        new Document("_id", id),
                        new Document("$set", new Document("sequence", sequence).append("fact" + sequence, fact)),
                        new UpdateOptions().upsert(true));
    }

    private static Document works(String department, @Nullable String position, String from) {
        var fact = new Document("kind", "Works").append("from", from).append("departmentId", department);
        return position == null ? fact : fact.append("positionId", position);
    }

    public boolean knows(String department) {
        return mongo.getCollection("directory_departments").countDocuments(new Document("_id", department)) > 0;
    }

    public void department(String id, @Nullable String parent, String manager) {
        mongo.getCollection("directory_departments")
                .insertOne(new Document("_id", id)
                        .append("sequence", 1L)
                        .append("name", id)
                        .append("parentId", parent)
                        .append("managerId", manager)
                        .append("deputies", List.of())
                        .append("open", true));
        newest = id;
    }

    /** Who is called h... is with human resources, ada administers, aud audits, and a program is no employee. */
    public static RequestPostProcessor as(String person) {
        var roles = switch (person) {
            case "ada" -> List.of("EMPLOYEE", "ADMIN");
            case "aud" -> List.of("EMPLOYEE", "AUDITOR");
            case "program" -> List.of("INTEGRATION");
            default -> person.startsWith("h") ? List.of("EMPLOYEE", "HR") : List.of("EMPLOYEE");
        };
        return jwt().jwt(token -> token.subject(person).claim("epoch", 1L))
                .authorities(roles.stream()
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                        .toArray(SimpleGrantedAuthority[]::new));
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

    public static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
