package dev.keshi.e2e;

import static dev.keshi.e2e.TeamAtWork.today;
import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Cast.Part;
import dev.keshi.launcher.platform.Service;
import dev.keshi.test.Eventually;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import tools.jackson.databind.JsonNode;

/**
 * Each service keeps working when any other is down, killed as a power cut would; what follows in that one comes when it is back, and once. That it
 * came once is looked at when something later has come, too.
 */
@OnThePlatform
class OneServiceDownIT {

    private static final List<String> INDUCTION = List.of("INDUCTION-CULTURE", "INDUCTION-RULES", "INDUCTION-DUTIES");

    private final Keshi keshi;
    private final TeamAtWork team;
    private final DayAtWork day;
    private final Caller personnel;

    OneServiceDownIT(Keshi keshi) {
        this.keshi = keshi;
        team = new TeamAtWork(keshi);
        day = new DayAtWork(keshi);
        personnel = keshi.person(Part.HR);
    }

    /** Also when a scenario has failed: what comes after it needs all of them. */
    @AfterEach
    void everybodyIsBack() {
        for (Service service : Service.values()) {
            keshi.start(service);
        }
    }

    @Scenario({"X2", "W10", "P4", "Z1"})
    void workThatIsDoneWithoutPerformanceIsOneFactWhenItIsBack() {
        LocalDate today = today();
        String title = "无绩效服务时完成 " + UUID.randomUUID();
        keshi.kill(Service.PERFORMANCE);
        JsonNode item = team.done(title, today);
        day.goesOnWithout(Service.PERFORMANCE);
        eventually(() -> assertThat(team.told(item, "work-item-completed")).hasSize(1));
        keshi.start(Service.PERFORMANCE);

        String completed =
                team.told(item, "work-item-completed").getFirst().path("id").asString();
        eventually(() -> assertThat(team.evidence(today, title))
                .singleElement()
                .satisfies(one -> assertThat(one.path("eventId").asString()).isEqualTo(completed)));
        String later = "之后完成 " + UUID.randomUUID();
        team.done(later, today);
        eventually(() -> assertThat(team.evidence(today, later)).hasSize(1));
        assertThat(team.evidence(today, title)).hasSize(1);
        day.goesOn();
    }

    @Scenario({"X2", "O6", "T4"})
    void whoeverIsHiredWithoutTrainingIsGivenTheInductionOnceWhenItIsBack() {
        keshi.kill(Service.TRAINING);
        String newcomer = hired();
        day.goesOnWithout(Service.TRAINING);
        keshi.start(Service.TRAINING);

        eventually(() -> assertThat(assigned(newcomer)).containsAll(INDUCTION));
        String later = hired();
        eventually(() -> assertThat(assigned(later)).containsAll(INDUCTION));
        assertThat(assigned(newcomer)).doesNotHaveDuplicates();
        day.goesOn();
    }

    @Scenario({"X2", "R3", "W10", "Z5"})
    void aMeasureThatIsDoneAsWorkWithoutRiskLowersTheRiskOnceWhenItIsBack() {
        JsonNode risk = planned("无风险服务时完成 ");
        JsonNode later = planned("之后完成 ");
        keshi.kill(Service.RISK);
        team.doneInTheWorkList("无风险服务时完成 " + Leave.id(risk));
        day.goesOnWithout(Service.RISK);
        keshi.start(Service.RISK);

        Eventually.holds(() -> isDone(risk));
        team.doneInTheWorkList("之后完成 " + Leave.id(later));
        Eventually.holds(() -> isDone(later));
        eventually(() -> assertThat(team.told(later, "measure-completed")).hasSize(1));
        assertThat(team.told(risk, "measure-completed")).hasSize(1);
        assertThat(team.find(risk).path("current").path("likelihood").asInt()).isEqualTo(2);
        day.goesOn();
    }

    @Scenario({"X2", "O13", "N1", "D1"})
    void withoutAnyOfTheOthersPeopleWhoAreSignedInGoOnAndWhatTheyDidIsKnownWhenItIsBack() {
        for (Service down : List.of(Service.ORG, Service.WORKFLOW, Service.NOTIFICATION, Service.REPORTING)) {
            keshi.kill(down);
            String risk = day.goesOnWithout(down);
            keshi.start(down);
            day.goesOn();
            eventually(() -> assertThat(archived(risk)).containsOnlyOnce("keshi.risk.risk-registered.v1"));
        }
    }

    private JsonNode planned(String title) {
        JsonNode risk = team.registered();
        team.reducedBy(risk, title + Leave.id(risk), 2);
        return risk;
    }

    private boolean isDone(JsonNode risk) {
        return team.measure(risk).path("status").asString().equals("DONE");
    }

    private String hired() {
        return Leave.id(day.hire().expect(201).json().path("person"));
    }

    private List<String> assigned(String person) {
        return personnel
                .get("/api/training/v1/assignments?limit=100&personId=" + person)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(one -> one.path("courseCode").asString())
                .toList();
    }

    private List<String> archived(String key) {
        return keshi.person(Part.AUDITOR)
                .get("/api/reporting/v1/events?limit=100&key=" + key)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(one -> one.path("type").asString())
                .toList();
    }
}
