package dev.keshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.client.Answer;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Cast.Part;
import dev.keshi.test.Eventually;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Risks of a department of the demo enterprise, through the gateway. */
@OnThePlatform
class RisksIT {

    private static final String API = "/api/risk/v1";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Keshi keshi;
    private final Caller employee;
    private final Caller manager;
    private final Caller auditor;
    private final JsonNode me;

    RisksIT(Keshi keshi) {
        this.keshi = keshi;
        employee = keshi.person(Part.EMPLOYEE);
        manager = keshi.person(Part.MANAGER);
        auditor = keshi.person(Part.AUDITOR);
        me = employee.get("/api/org/v1/people/me").expect(200).json().path("person");
    }

    @Scenario("R1")
    void aDepartmentIsAskedForItsRisksAndAnswersWithThem() {
        String department = me.path("departmentId").asString();
        JsonNode round = manager.post(
                        API + "/rounds",
                        body().put("name", "本季度风险识别")
                                .put("rootDepartmentId", department)
                                .put("dueOn", today().plusDays(14).toString()))
                .expect(201)
                .json();
        String path = API + "/rounds/" + Leave.id(round);
        ObjectNode reply = body().put("outcome", "RISKS_FOUND").put("note", "例会讨论");

        assertThat(code(manager.post(path + "/answers/" + department, reply))).isEqualTo("round-none-registered");
        registered(Leave.id(round));
        manager.post(path + "/answers/" + department, reply).expect(200);

        assertThat(auditor.get(path).expect(200).json().path("answered").asInt())
                .isOne();
        assertThat(code(manager.post(path + "/answers/" + department, reply))).isEqualTo("round-answered-before");
        assertThat(employee.post(path + "/answers/" + department, reply).status())
                .isEqualTo(404);
    }

    @Scenario("R2")
    void aMatrixGivesEveryRiskItsLevelAndOneWithAHoleIsRefused() {
        JsonNode risk = registered("");
        assertThat(risk.path("inherent").path("level").asString()).isEqualTo("HIGH");
        JsonNode assessed = command(
                        employee,
                        risk,
                        "/assess",
                        body().put("note", "已有备用供应商")
                                .set("current", exposure(2, 4))
                                .set("target", exposure(1, 4)))
                .expect(200)
                .json();
        assertThat(assessed.path("current").path("level").asString()).isEqualTo("MEDIUM");
        assertThat(assessed.path("target").path("level").asString()).isEqualTo("LOW");
        assertThat(assessed.path("history").size()).isEqualTo(4);

        ObjectNode matrix =
                (ObjectNode) employee.get(API + "/matrices/current").expect(200).json();
        matrix.put("follows", matrix.path("version").asInt()).remove(List.of("id", "version", "releasedAt"));
        ((ArrayNode) matrix.path("cells").get(2)).setNull(3);
        assertThat(code(keshi.administrator().post(API + "/matrices", matrix))).isEqualTo("matrix-hole");
        assertThat(employee.post(API + "/matrices", matrix).status()).isEqualTo(403);
    }

    @Scenario("R3")
    void aRiskIsAcceptedForATimeOrReducedByMeasures() {
        JsonNode risk = registered("");
        ObjectNode accept = body().put("response", "ACCEPT").put("rationale", "处置成本高于损失");
        assertThat(code(command(employee, risk, "/respond", accept))).isEqualTo("acceptance-without-expiry");
        command(
                        employee,
                        risk,
                        "/respond",
                        accept.put("acceptedUntil", today().plusDays(90).toString()))
                .expect(200);
        command(employee, risk, "/respond", body().put("response", "REDUCE").put("rationale", "客户要求"))
                .expect(200);

        JsonNode lowered = measureDone(risk, "引入第二家供应商", 2, 0);

        assertThat(lowered.path("current").path("level").asString()).isEqualTo("MEDIUM");
        assertThat(lowered.path("measures").get(0).path("budget").path("amount").asString())
                .isEqualTo("20000.00");
        assertThat(lowered.path("measures").get(0).path("late").asBoolean()).isFalse();
    }

    @Scenario({"R3", "R4"})
    void aRiskIsAvoidedAndAnotherOneTransferredAndBothAreClosed() {
        answered("AVOID", "停止单一供应商业务", 3, 0);
        answered("TRANSFER", "向保险公司投保供应中断险", 0, 3);
    }

    /** From a warning to the end, which is a low level. */
    private void answered(String response, String measure, int likelihood, int impact) {
        JsonNode risk = registered("");
        JsonNode indicator = watched(risk);
        report(indicator, 2, 11);
        command(manager, risk, "/respond", body().put("response", response).put("rationale", "损失超出承受能力"))
                .expect(200);

        JsonNode lowered = measureDone(risk, measure, likelihood, impact);

        assertThat(lowered.path("response").path("kind").asString()).isEqualTo(response);
        assertThat(lowered.path("inherent").path("level").asString()).isEqualTo("HIGH");
        assertThat(lowered.path("current").path("level").asString()).isEqualTo("LOW");
        JsonNode done = lowered.path("measures").get(0);
        assertThat(done.path("cost").path("amount").asString()).isEqualTo("18500.50");
        assertThat(done.path("likelihoodTakenOff").asInt()).isEqualTo(likelihood);
        assertThat(done.path("impactTakenOff").asInt()).isEqualTo(impact);
        ObjectNode reason = body().put("reason", "应对完成");
        assertThat(code(command(manager, risk, "/close", reason))).isEqualTo("assessment-open");
        report(indicator, 1, 7);
        ObjectNode verification =
                body().put("effective", true).put("note", "现场查看").set("current", exposure(4 - likelihood, 4 - impact));
        command(manager, risk, "/verify", verification).expect(200);
        command(manager, risk, "/close", reason).expect(200);

        JsonNode closed =
                auditor.get(API + "/risks/" + Leave.id(risk)).expect(200).json();
        assertThat(closed.path("closedBecause").asString()).isEqualTo("应对完成");
        assertThat(closed.path("current").path("level").asString()).isEqualTo("LOW");
        Eventually.holds(() -> archived(Leave.id(risk))
                .containsAll(List.of(
                        "keshi.risk.risk-responded.v1",
                        "keshi.risk.measure-completed.v1",
                        "keshi.risk.risk-assessment-verified.v1",
                        "keshi.risk.risk-closed.v1")));
    }

