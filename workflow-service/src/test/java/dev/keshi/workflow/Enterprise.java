package dev.keshi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_XML;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import dev.keshi.test.Eventually;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
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

/** A small enterprise and what its people send. Ann works in a team that Tom manages; Vice is in charge of it. */
@TestComponent
public class Enterprise {

    public static final String DEFINITIONS = "/api/workflow/v1/process-definitions";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MockMvcTester http;
    private final MongoTemplate mongo;

    Enterprise(MockMvcTester http, MongoTemplate mongo) {
        this.http = http;
        this.mongo = mongo;
    }

    /** The organisation is known, and the processes that come with the service are deployed. */
    public void begin() {
        if (mongo.getCollection("directory_people").countDocuments() == 0) {
            department(
                    "group",
                    null,
                    "boss",
                    List.of(new Document("personId", "vice")
                            .append("area", "区域")
                            .append("inChargeOf", List.of("team"))));
            department("team", "group", "tom", List.of());
            person("ann", "team", "EMPLOYEE");
            person("tom", "team", "EMPLOYEE");
            person("vice", "group", "EMPLOYEE");
            person("boss", "group", "EMPLOYEE");
            person("hana", "group", "HR");
            person("hugo", "group", "HR");
        }
        Eventually.holds(
                () -> get("ann", DEFINITIONS + "/leave-request:1").getResponse().getStatus() == 200);
    }

    public MvcTestResult get(String person, String path) {
        return http.get().uri(path).with(as(person)).exchange();
    }

    public MvcTestResult getIn(String language, String person, String path) {
        return http.get()
                .uri(path)
                .with(as(person))
                .header("Accept-Language", language)
                .exchange();
    }

    public MvcTestResult getUnless(String tag, String person, String path) {
        return http.get()
                .uri(path)
                .with(as(person))
                .header("If-None-Match", tag)
                .exchange();
    }

    public MvcTestResult post(String person, String path, @Nullable String revision, String body) {
        var request = http.post()
                .uri(path)
                .with(as(person))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(APPLICATION_JSON)
                .content(body);
        return (revision == null ? request : request.header("If-Match", "\"" + revision + "\"")).exchange();
    }

    /** Everything that a list shows, page by page. */
    public List<JsonNode> pages(String person, String path, int limit) {
        var items = new ArrayList<JsonNode>();
        var next = "";
        do {
            var page = read(get(person, path + (path.contains("?") ? "&" : "?") + "limit=" + limit + next));
            page.get("items").forEach(items::add);
            next = page.hasNonNull("nextCursor")
                    ? "&cursor=" + page.get("nextCursor").asString()
                    : "";
        } while (!next.isEmpty());
        return items;
    }

    public void left(String person) {
        mongo.getCollection("directory_people")
                .updateOne(new Document("_id", person), new Document("$set", new Document("employed", false)));
    }

    public void person(String id, String department, String role) {
        mongo.getCollection("directory_people")
                .insertOne(new Document("_id", id)
                        .append("sequence", 1L)
                        .append("name", "AAAA")
                        .append("departmentId", department)
                        .append("employed", true));
        mongo.getCollection("directory_accounts")
                .insertOne(new Document("_id", "account-" + id)
                        .append("sequence", 1L)
                        .append("personId", id)
                        .append("roles", List.of("EMPLOYEE", role))
                        .append("permissionEpoch", 1L));
    }

    public void deploy(String xml) {
        var deployed = sendXml(DEFINITIONS, xml);
        assertThat(deployed.getResponse().getStatus()).as(body(deployed)).isEqualTo(201);
    }

    /** As an administrator. */
    public MvcTestResult sendXml(String path, String xml) {
        return sendXml(path, xml, "zh-CN");
    }

    public MvcTestResult sendXml(String path, String xml, String language) {
        return sendXml(as("admin", "ADMIN"), path, xml, language);
    }

    public MvcTestResult postXml(String person, String path, String xml) {
        return sendXml(as(person), path, xml, "zh-CN");
    }

    private MvcTestResult sendXml(RequestPostProcessor sender, String path, String xml, String language) {
        return http.post()
                .uri(path)
                .with(sender)
                .header("Accept-Language", language)
                .contentType(APPLICATION_XML)
                .content(xml)
                .exchange();
    }

    /** One process with these steps, of which the first is between start and end. */
    public static String bpmn(String key, String steps, String first) {
        return """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:keshi="https://keshi.dev/bpmn/1.0" id="d" targetNamespace="https://keshi.dev/test">
                  <bpmn:process id="%s" isExecutable="true">
                    <bpmn:startEvent id="start"/>
                    %s
                    <bpmn:endEvent id="end"/>
                    <bpmn:sequenceFlow id="in" sourceRef="start" targetRef="%s"/>
                    <bpmn:sequenceFlow id="out" sourceRef="%s" targetRef="end"/>
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(key, steps, first, first);
    }

    /** Who is called h... is with human resources, audit... audits, admin... administers, and program... is none of the people. */
    public static RequestPostProcessor as(String person) {
        if (person.startsWith("program")) {
            return as(person, "INTEGRATION");
        }
        if (person.startsWith("audit")) {
            return as(person, "EMPLOYEE", "AUDITOR");
        }
        if (person.startsWith("admin")) {
            return as(person, "EMPLOYEE", "ADMIN");
        }
        return as(person, person.startsWith("h") ? new String[] {"EMPLOYEE", "HR"} : new String[] {"EMPLOYEE"});
    }

    private static RequestPostProcessor as(String person, String... roles) {
        return jwt().jwt(token -> token.subject(person).claim("epoch", 1L))
                .authorities(Arrays.stream(roles)
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                        .toArray(SimpleGrantedAuthority[]::new));
    }

    public void department(String id, @Nullable String parent, String manager, List<Document> deputies) {
        mongo.getCollection("directory_departments")
                .insertOne(new Document("_id", id)
                        .append("sequence", 1L)
                        .append("name", id)
                        .append("parentId", parent)
                        .append("managerId", manager)
                        .append("deputies", deputies)
                        .append("open", true));
    }

    public static JsonNode read(MvcTestResult result) {
        return JSON.readTree(result.getResponse().getContentAsByteArray());
    }

    /** Each with its place and code. */
    public static List<String> errors(MvcTestResult refused) {
        var errors = new ArrayList<String>();
        read(refused)
                .get("errors")
                .forEach(error -> errors.add(error.get("pointer").asString() + " "
                        + error.get("code").asString()));
        return errors;
    }

    public static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
