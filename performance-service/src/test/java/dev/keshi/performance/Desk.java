package dev.keshi.performance;

import static dev.keshi.performance.Enterprise.API;
import static dev.keshi.performance.Enterprise.answer;
import static dev.keshi.performance.Enterprise.body;
import static dev.keshi.performance.Enterprise.read;
import static dev.keshi.performance.Enterprise.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.test.Eventually;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Una and Bea at a desk that Ted leads, below a floor that Bos leads, and cycles of them in whatever state is wanted. */
final class Desk {

    private static final String WAIVER = "{\"reason\":\"上级长期病假\"}";

    private final Enterprise enterprise;

    private Desk(Enterprise enterprise) {
        this.enterprise = enterprise;
    }

    static Desk in(Enterprise enterprise) {
        enterprise.begin();
        if (!enterprise.knows("desk")) {
            enterprise.department("floor", null, "bos");
            enterprise.department("desk", "floor", "ted");
            enterprise.person("bos", "floor", null, "2019-01-01");
            for (var member : List.of("una", "bea", "ted")) {
                enterprise.person(member, "desk", null, "2019-01-01");
            }
        }
        // Who leads is known a little later.
        for (var leader : List.of("ted", "bos")) {
            Eventually.holds(() -> status(enterprise.get(leader, API + "/goals/people/una")) == 200);
        }
        return new Desk(enterprise);
    }

    /** A cycle that has got so far; Bea is asked about Una as a peer, Una has rated herself when rating is over. */
    String cycle(String status) {
        var cycle = open("desk");
        var peers = "/appraisals/" + appraisal(cycle, "una") + "/peers";
        assertThat(answer(enterprise.post("ted", peers, null, "{\"personIds\":[\"bea\"]}")))
                .isEqualTo("204");
        if (status.equals("RATING")) {
            return cycle;
        }
        give("una", rating("una", cycle, "SELF"));
        for (var person : List.of("una", "bea", "ted")) {
            var waiver = "/appraisals/" + appraisal(cycle, person) + "/waive-superior";
            assertThat(answer(enterprise.post("hana", waiver, null, WAIVER))).isEqualTo("204");
        }
        step(cycle, "close-rating", "CALIBRATION");
        if (status.equals("PUBLISHED")) {
            publish(cycle);
        }
        return cycle;
    }

    /** Of any department. */
    String open(String department) {
        return open(department, LocalDate.of(2022, 1, 1), LocalDate.of(2022, 1, 31), LocalDate.of(2022, 1, 31));
    }

    /** A period that is not over yet. */
    String openUntilTomorrow() {
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        return open("desk", today.minusDays(9), today.plusDays(1), today);
    }

    private String open(String department, LocalDate first, LocalDate last, LocalDate populationOn) {
        var planned = enterprise.post("hana", "/cycles", null, """
            {"name":"权限","kind":"MONTHLY","extent":"COMPREHENSIVE","firstDay":"%s","lastDay":"%s",
             "populationOn":"%s","departmentId":"%s"}
            """.formatted(first, last, populationOn, department));
        assertThat(status(planned)).as(body(planned)).isEqualTo(201);
        var cycle = read(planned).get("id").asString();
        step(cycle, "open", "RATING");
        return cycle;
    }

    void publish(String cycle) {
        step(cycle, "publish", "PUBLISHED");
    }

    private void step(String cycle, String verb, String status) {
        var path = "/cycles/" + cycle;
        assertThat(answer(enterprise.post("hana", path + "/" + verb, enterprise.revision("hana", path), "")))
                .isEqualTo("202");
        Eventually.holds(() -> read(enterprise.get("hana", API + path))
                .get("status")
                .asString()
                .equals(status));
    }

    private void give(String rater, String rating) {
        var path = "/ratings/" + rating;
        var sheet = new ArrayList<String>();
        read(enterprise.get(rater, API + path))
                .get("indicators")
                .forEach(one -> sheet.add("{\"indicator\":\"%s\",\"points\":80}"
                        .formatted(one.get("code").asString())));
        var given = enterprise.post(rater, path + "/give", "1", "{\"points\":[" + String.join(",", sheet) + "]}");
        assertThat(status(given)).as(body(given)).isEqualTo(200);
    }

    String appraisal(String cycle, String person) {
        return all("hana", "/appraisals?limit=100&cycleId=" + cycle).stream()
                .filter(one -> one.get("personId").asString().equals(person))
                .map(one -> one.get("id").asString())
                .findFirst()
                .orElseThrow();
    }

    /** Of Una. */
    String rating(String rater, String cycle, String kind) {
        return all(rater, "/ratings?limit=100").stream()
                .filter(one -> one.get("cycleId").asString().equals(cycle))
                .filter(one -> one.get("subjectId").asString().equals("una"))
                .filter(one -> one.get("kind").asString().equals(kind))
                .map(one -> one.get("id").asString())
                .findFirst()
                .orElseThrow();
    }

    String goal(String owner) {
        var set = enterprise.post(
                "hana",
                "/goals/" + owner,
                null,
                "{\"title\":\"审批不过夜\",\"firstDay\":\"2026-01-01\",\"terms\":{\"measure\":\"x\",\"weight\":1,\"dueOn\":\"2026-12-31\"}}");
        assertThat(answer(set)).isEqualTo("201");
        var goals = read(set).get("goals");
        return goals.get(goals.size() - 1).get("id").asString();
    }

    /** Page by page. @param path with a query */
    List<JsonNode> all(String reader, String path) {
        var all = new ArrayList<JsonNode>();
        var next = "";
        do {
            var page = read(enterprise.get(reader, API + path + next));
            page.get("items").forEach(all::add);
            next = page.hasNonNull("nextCursor")
                    ? "&cursor=" + page.get("nextCursor").asString()
                    : "";
        } while (!next.isEmpty());
        return all;
    }
}