    @Scenario({"R4", "Z5"})
    void anOscillatingFigureRaisesOneWarningThatIsVerifiedInTheEnd() {
        JsonNode risk = registered("");
        JsonNode indicator = watched(risk);
        for (int day = 20; day > 0; day--) {
            report(indicator, day, day % 2 == 0 ? 11 : 9);
        }

        JsonNode warned =
                employee.get(API + "/indicators/" + Leave.id(indicator)).json();
        assertThat(warned.path("warnings").asInt()).isOne();
        String warning = API + "/warnings/" + warned.path("warningId").asString();
        JsonNode opened =
                manager.get(API + "/risks/" + Leave.id(risk)).expect(200).json();
        assertThat(opened.path("assessment").path("warnings").size()).isOne();
        assertThat(opened.path("ownerName").asString()).isNotBlank();
        assertThat(manager.get(warning).json().path("ownerName")).isEqualTo(opened.path("ownerName"));
        command(manager, risk, "/respond", body().put("response", "REDUCE").put("rationale", "影响交付"))
                .expect(200);
        measureDone(risk, "引入第二家供应商", 2, 0);
        report(indicator, 0, 7);
        ObjectNode verification =
                body().put("effective", true).put("note", "现场查看").set("current", exposure(2, 4));
        assertThat(code(command(employee, risk, "/verify", verification))).isEqualTo("own-measures");
        command(manager, risk, "/verify", verification).expect(200);

        assertThat(auditor.get(warning).expect(200).json().path("status").asString())
                .isEqualTo("CLOSED");
        Eventually.holds(() -> archived(warned.path("warningId").asString())
                .equals(List.of(
                        "keshi.risk.warning-raised.v1",
                        "keshi.risk.warning-recovered.v1",
                        "keshi.risk.warning-closed.v1")));
    }

    /** By a figure of every day that must not be above 10. */
    private JsonNode watched(JsonNode risk) {
        ObjectNode definition =
                body().put("riskId", Leave.id(risk)).put("name", "交货延误率").put("unit", "%");
        definition
                .putObject("rule")
                .put("direction", "ABOVE")
                .put("threshold", 10)
                .put("recovery", 8)
                .put("breaches", 1)
                .put("rhythm", "DAILY");
        return employee.post(API + "/indicators", definition).expect(201).json();
    }

    private List<String> archived(String key) {
        return auditor.get("/api/reporting/v1/events?limit=100&key=" + key)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .sorted(Comparator.comparingLong(event -> event.path("sequence").asLong()))
                .map(event -> event.path("type").asString())
                .toList();
    }

    private void report(JsonNode indicator, int daysAgo, int value) {
        ObjectNode report = body();
        report.putArray("values")
                .addObject()
                .put("period", today().minusDays(daysAgo).toString())
                .put("value", value);
        employee.post(API + "/indicators/" + Leave.id(indicator) + "/report", report)
                .expect(200);
    }

    /** The employee carries it out. */
    private JsonNode measureDone(JsonNode risk, String title, int likelihood, int impact) {
        ObjectNode plan = body().put("title", title)
                .put("ownerId", Leave.id(me))
                .put("dueOn", today().plusDays(30).toString());
        plan.putObject("budget").put("amount", new BigDecimal("20000.00")).put("currency", "CNY");
        plan.putObject("expected").put("likelihood", likelihood).put("impact", impact);
        JsonNode planned = command(manager, risk, "/measures", plan).expect(200).json();
        String measure = Leave.id(planned.path("measures").get(0));
        ObjectNode done = body().put("outcome", "已签约");
        done.putObject("cost").put("amount", new BigDecimal("18500.50")).put("currency", "CNY");
        return command(employee, risk, "/measures/" + measure + "/complete", done)
                .expect(200)
                .json();
    }

    /** @param round empty outside of rounds */
    private JsonNode registered(String round) {
        ObjectNode risk = body().put("kind", "OPERATION")
                .put("title", "关键供应商单一")
                .put("description", "只有一家供应商")
                .put("departmentId", me.path("departmentId").asString());
        risk.set("inherent", exposure(4, 4));
        if (!round.isEmpty()) {
            risk.put("roundId", round);
        }
        return employee.post(API + "/risks", risk).expect(201).json();
    }

    private static Answer command(Caller caller, JsonNode risk, String verb, ObjectNode body) {
        String path = API + "/risks/" + Leave.id(risk);
        return caller.post(
                path + verb, body, "If-Match", caller.get(path).expect(200).etag());
    }

    private static String code(Answer refusal) {
        return refusal.json().path("code").asString();
    }

    private static ObjectNode exposure(int likelihood, int impact) {
        return body().put("likelihood", likelihood).put("impact", impact);
    }

    private static LocalDate today() {
        return LocalDate.now(ZONE);
    }

    private static ObjectNode body() {
        return JsonMapper.shared().createObjectNode();
    }
}
