package dev.keshi.training;

import static dev.keshi.test.Eventually.eventually;
import static dev.keshi.training.Enterprise.answer;
import static dev.keshi.training.Enterprise.read;
import static dev.keshi.training.Enterprise.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.test.access.ScopeMatrix;
import dev.keshi.test.access.ScopeMatrix.Row;
import dev.keshi.training.attempt.OnlineCourse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * Who reaches what: each operation of the service, asked by ten people about Ona, who has passed a quiz of which Tom is asked what it has
 * changed, has to take a course and has a place in a session that Tom has held. Below 400 and 409, 412, 422 mean that the caller was let
 * through; 403 that the caller may not, 404 that for the caller there is nothing. An operation that stands in no row fails the test.
 */
@RunningService
class ScopeMatrixIT {

    private static final List<String> PEOPLE =
            List.of("ona", "tom", "boss", "max", "otto", "aud", "ada", "hana", "lea", "program");

    private static final ScopeMatrix MATRIX = ScopeMatrix.of(PEOPLE, """
        GET /courses                                     | 200 200 200 200 200 200 200 200 200 200 |
        GET /courses/{code}                              | 200 200 200 200 200 200 200 200 200 200 |
        POST /courses                                    | 403 403 403 403 403 403 422 422 403 403 | {course}
        POST /courses/{code}/revise                      | 403 403 403 403 403 403 412 412 403 403 | {content}
        POST /courses/{code}/retire                      | 403 403 403 403 403 403 412 412 403 403 |
        GET /courses/{code}/courseware                   | 200 200 200 200 200 200 200 200 200 200 |
        GET /courses/{code}/courseware/current           | 200 200 200 200 200 200 200 200 200 200 |
        GET /courses/{code}/courseware/{version}         | 200 200 200 200 200 200 200 200 200 200 |
        GET /courses/{code}/courseware/{version}/questions | 403 403 403 403 403 403 200 200 403 403 |
        POST /courses/{code}/courseware                  | 403 403 403 403 403 403 422 422 403 403 | {courseware}
        GET /courses/{code}/evaluation                   | 403 200 200 403 200 200 200 200 403 403 |
        POST /courses/{internal}/attempts                | 409 409 409 409 409 409 409 409 403 403 | {}
        GET /attempts/{attempt}                          | 200 404 404 404 404 404 404 200 404 404 |
        POST /attempts/{attempt}/answers                 | 409 404 404 404 404 404 404 404 403 403 | {"answers":[]}
        POST /attempts/{attempt}/submit                  | 409 404 404 404 404 404 404 404 403 403 | {"answers":[]}
        GET /attempt-sheets                              | 200 200 200 200 200 200 200 200 200 200 |
        GET /attempt-sheets/{sheet}                      | 200 404 404 404 404 404 404 200 404 404 |
        POST /attempt-sheets/{sheet}/renew               | 403 403 403 403 403 403 403 200 403 403 | {}
        GET /certificates                                | 200 200 200 200 200 200 200 200 200 404 |
        GET /certificates/{certificate}                  | 200 200 200 404 404 200 404 200 404 404 |
        GET /certificates/verify/{guess}                 | 404 404 404 404 404 404 404 404 404 404 |
        GET /certificates/verify/{number}                | 200 200 200 200 200 200 200 200 200 200 |
        POST /certificates/{certificate}/revoke          | 403 403 403 403 403 403 403 20 403 403 | {"reason":"x"}
        GET /records                                     | 200 200 200 200 200 200 200 200 200 200 |
        GET /records/{person}                            | 200 200 200 404 404 200 200 200 404 404 |
        GET /records/{person}/entries                    | 200 200 200 404 404 200 200 200 404 404 |
        GET /assignments                                 | 200 200 200 200 200 200 200 200 200 200 |
        GET /assignments/{assignment}                    | 200 200 200 404 404 200 200 200 404 404 |
        POST /assignments                                | 403 409 409 403 422 403 409 409 403 403 | {assignment}
        POST /assignments/{assignment}/cancel            | 403 412 412 404 404 403 412 412 403 403 |
        GET /sessions                                    | 200 200 200 200 200 200 200 200 200 200 |
        GET /sessions/{session}                          | 200 200 200 200 200 200 200 200 200 200 |
        GET /sessions/{session}/enrolments               | 200 200 200 200 200 200 200 200 200 200 |
        GET /sessions/{session}/reactions                | 404 409 404 404 404 409 409 409 404 404 |
        POST /sessions                                   | 403 422 422 403 422 403 422 422 403 403 | {schedule}
        POST /sessions/{session}/enrol                   | 409 409 409 422 422 422 409 409 403 403 | {"personId":"ona"}
        POST /sessions/{session}/withdraw                | 200 409 409 422 422 422 409 409 403 403 | {"personId":"ona"}
        POST /sessions/{session}/cancel                  | 403 412 403 403 403 403 412 412 403 403 | {"reason":"x"}
        POST /sessions/{session}/attendance              | 403 409 403 403 403 403 409 409 403 403 | {"attended":[]}
        GET /reactions                                   | 200 200 200 200 200 200 200 200 200 200 |
        POST /reactions/{reaction}                       | 20 404 404 404 404 404 404 404 403 403 | {"content":3,"lecturer":3,"organisation":3,"usefulness":3}
        GET /behaviour-ratings                           | 200 200 200 200 200 200 200 200 200 200 |
        POST /behaviour-ratings/{rating}                 | 404 20 404 404 404 404 404 404 403 403 | {"points":3}
        """);

