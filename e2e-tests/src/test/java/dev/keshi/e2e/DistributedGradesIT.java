package dev.keshi.e2e;

import static dev.keshi.e2e.TeamAtWork.body;
import static dev.keshi.e2e.TeamAtWork.today;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.activity.Appraisals;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Cast.Part;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A cycle that has ceilings of its own for the better grades. */
@OnThePlatform
class DistributedGradesIT {

    private static final String CYCLES = "/api/performance/v1/cycles/";

    private final Keshi keshi;
    private final Caller personnel;

    /** Of all here, also when midnight comes. */
    private final LocalDate last = today();

    DistributedGradesIT(Keshi keshi) {
        this.keshi = keshi;
        personnel = keshi.person(Part.HR);
    }

    @Scenario({"P1", "P6", "Z2"})
    void aCeilingLowersThePublishedGradeOfAllWhoTieForTheLastPlace() {
        var own = new OwnDepartment(keshi, last);
        Caller employee = keshi.login(own.loginOf("employee"));
        Caller colleague = keshi.login(own.loginOf("colleague"));
        Caller manager = keshi.login(own.loginOf("manager"));
        Map<String, String> people = own.people();
        String cycle = opened(own, employee, manager);
        Appraisals.rate(manager, cycle, people.get("manager"), "SELF", 98);
        for (var tied : Map.of("employee", employee, "colleague", colleague).entrySet()) {
            String person = people.get(tied.getKey());
            Appraisals.rate(tied.getValue(), cycle, person, "SELF", 95);
            Appraisals.rate(manager, cycle, person, "SUPERIOR", 95);
        }
        assertThat(Appraisals.closeRatingWithoutTheRest(personnel, cycle, "由上级部门另行评价"))
                .as("the superior of the manager")
                .isOne();

        // Of three that is room for two; with room for all of them the points are enough.
        var lowered = Map.of("manager", "98.0 EXCELLENT", "employee", "95.0 GOOD", "colleague", "95.0 GOOD");
        assertThat(results(cycle, people)).isEqualTo(lowered);
        assertThat(tried(cycle, "mostExcellent=100")).containsOnly(Map.entry("EXCELLENT", 3));
        assertThat(tried(cycle, "mostExcellent=66")).containsOnly(Map.entry("EXCELLENT", 1), Map.entry("GOOD", 2));

        Appraisals.publish(personnel, cycle);

        assertThat(results(cycle, people)).isEqualTo(lowered);
        for (var tied : Map.of("employee", employee, "colleague", colleague).entrySet()) {
            String appraisal = Appraisals.idOf(personnel, cycle, people.get(tied.getKey()));
            saysWhatLoweredIt(tied.getValue(), appraisal);
            assertThat(tied.getValue().get(CYCLES + cycle).expect(200).json().toString())
                    .doesNotContain("98.0");
        }
    }

    private String opened(OwnDepartment own, Caller employee, Caller manager) {
        var appraisals = new PublishedAppraisals(personnel, employee, manager, body().put("departmentId", own.id()));
        ObjectNode ceilings = body();
        ceilings.putObject("distribution").put("mostExcellent", 67).put("mostGood", 100);
        return appraisals.opened(
                appraisals.template("i-" + UUID.randomUUID().toString().substring(0, 30)),
                last.minusDays(29),
                last,
                ceilings);
    }

    private static void saysWhatLoweredIt(Caller reader, String appraisal) {
        assertThat(Appraisals.find(reader, appraisal).path("grade").asString()).isEqualTo("GOOD");
        JsonNode why = Appraisals.explanation(reader, appraisal).at("/basis/grade");
        assertThat(why.at("/grade/code").asString()).isEqualTo("GOOD");
        assertThat(why.at("/byThresholds/code").asString()).isEqualTo("EXCELLENT");
        assertThat(why.at("/byDistribution/code").asString()).isEqualTo("GOOD");
        assertThat(why.at("/lowered/name").asString()).contains("比例上限");
        assertThat(why.at("/distribution/mostExcellent").asInt()).isEqualTo(67);
        assertThat(why.at("/thresholds/excellent").decimalValue()).isEqualByComparingTo("90");
        assertThat(why.at("/places/excellent").asInt()).isEqualTo(2);
        assertThat(why.toString()).as("the total of whoever has the last place").doesNotContain("98.0");
        assertThat(why.at("/calibrations").isEmpty()).as("by nobody's hand").isTrue();
    }

    /** By part. */
    private Map<String, String> results(String cycle, Map<String, String> people) {
        var results = new TreeMap<String, String>();
        for (JsonNode one : Appraisals.all(personnel, cycle)) {
            people.forEach((part, person) -> {
                if (person.equals(one.path("personId").asString())) {
                    results.put(
                            part,
                            one.path("total").asString() + " "
                                    + one.path("grade").asString());
                }
            });
        }
        return results;
    }

    /** How many would have each grade by other ceilings. */
    private Map<String, Integer> tried(String cycle, String ceilings) {
        var grades = new TreeMap<String, Integer>();
        personnel
                .get(CYCLES + cycle + "/replay?limit=100&" + ceilings)
                .expect(200)
                .json()
                .path("items")
                .forEach(one -> grades.merge(one.path("otherGrade").asString(), 1, Integer::sum));
        return grades;
    }
}
