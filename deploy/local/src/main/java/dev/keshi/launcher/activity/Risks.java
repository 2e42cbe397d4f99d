package dev.keshi.launcher.activity;

import dev.keshi.launcher.client.CallFailure;
import dev.keshi.launcher.client.Caller;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A risk of a department, the figure that is watched for it, and what is done about it. */
public final class Risks {

    private static final String RISKS = "/api/risk/v1/risks";
    private static final String INDICATORS = "/api/risk/v1/indicators";
    private static final String WARNINGS = "/api/risk/v1/warnings";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Risks() {}

    /** @return the risk, likely (4 of 5) and bad (4 of 5) */
    public static JsonNode register(Caller owner, String department, String title, String description) {
        ObjectNode risk = Resource.body()
                .put("kind", "OPERATION")
                .put("title", title)
                .put("description", description)
                .put("departmentId", department);
        risk.set("inherent", exposure(4, 4));
        return owner.post(RISKS, risk).expect(201).json();
    }

    public static JsonNode find(Caller reader, String risk) {
        return Resource.at(RISKS, risk).read(reader);
    }

    /**
     * Has a daily percentage watched: from 10 it warns, at 8 it is well again.
     *
     * @return the id of the indicator
     */
    public static String watch(Caller owner, String risk, String name) {
        ObjectNode definition =
                Resource.body().put("riskId", risk).put("name", name).put("unit", "%");
        definition
                .putObject("rule")
                .put("direction", "ABOVE")
                .put("threshold", 10)
                .put("recovery", 8)
                .put("breaches", 1)
                .put("rhythm", "DAILY");
        return Resource.idOf(owner.post(INDICATORS, definition).expect(201).json());
    }

    /** @return the indicator as it stood then */
    public static JsonNode report(Caller owner, String indicator, Map<LocalDate, Integer> values) {
        ObjectNode report = Resource.body();
        var reported = report.putArray("values");
        values.forEach((day, value) ->
                reported.addObject().put("period", day.toString()).put("value", value));
        return owner.post(INDICATORS + "/" + indicator + "/report", report)
                .expect(200)
                .json();
    }

    public static void takeNote(Caller owner, String warning) {
        Resource.at(WARNINGS, warning)
                .command(owner, "/acknowledge", Resource.body())
                .expect(200);
    }

    public static JsonNode warning(Caller reader, String warning) {
        return Resource.at(WARNINGS, warning).read(reader);
    }

    public static void reduce(Caller leader, String risk, String why) {
        Resource.at(RISKS, risk)
                .command(
                        leader,
                        "/respond",
                        Resource.body().put("response", "REDUCE").put("rationale", why))
                .expect(200);
    }

    /** @return the id of the measure, which is to make the risk less likely by two steps */
    public static String planMeasure(Caller leader, String risk, String owner, String title, LocalDate due) {
        ObjectNode plan =
                Resource.body().put("title", title).put("ownerId", owner).put("dueOn", due.toString());
        plan.putObject("expected").put("likelihood", 2).put("impact", 0);
        JsonNode planned = Resource.at(RISKS, risk)
                .command(leader, "/measures", plan)
                .expect(200)
                .json();
        return Resource.idOf(
                planned.path("measures").get(planned.path("measures").size() - 1));
    }

    /** @return the risk, lowered */
    public static JsonNode completeMeasure(Caller owner, String risk, String measure, String outcome) {
        return Resource.at(RISKS, risk)
                .command(
                        owner,
                        "/measures/" + measure + "/complete",
                        Resource.body().put("outcome", outcome))
                .expect(200)
                .json();
    }

    /** The risk, lowered: its measure was done as work, and that is on its way; waits until it has come. */
    public static JsonNode measureDone(Caller reader, String risk, String measure) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            JsonNode found = find(reader, risk);
            if (isDone(found, measure)) {
                return found;
            }
            if (System.nanoTime() > deadline) {
                throw new CallFailure("the measure %s of the risk %s is not done after %d s"
                        .formatted(measure, risk, PATIENCE.toSeconds()));
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    public static boolean isDone(JsonNode risk, String measure) {
        return risk.path("measures")
                .valueStream()
                .anyMatch(one -> Resource.idOf(one).equals(measure)
                        && one.path("status").asString().equals("DONE"));
    }

    /** @return the risk with what is left of it: unlikely (2 of 5) and bad (4 of 5) */
    public static JsonNode verify(Caller leader, String risk, String note) {
        ObjectNode verification = Resource.body().put("effective", true).put("note", note);
        verification.set("current", exposure(2, 4));
        return Resource.at(RISKS, risk)
                .command(leader, "/verify", verification)
                .expect(200)
                .json();
    }

    private static ObjectNode exposure(int likelihood, int impact) {
        return Resource.body().put("likelihood", likelihood).put("impact", impact);
    }
}
