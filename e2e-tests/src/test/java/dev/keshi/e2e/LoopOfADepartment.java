package dev.keshi.e2e;

import static dev.keshi.e2e.TeamAtWork.body;
import static dev.keshi.e2e.TeamAtWork.command;
import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.activity.Appraisals;
import dev.keshi.launcher.activity.Appraisals.Rated;
import dev.keshi.launcher.activity.Courses;
import dev.keshi.launcher.activity.People;
import dev.keshi.launcher.activity.Risks;
import dev.keshi.launcher.activity.WorkItems;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.platform.Service;
import dev.keshi.test.Eventually;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One and the same script for whatever department lives it: work in time, late and done again, a figure that slips, a cycle with peers, a weak indicator, its
 * course, what that brought, warnings of which one is dealt with to its end and one is ignored, and ratings that are wanted by tomorrow. It waits for
 * what it needs to go on, and for no more.
 */
final class LoopOfADepartment {

    private static final String TRAINING = "/api/training/v1";
    private static final int WEAK = 40;
    private static final int WELL = 85;

    /** On the mean. */
    private static final int LESS_BY_PEERS = 10;

    /** Months that a certificate holds of which its owner is reminded at once. */
    private static final int SOON_OVER = 1;

    /** Told before each step which services are called in it, or must have heard what it needs. */
    interface Turn {
        void begins(Service... called);
    }

    private final Caller personnel;
    private final Caller manager;
    private final Caller employee;
    private final Caller colleague;
    private final ThreePeers peers;
    private final String person;
    private final String other;
    private final TeamAtWork team;
    private final LocalDate today;
    private final PublishedAppraisals appraisals;
    private final String indicator = "i-" + UUID.randomUUID().toString().substring(0, 30);
    private final String template = "t-" + UUID.randomUUID().toString().substring(0, 30);
    private final String course = "C-" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
    private final Map<String, String> names = new LinkedHashMap<>();

    private JsonNode slipping = body();
    private JsonNode swinging = body();
    private String fed = "";
    private String reported = "";
    private String ignored = "";
    private String onlineCourse = "";
    private String firstCycle = "";
    private String secondCycle = "";
    private String openCycle = "";

    /** @param colleague somebody else of the department of the team */
    LoopOfADepartment(TeamAtWork team, Caller colleague, ThreePeers peers, Caller personnel, LocalDate today) {
        this.team = team;
        this.personnel = personnel;
        this.manager = team.manager;
        this.employee = team.employee;
        this.colleague = colleague;
        this.peers = peers;
        this.today = today;
        person = Leave.id(team.me);
        other = People.idOf(colleague);
        appraisals = new PublishedAppraisals(personnel, employee, manager, team.me);
        names.put(indicator, "<indicator>");
        names.put(template, "<template>");
        names.put(course, "<course>");
    }

    void lived(Turn turn) {
        turn.begins(Service.RISK);
        risksAreWatched();
        turn.begins(Service.WORKFLOW);
        workIsDone();
        turn.begins(Service.TRAINING);
        coursesAreOffered();
        turn.begins(Service.RISK);
        oneFigureSwings();
        turn.begins(Service.TRAINING);
        aCertificateIsEarned();
        turn.begins(Service.WORKFLOW);
        leaveIsTaken();
        turn.begins(Service.WORKFLOW, Service.PERFORMANCE);
        firstCycle = published(today.minusDays(29), WEAK);
        turn.begins(Service.PERFORMANCE, Service.TRAINING);
        Courses.onlyOpen(employee, person, indicator);
        turn.begins(Service.TRAINING);
        attended();
        turn.begins(Service.WORKFLOW, Service.PERFORMANCE);
        secondCycle = published(today, WELL);
        turn.begins(Service.WORKFLOW, Service.PERFORMANCE, Service.RISK);
        theWarningIsDealtWith();
        turn.begins(Service.PERFORMANCE);
        theInterviewIsHeld();
        openCycle = appraisals.opened(
                template,
                today.minusDays(29),
                today,
                body().put("ratingEndsOn", today.plusDays(1).toString()));
    }

    private void risksAreWatched() {
        slipping = team.registered();
        fed = Leave.id(team.fed(slipping, "DAILY", 1));
        swinging = team.registered();
        reported = Leave.id(team.watched(swinging));
        ignored = Leave.id(team.watched(swinging));
    }

    private void oneFigureSwings() {
        for (int day = 10; day > 0; day--) {
            team.report(body().put("id", reported), day, day % 2 == 0 ? 11 : 9);
        }
        Risks.takeNote(employee, warning(reported));
        team.report(body().put("id", ignored), 1, 12);
        team.daysPassForWarning(warning(ignored), today);
    }

    private String warning(String watch) {
        return team.watching(watch).path("warningId").asString();
    }

