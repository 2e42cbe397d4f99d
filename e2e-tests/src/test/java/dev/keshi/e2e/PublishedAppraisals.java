package dev.keshi.e2e;

import static dev.keshi.e2e.TrainingIT.body;
import static dev.keshi.e2e.TrainingIT.today;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.client.Answer;
import dev.keshi.launcher.client.Caller;
import dev.keshi.test.Eventually;
import java.time.LocalDate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Appraisals of somebody in one indicator, from the cycle to the publication. */
final class PublishedAppraisals {

    private static final String API = "/api/performance/v1";

    private final Caller personnel;
    private final Caller subject;
    private final Caller superior;
    private final JsonNode person;

    PublishedAppraisals(Caller personnel, Caller subject, Caller superior, JsonNode person) {
        this.personnel = personnel;
        this.subject = subject;
        this.superior = superior;
        this.person = person;
    }

    /** @return the code of a template with this indicator alone */
    String template(String indicator) {
        String code = "only-" + indicator;
        ObjectNode template = body().put("code", code).put("name", "单项考核");
        template.putArray("positions");
        template.putArray("indicators")
                .addObject()
                .put("code", indicator)
                .put("family", "ABILITY")
                .put("weight", 100)
                .put("name", "分析能力")
                .put("standard", "结论有据");
        JsonNode drafted =
                personnel.post(API + "/templates", template).expect(201).json();
        change(API + "/templates/" + Leave.id(drafted), "release").expect(200);
        return code;
    }

    /** Of the last days up to today; both the person and the superior give so many points. */
    void published(String template, int days, int points) {
        LocalDate last = today();
        String cycle = opened(template, last.minusDays(days - 1L), last);
        String path = API + "/cycles/" + cycle;
        give(subject, cycle, "SELF", points);
        give(superior, cycle, "SUPERIOR", points);
        for (JsonNode one : Pages.items(personnel, API + "/appraisals?limit=100&cycleId=" + cycle)) {
            Answer answer = personnel.post(
                    API + "/appraisals/" + Leave.id(one) + "/waive-superior", body().put("reason", "本次仅考核一人"));
            assertThat(answer.status()).as(answer.body()).isIn(204, 409);
        }
        change(path, "close-rating").expect(202);
        awaitStatus(path, "CALIBRATION");
        change(path, "publish").expect(202);
        awaitStatus(path, "PUBLISHED");
    }

    /** A month at most, with whoever works in the department on its last day; returns when ratings are wanted. @return the id of the cycle */
    String opened(String template, LocalDate first, LocalDate last) {
        return opened(template, first, last, body());
    }

    /** @param more what else the plan says */
    String opened(String template, LocalDate first, LocalDate last, ObjectNode more) {
        String cycle = planned(template, first, last, last, more);
        change(API + "/cycles/" + cycle, "open").expect(202);
        awaitStatus(API + "/cycles/" + cycle, "RATING");
        return cycle;
    }

    /** A month at most, with whoever works in the department on that day. @return the id of the cycle */
    String planned(String template, LocalDate first, LocalDate last, LocalDate populationOn) {
        return planned(template, first, last, populationOn, body());
    }

    private String planned(String template, LocalDate first, LocalDate last, LocalDate populationOn, ObjectNode more) {
        ObjectNode plan = plan(template, first, last, populationOn, more);
        return Leave.id(personnel.post(API + "/cycles", plan).expect(201).json());
    }

    /** Comprehensive, unless it says something else. */
    ObjectNode plan(String template, LocalDate first, LocalDate last, LocalDate populationOn, ObjectNode more) {
        ObjectNode plan = body().put("name", "能力考核")
                .put("kind", "MONTHLY")
                .put("extent", "COMPREHENSIVE")
                .put("firstDay", first.toString())
                .put("lastDay", last.toString())
                .put("populationOn", populationOn.toString())
                .put("departmentId", person.path("departmentId").asString())
                .put("minimumDays", 1);
        plan.putArray("templates").add(template);
        plan.setAll(more);
        return plan;
    }

    /** What another cycle would say, too: not which ratings of persons it rests on, and not when it was done without others. */
    static JsonNode ofAnyCycle(JsonNode said) {
        JsonNode left = said.deepCopy();
        left.findParents("level").stream()
                .filter(node -> node.path("level").asString().equals("VIEW"))
                .flatMap(view -> view.path("parts").valueStream())
                .forEach(rating -> ((ObjectNode) rating).remove("reference"));
        left.findValues("waivers").forEach(all -> all.forEach(waived -> ((ObjectNode) waived).remove("at")));
        return left;
    }

    private void give(Caller rater, String cycle, String kind, int points) {
        JsonNode rating = Pages.items(rater, API + "/ratings?limit=100&status=OPEN").stream()
                .filter(one -> one.path("cycleId").asString().equals(cycle)
                        && one.path("subjectId").equals(person.path("id"))
                        && one.path("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
        ObjectNode sheet = body();
        var given = sheet.putArray("points");
        rating.path("indicators")
                .forEach(one -> given.addObject()
                        .put("indicator", one.path("code").asString())
                        .put("points", points));
        rater.post(API + "/ratings/" + Leave.id(rating) + "/give", sheet, "If-Match", "\"1\"")
                .expect(200);
    }

    private Answer change(String path, String verb) {
        return personnel.post(
                path + "/" + verb,
                body(),
                "If-Match",
                personnel.get(path).expect(200).etag());
    }

    private void awaitStatus(String path, String status) {
        Eventually.holds(
                () -> personnel.get(path).json().path("status").asString().equals(status));
    }
}