    /** Who finds an entry in a list; behind the bar, what stands in this entry alone. */
    private static final Map<String, List<String>> LISTED = Map.of(
            "/assignments | {assignment}", List.of("ona", "tom", "boss", "aud", "ada", "hana"),
            "/assignments | {elsewhere}", List.of("boss", "otto", "aud", "ada", "hana"),
            "/attempt-sheets | {sheet}", List.of("ona", "hana"),
            "/certificates | {certificate}", List.of("ona"),
            "/certificates?personId={person} | {certificate}", List.of("ona", "tom", "boss", "aud", "hana"),
            "/records?year={year} | {person}", List.of("ona", "tom", "boss", "aud", "ada", "hana"),
            "/records/{person}/entries | {code}", List.of("ona", "tom", "boss", "aud", "ada", "hana"),
            "/sessions/{session}/enrolments | {person}", List.of("ona", "tom", "boss", "aud", "ada", "hana"),
            "/reactions | {reaction}", List.of("ona"),
            "/behaviour-ratings | {rating}", List.of("tom"));

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MovedClock clock;

    private final Map<String, String> ids = new TreeMap<>();

    @BeforeEach
    void onaLearns() {
        enterprise.begin();
        var online = OnlineCourse.taught(
                enterprise, ",\"certificateMonths\":12", OnlineCourse.quiz(4, 60, 3, "WHEN_PASSED"));
        var internal = enterprise.course("");
        ids.put("attempt", online.passed("ona").get("id").asString());
        eventually(() -> ids.put("reaction", ofTheCourse("ona", "/reactions?limit=100", "id", online.code())));
        // Some weeks later Tom, and nobody else, is asked what it has changed.
        clock.letPass(57);
        eventually(() -> ids.put("rating", ofTheCourse("tom", "/behaviour-ratings?limit=100", "id", online.code())));
        var session = enterprise.session(internal, clock.instant().plus(Duration.ofDays(1)), 5);
        assertThat(answer(enterprise.post("ona", "/sessions/" + session + "/enrol", null, "{}")))
                .isEqualTo("200");
        ids.put("code", online.code());
        ids.put("internal", internal);
        ids.put("session", session);
        ids.put("version", "1");
        ids.put("person", "ona");
        ids.put("guess", "0000-0000-0000-0000-0000-0000-0000-0000");
        ids.put("year", String.valueOf(clock.today().getYear()));
        ids.put("assignment", assigned("tom", "ona"));
        ids.put("elsewhere", assigned("otto", "olga"));
        ids.put("sheet", first("/attempt-sheets?courseCode=" + online.code(), "id"));
        eventually(() -> {
            ids.put("certificate", first("/certificates?limit=100", "id"));
            ids.put("number", first("/certificates?limit=100", "number"));
        });
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
                .isEqualTo(ScopeMatrix.described(read(enterprise.description()), Enterprise.API));
    }

