package dev.keshi.e2e;

import static dev.keshi.e2e.TeamAtWork.body;
import static dev.keshi.e2e.TeamAtWork.command;
import static dev.keshi.e2e.TeamAtWork.today;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.test.Eventually;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Work becomes evidence, a slipping figure a warning, a measure work, and done work a lower risk: across services, through the gateway. */
@OnThePlatform
class LoopIT {

    private static final String INDICATORS = "/api/performance/v1/indicators/";
    private static final String RISKS = "/api/risk/v1";

    private final TeamAtWork team;

    LoopIT(Keshi keshi) {
        team = new TeamAtWork(keshi);
    }

    @Scenario({"Z1", "P4", "W10"})
    void aTaskThatIsClosedLateMovesTheIndicatorWhichNamesTheEvent() {
        LocalDate yesterday = today().minusDays(1);
        String title = "月末盘点 " + UUID.randomUUID();
        JsonNode item = team.done(title, yesterday);

        Eventually.eventually(
                () -> assertThat(team.told(item, "work-item-completed")).hasSize(1));
        String completed =
                team.told(item, "work-item-completed").getFirst().path("id").asString();
        // That it became late may have been told before; what it is at last is what its completion says.
        Eventually.eventually(() -> assertThat(team.evidence(yesterday, title))
                .singleElement()
                .satisfies(late -> {
                    assertThat(late.path("eventId").asString()).isEqualTo(completed);
                    assertThat(late.path("amount").asInt()).isZero();
                }));
        assertThat(team.employee
                        .get(INDICATORS + "tasks-on-time/value?on=" + yesterday)
                        .expect(200)
                        .json()
                        .path("value")
                        .asDouble(100))
                .isLessThan(100);
    }

    @Scenario({"Z5", "R3", "R4", "W10"})
    void anOscillatingFigureLeadsToOneWarningAndAMeasureThatIsDoneInTheWorkList() {
        JsonNode risk = team.registered();
        JsonNode indicator = team.watched(risk);
        for (int day = 10; day > 0; day--) {
            team.report(indicator, day, day % 2 == 0 ? 11 : 9);
        }
        JsonNode warned = team.employee
                .get(RISKS + "/indicators/" + Leave.id(indicator))
                .expect(200)
                .json();
        assertThat(warned.path("warnings").asInt()).isOne();

        String title = "引入第二家供应商 " + Leave.id(risk);
        team.reducedBy(risk, title, 2);

        team.doneInTheWorkList(title);

        Eventually.holds(() -> team.measure(risk).path("status").asString().equals("DONE"));
        assertThat(team.find(risk).path("current").path("likelihood").asInt()).isEqualTo(2);
        assertThat(team.find(risk).path("current").path("level").asString()).isEqualTo("MEDIUM");
        team.report(indicator, 0, 7);
        ObjectNode verification = body().put("effective", true).put("note", "两家供应商均按期");
        verification.putObject("current").put("likelihood", 2).put("impact", 4);
        command(team.manager, risk, "/verify", verification).expect(200);
        assertThat(team.manager
                        .get(RISKS + "/warnings/" + warned.path("warningId").asString())
                        .expect(200)
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("CLOSED");
    }

    @Scenario({"Z5", "P4", "R3", "R4", "W10"})
    void lateWorkAloneLeadsToOneWarningAMeasureAndALowerLevel() {
        LocalDate yesterday = today().minusDays(1);
        JsonNode risk = team.registered();
        String indicator = Leave.id(team.fed(risk, "QUARTERLY", 2));

        team.done(
                "上季度盘点 " + UUID.randomUUID(),
                IsoFields.DAY_OF_QUARTER.adjustInto(yesterday, 1).minusDays(1));
        Eventually.holds(() -> team.readings(indicator) > 0);
        team.done("本季度盘点 " + UUID.randomUUID(), yesterday);
        Eventually.holds(() -> team.warnings(indicator) == 1);

        // What is done in time on the first day of a quarter raises no figure of the last one.
        boolean canRise = IsoFields.QUARTER_OF_YEAR.getFrom(yesterday) == IsoFields.QUARTER_OF_YEAR.getFrom(today());
        var late = new ArrayList<JsonNode>();
        for (int i = 0; canRise && i < 3; i++) {
            double low = team.onTime(yesterday);
            team.done("按期盘点 " + UUID.randomUUID(), today());
            Eventually.holds(() -> team.onTime(yesterday) > low);
            double high = team.onTime(yesterday);
            // What is watched from now on shows that the next figure has arrived.
            String witness = Leave.id(team.fed(risk, "DAILY", 12));
            late.add(team.done("逾期盘点 " + UUID.randomUUID(), yesterday));
            Eventually.holds(() -> team.onTime(yesterday) < high && team.readings(witness) > 0);
        }
        assertThat(team.warnings(indicator)).isOne();
        assertThat(team.find(risk).path("assessment").path("warnings").size()).isOne();

        String title = "盘点提前两天开始 " + Leave.id(risk);
        team.reducedBy(risk, title, 2);
        team.doneInTheWorkList(title);
        Eventually.holds(() -> team.measure(risk).path("status").asString().equals("DONE"));
        assertThat(team.find(risk).path("current").path("likelihood").asInt()).isEqualTo(2);

        String warning = RISKS + "/warnings/"
                + team.watching(indicator).path("warningId").asString();
        ObjectNode verification = body().put("effective", true).put("note", "连续两周按期");
        verification.putObject("current").put("likelihood", 2).put("impact", 4);
        command(team.manager, risk, "/verify", verification).expect(200);
        assertThat(team.manager.get(warning).expect(200).json().path("status").asString())
                .isEqualTo("CLOSED");
        late.forEach(team::printHowSoonItMoved);
    }

    @Scenario({"R3", "W10"})
    void aMeasureThatIsDoneInTheRegisterIsDoneWork() {
        JsonNode risk = team.registered();
        String title = "签订备用合同 " + Leave.id(risk);
        team.reducedBy(risk, title, 1);
        String path = team.workPath(title);

        command(
                        team.employee,
                        risk,
                        "/measures/" + Leave.id(team.measure(risk)) + "/complete",
                        body().put("outcome", "已签约"))
                .expect(200);

        Eventually.holds(() -> team.employee
                .get(path)
                .expect(200)
                .json()
                .path("status")
                .asString()
                .equals("COMPLETED"));
        assertThat(team.work(title)).isEmpty();
    }
}
