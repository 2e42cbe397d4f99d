package dev.keshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Cast.Part;
import dev.keshi.test.Eventually;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.assertj.core.api.SoftAssertions;

/**
 * A department of its own kind that has gone once round the loop.
 *
 * @param people by part, personnel among them
 */
record LivedDepartment(
        Keshi keshi, OwnDepartment department, LoopOfADepartment loop, Map<String, Caller> people, LocalDate today) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** @param calling how those who are signed in call */
    static LivedDepartment lived(
            Keshi keshi, LocalDate today, UnaryOperator<Caller> calling, LoopOfADepartment.Turn turn) {
        var department = new OwnDepartment(keshi, today);
        var people = people(keshi, department, calling);
        var team = new TeamAtWork(keshi, people.get("employee"), people.get("manager"));
        var loop = new LoopOfADepartment(
                team, people.get("colleague"), new ThreePeers(keshi, team, calling), people.get("personnel"), today);
        loop.lived(turn);
        return new LivedDepartment(keshi, department, loop, people, today);
    }

    private static Map<String, Caller> people(Keshi keshi, OwnDepartment department, UnaryOperator<Caller> calling) {
        var people = new LinkedHashMap<String, Caller>();
        people.put("personnel", calling.apply(keshi.person(Part.HR)));
        List.of("manager", "employee", "colleague")
                .forEach(part -> people.put(part, calling.apply(keshi.login(department.loginOf(part)))));
        return people;
    }

    TeamAtWork team() {
        return new TeamAtWork(keshi, people.get("employee"), people.get("manager"));
    }

    /** What can be read of it now. */
    Map<String, List<String>> end() {
        return new EndState(keshi, people, department, loop, today).read();
    }

    /** The same for those who call in another way. */
    Map<String, List<String>> end(UnaryOperator<Caller> calling) {
        return new EndState(keshi, people(keshi, department, calling), department, loop, today).read();
    }

    /** What is compared with something else must not be nothing. */
    static void wentRound(Map<String, List<String>> end) {
        assertThat(end).allSatisfy((part, said) -> assertThat(said).as(part).isNotEmpty());
        assertThat(end.get("figures of the employee"))
                .anyMatch(one -> one.contains("tasks-on-time ") && one.contains("月末对账"))
                .anyMatch(one -> one.contains("indicator=courses-learned") && one.contains("events=1"))
                .anyMatch(one -> one.contains("tasks-right-first-time ") && one.contains("月度报表"));
        assertThat(end.get("grades"))
                .anyMatch(one -> one.contains("grade=FAIL") && one.contains("total=51.8"))
                .anyMatch(one -> one.contains("grade=EXCELLENT") && one.contains("total=91.0"))
                .anyMatch(one -> one.contains("grade=EXCELLENT") && one.contains("total=92.5"))
                .anyMatch(one -> one.contains("peers=3, points=30.0"))
                .anyMatch(one -> one.contains("peers=3, points=75.0"))
                .anyMatch(one -> one.contains("level=PERIOD") && one.contains("<id>"));
        assertThat(end.get("courses of the employee"))
                .filteredOn(one -> one.contains("cause=WEAK_INDICATOR"))
                .singleElement()
                .asString()
                .contains("courseCode=<course>", "status=COMPLETED", "before=37", "after=82", "improved=true");
        assertThat(end.get("courses of the colleague")).anyMatch(one -> one.contains("standing=VALID"));
        assertThat(end.get("warnings"))
                .hasSize(3)
                .anyMatch(one -> one.contains("status=CLOSED"))
                .anyMatch(one -> one.contains("escalatedTo=<manager>"));
        assertThat(end.get("risks"))
                .anyMatch(one -> one.contains("status=DONE") && one.contains("likelihood=2"))
                .filteredOn(one -> one.contains("warnings=1"))
                .hasSize(3);
        assertThat(end.get("work of the employee")).anyMatch(one -> one.contains("盘点提前两天开始"));
        assertThat(end.get("obligations of the manager"))
                .anyMatch(one -> one.contains("kind=WORK_TO_ACCEPT"))
                .anyMatch(one -> one.contains("kind=APPROVAL"));
        assertThat(end.get("obligations of the employee"))
                .anyMatch(one -> one.contains("kind=COURSE"))
                .anyMatch(one -> one.contains("kind=RISK_ASSESSMENT"));
        assertThat(end.get("inbox of the employee")).anyMatch(one -> one.contains("category=REMINDER"));
        assertThat(end.get("told"))
                .contains(
                        "keshi.training.effect-measured.v1 x 1",
                        "keshi.training.certificate-expiring.v1 x 1",
                        "keshi.risk.warning-raised.v1 x 3",
                        "keshi.risk.warning-escalated.v1 x 1",
                        "keshi.risk.warning-closed.v1 x 1",
                        "keshi.risk.measure-completed.v1 x 1");
    }

    /** All that differs is said. */
    static void isTheSame(Map<String, List<String>> end, Map<String, List<String>> expected) {
        assertThat(end).containsOnlyKeys(expected.keySet());
        SoftAssertions.assertSoftly(softly -> end.forEach((part, said) ->
                softly.assertThat(said).as(part).containsExactlyInAnyOrderElementsOf(expected.get(part))));
    }

    /** Days that pass meanwhile are another story. */
    static LocalDate todayThatGoesOn() {
        Eventually.holds(Duration.ofMinutes(13), () -> LocalTime.now(ZONE).isBefore(LocalTime.of(23, 48)));
        return TeamAtWork.today();
    }
}