    @Test
    void listsHoldWhatTheReaderReaches() {
        LISTED.forEach((list, readers) -> {
            var path = filled(list.substring(0, list.indexOf(" | ")));
            var entry = '"' + filled(list.substring(list.indexOf(" | ") + 3)) + '"';
            PEOPLE.forEach(reader -> assertThat(items(reader, path).stream()
                            .anyMatch(one -> one.toString().contains(entry)))
                    .as("%s %s", reader, list)
                    .isEqualTo(readers.contains(reader)));
        });
    }

    /** All pages; nothing where for the reader there is no such list. */
    private List<JsonNode> items(String reader, String path) {
        var listed = new ArrayList<JsonNode>();
        var next = "";
        do {
            var page = enterprise.get(reader, path + (path.contains("?") ? "&" : "?") + "limit=100" + next);
            if (status(page) == 404) {
                return List.of();
            }
            assertThat(status(page)).isEqualTo(200);
            read(page).get("items").forEach(listed::add);
            next = read(page).hasNonNull("nextCursor")
                    ? "&cursor=" + read(page).get("nextCursor").asString()
                    : "";
        } while (!next.isEmpty());
        return listed;
    }

    /** Of the course that Ona has learned, as she sees it. */
    private String first(String path, String field) {
        return ofTheCourse("ona", path, field, ids.get("code"));
    }

    private String ofTheCourse(String reader, String path, String field, String course) {
        return read(enterprise.get(reader, path))
                .get("items")
                .valueStream()
                .filter(one -> one.get("courseCode").asString().equals(course))
                .findFirst()
                .orElseThrow(() -> new AssertionError(path))
                .get(field)
                .asString();
    }

    /** Whoever would be let through comes with a stale revision, so nothing is changed; for whom there is nothing, with either. */
    private List<String> revisions(Row row, String expected) {
        var of = Pattern.compile("^POST (/(courses|assignments|sessions)/\\{[a-z]+})/(revise|retire|cancel)$")
                .matcher(row.operation());
        if (!of.find()) {
            return List.of("");
        }
        var current = enterprise.revision("hana", filled(of.group(1)));
        return switch (expected) {
            case "412" -> List.of("999");
            case "404" -> List.of("999", current);
            default -> List.of(current);
        };
    }

    private String asked(Row row, String person, String revision) {
        var path = filled(row.path());
        if (path.equals("/records")) {
            path += "?year=" + ids.get("year");
        }
        return answer(
                row.reads()
                        ? enterprise.get(person, path)
                        : enterprise.post(person, path, revision.isEmpty() ? null : revision, body(row.body())));
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
            case "{course}" -> Enterprise.course(Enterprise.code(), ",\"prerequisites\":[\"C-NONE\"]");
            case "{content}" ->
                "{\"name\":\"数据分析\",\"form\":\"ONLINE\",\"subject\":\"TOOLS\",\"minutes\":120,\"certificateMonths\":12}";
            case "{courseware}" -> OnlineCourse.courseware(OnlineCourse.quiz(9, 60, 3, "NEVER"));
            case "{assignment}" -> assignment("ona");
            case "{schedule}" ->
                Enterprise.session(ids.get("internal"), "mia", clock.instant().minus(Duration.ofDays(1)), 2);
            default -> name;
        };
    }

    /** @return its id */
    private String assigned(String by, String person) {
        var assigned = enterprise.post(by, "/assignments", null, assignment(person));
        assertThat(answer(assigned)).isEqualTo("201");
        return read(assigned).get("id").asString();
    }

    private String assignment(String person) {
        return "{\"personId\":\"%s\",\"courseCode\":\"%s\",\"dueOn\":\"%s\"}"
                .formatted(person, ids.get("internal"), clock.today().plusDays(30));
    }
}