    private void workIsDone() {
        String inTime = given(person, "月末对账", 0);
        WorkItems.report(employee, inTime, "已完成");
        WorkItems.accept(manager, inTime);
        String again = given(person, "月度报表", 0);
        WorkItems.report(employee, again, "已完成");
        WorkItems.giveBack(manager, again, "口径有误");
        WorkItems.report(employee, again, "已更正");
        WorkItems.accept(manager, again);
        String late = given(person, "月末盘点", 0);
        team.daysPass(body().put("id", late), today.minusDays(1));
        eventually(() -> assertThat(WorkItems.find(manager, late).path("history"))
                .extracting(entry -> entry.path("what").asString())
                .contains("BECAME_LATE"));
        WorkItems.report(employee, late, "已完成");
        WorkItems.accept(manager, late);
        String others = given(other, "合同归档", 0);
        WorkItems.report(colleague, others, "已完成");
        WorkItems.accept(manager, others);
        given(other, "下月计划", 5);
        WorkItems.report(colleague, given(other, "设备清点", 6), "待验收");
    }

    /** @return its id */
    private String given(String owner, String title, int days) {
        return WorkItems.assign(manager, owner, title, today.plusDays(days));
    }

    private void leaveIsTaken() {
        JsonNode approved = Leave.askFor(employee, 1);
        Leave.approve(manager, approved);
        JsonNode waiting = Leave.askFor(colleague, 2);
        names.put(approved.path("number").asString(), "<approved>");
        names.put(waiting.path("number").asString(), "<waiting>");
    }

    private void coursesAreOffered() {
        Courses.publish(personnel, course, "客户沟通", indicator);
        onlineCourse = OnlineCourse.publishedBy(personnel, SOON_OVER);
        names.put(onlineCourse, "<online course>");
        for (String learner : List.of(person, other)) {
            manager.post(
                            TRAINING + "/assignments",
                            body().put("personId", learner)
                                    .put("courseCode", onlineCourse)
                                    .put("dueOn", today.plusDays(30).toString()))
                    .expect(201);
        }
    }

    private void aCertificateIsEarned() {
        OnlineCourse.takenBy(colleague, onlineCourse, OnlineCourse.QUESTIONS);
    }

    /**
     * As the two of them and, for the employee, peers from elsewhere see it.
     *
     * @param points that the employee gets from the two; the colleague is rated well
     * @return the id of the cycle
     */
    private String published(LocalDate first, int points) {
        if (firstCycle.isEmpty()) {
            Appraisals.releaseTemplate(
                    personnel, template, "试点考核", List.of(new Rated(indicator, "ABILITY", 50, "沟通能力", "表达清楚")));
        }
        Appraisals.workKnown(employee, person, first, today, first.equals(today) ? 2 : 3);
        Appraisals.workKnown(colleague, other, first, today, 1);
        String cycle = appraisals.opened(template, first, today);
        Appraisals.rate(employee, cycle, person, "SELF", points);
        Appraisals.rate(manager, cycle, person, "SUPERIOR", points);
        peers.areHeard(cycle, Appraisals.idOf(personnel, cycle, person), points - LESS_BY_PEERS);
        Appraisals.rate(colleague, cycle, other, "SELF", WELL);
        Appraisals.rate(manager, cycle, other, "SUPERIOR", WELL);
        Appraisals.waiveTheRest(personnel, cycle, "本次不评");
        Appraisals.closeRating(personnel, cycle);
        Appraisals.publish(personnel, cycle);
        return cycle;
    }

    /** The session begins in a moment; before, nobody can have come. It is short: what is taken counts on the day on which it ends. */
    private void attended() {
        Instant start = Instant.now().plus(Duration.ofSeconds(10));
        String session = Leave.id(manager.post(
                        TRAINING + "/sessions",
                        body().put("courseCode", course)
                                .put("lecturerName", "外聘讲师")
                                .put("place", "三楼培训室")
                                .put("startsAt", start.toString())
                                .put("endsAt", start.plusSeconds(30).toString())
                                .put("capacity", 5))
                .expect(201)
                .json());
        String path = TRAINING + "/sessions/" + session;
        employee.post(path + "/enrol", body()).expect(200);
        ObjectNode came = body();
        came.putArray("attended").add(person);
        Eventually.holds(() -> manager.post(path + "/attendance", came).status() == 200);
    }

    private void theWarningIsDealtWith() {
        Eventually.holds(() -> team.warnings(fed) == 1);
        String title = "盘点提前两天开始";
        team.reducedBy(slipping, title, 2);
        team.doneInTheWorkList(title);
        Eventually.holds(() -> team.measure(slipping).path("status").asString().equals("DONE"));
        ObjectNode verification = body().put("effective", true).put("note", "连续两周按期");
        verification.putObject("current").put("likelihood", 2).put("impact", 4);
        command(manager, slipping, "/verify", verification).expect(200);
    }

    private void theInterviewIsHeld() {
        String appraisal = Appraisals.idOf(personnel, firstCycle, person);
        Appraisals.holdInterview(manager, appraisal, today);
        Appraisals.sign(employee, appraisal);
    }

    /** What differs from any other department that lived it, and a word that is the same for all. */
    Map<String, String> names() {
        return names;
    }

    List<String> risks() {
        return List.of(Leave.id(slipping), Leave.id(swinging));
    }

    /** What watches the risks, in the same order. */
    List<String> watches() {
        return List.of(fed, reported, ignored);
    }

    List<String> cycles() {
        return List.of(firstCycle, secondCycle, openCycle);
    }
}
