package dev.keshi.launcher.activity;

import dev.keshi.launcher.client.CallFailure;
import dev.keshi.launcher.client.Caller;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A quarter's appraisal of a department: what is judged, who rates, what comes out. */
public final class Appraisals {

    /** The indicator by which the demo enterprise measures work done by its day: a share, in percent, from imported figures. */
    public static final String WORK_ON_TIME = "work-on-time-share";

    private static final String API = "/api/performance/v1";
    private static final String CYCLES = API + "/cycles";
    private static final String APPRAISALS = API + "/appraisals";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int WHOLE = 100;

    /** In the order in which a cycle goes through them. */
    private static final List<String> STATUSES =
            List.of("PLANNED", "OPENING", "RATING", "SCORING", "CALIBRATION", "PUBLISHING", "PUBLISHED");

    private Appraisals() {}

    /** Has it measured, unless it is already. @param target percent */
    public static void measureWorkOnTime(Caller personnel, int target) {
        ObjectNode indicator = Resource.body()
                .put("code", WORK_ON_TIME)
                .put("name", "按期完成率")
                .put("nameEn", "Work done on time")
                .put("source", "FIGURES")
                .put("formula", "RATIO")
                .put("period", "QUARTER")
                .put("target", target);
        personnel.post(API + "/indicators", indicator).expect(201, 409);
    }

    /** Says how many pieces of work of how many were done by their day. */
    public static void importWorkOnTime(Caller personnel, String person, LocalDate on, int part, int of) {
        personnel
                .postText(
                        API + "/indicators/" + WORK_ON_TIME + "/figures",
                        "text/csv",
                        "personId,on,amount,base%n%s,%s,%d,%d%n".formatted(person, on, part, of))
                .expect(200);
    }

    /** Ids of the events that brought the figure of a day; waits until it has come. */
    public static List<String> evidenceOfWorkOnTime(Caller reader, String person, LocalDate on) {
        String path = API + "/indicators/%s/evidence?limit=100&personId=%s&on=%s".formatted(WORK_ON_TIME, person, on);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<String> events = List.of();
        while (events.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new CallFailure("the indicator %s does not know the figure of %s after %d s"
                        .formatted(WORK_ON_TIME, on, PATIENCE.toSeconds()));
            }
            LockSupport.parkNanos(20_000_000);
            events = Resource.all(reader, path).stream()
                    .filter(one -> one.path("on").asString().equals(on.toString()))
                    .map(one -> one.path("eventId").asString())
                    .toList();
        }
        return events;
    }

    /** What somebody has reached in the calendar's quarter around a day. */
    public static JsonNode workOnTime(Caller reader, String person, LocalDate on) {
        return reader.get(API + "/indicators/%s/value?personId=%s&on=%s".formatted(WORK_ON_TIME, person, on))
                .expect(200)
                .json();
    }

    /** Releases a template: half by work on time, the rest by quality and attitude as people see them. @return its id */
    public static String releaseTemplate(Caller personnel, String code) {
        ObjectNode template = Resource.body().put("code", code).put("name", "运营管理部季度考核");
        template.putArray("positions");
        var indicators = template.putArray("indicators");
        indicators
                .addObject()
                .put("code", WORK_ON_TIME)
                .put("family", "RESULT")
                .put("weight", 50)
                .put("source", "EVENTS")
                .put("name", "按期完成率")
                .put("standard", "按期完成的工作占全部工作的百分比")
                .putObject("scale")
                .put("zeroAt", 0)
                .put("fullAt", WHOLE);
        indicators
                .addObject()
                .put("code", "quality")
                .put("family", "RESULT")
                .put("weight", 30)
                .put("name", "工作质量")
                .put("standard", "一次做对");
        indicators
                .addObject()
                .put("code", "attitude")
                .put("family", "ATTITUDE")
                .put("weight", 20)
                .put("name", "工作态度")
                .put("standard", "尽责、协作");
        String id = Resource.idOf(
                personnel.post(API + "/templates", template).expect(201).json());
        Resource.at(API + "/templates", id)
                .command(personnel, "/release", Resource.body())
                .expect(200);
        return id;
    }

    /** Agrees on the quarter from its first day on and opens it. @return the id of the cycle */
    public static String open(
            Caller personnel, String name, LocalDate first, LocalDate last, String department, String template) {
        ObjectNode plan = Resource.body()
                .put("name", name)
                .put("kind", "QUARTERLY")
                .put("extent", "PARTIAL")
                .put("firstDay", first.toString())
                .put("lastDay", last.toString())
                .put("populationOn", first.toString())
                .put("departmentId", department)
                .put("minimumDays", 1);
        plan.putArray("templates").add(template);
        String cycle = Resource.idOf(personnel.post(CYCLES, plan).expect(201).json());
        command(personnel, cycle, "/open", "RATING");
        return cycle;
    }

    public static JsonNode cycle(Caller personnel, String cycle) {
        return Resource.at(CYCLES, cycle).read(personnel);
    }

    /** Ends rating; what came out waits to be looked over. */
    public static void closeRating(Caller personnel, String cycle) {
        command(personnel, cycle, "/close-rating", "CALIBRATION");
    }

    public static void publish(Caller personnel, String cycle) {
        command(personnel, cycle, "/publish", "PUBLISHED");
    }

    public static List<JsonNode> all(Caller personnel, String cycle) {
        return Resource.all(personnel, APPRAISALS + "?limit=100&cycleId=" + cycle);
    }

    public static JsonNode find(Caller reader, String appraisal) {
        return Resource.at(APPRAISALS, appraisal).read(reader);
    }

    public static JsonNode explanation(Caller reader, String appraisal) {
        return reader.get(APPRAISALS + "/" + appraisal + "/explanation")
                .expect(200)
                .json();
    }

    public static void namePeers(Caller superior, String appraisal, List<String> peers) {
        ObjectNode named = Resource.body();
        var people = named.putArray("personIds");
        peers.forEach(people::add);
        superior.post(APPRAISALS + "/" + appraisal + "/peers", named).expect(204);
    }

    /** @param kind SELF, SUPERIOR or PEER */
    public static void rate(Caller rater, String cycle, String person, String kind, int points) {
        JsonNode rating = Resource.all(rater, API + "/ratings?limit=100").stream()
                .filter(one -> one.path("cycleId").asString().equals(cycle)
                        && one.path("subjectId").asString().equals(person)
                        && one.path("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow(() -> new CallFailure(
                        "somebody is not asked for the rating %s of the cycle %s".formatted(kind, cycle)));
        ObjectNode sheet = Resource.body();
        var given = sheet.putArray("points");
        rating.path("indicators")
                .forEach(one -> given.addObject()
                        .put("indicator", one.path("code").asString())
                        .put("points", points));
        Resource.at(API + "/ratings", Resource.idOf(rating))
                .command(rater, "/give", sheet)
                .expect(200);
    }

    /** Does without what superiors have not rated. @return of how many people */
    public static int waiveTheRest(Caller personnel, String cycle, String reason) {
        return (int) all(personnel, cycle).stream()
                .map(one -> personnel
                        .post(
                                APPRAISALS + "/" + Resource.idOf(one) + "/waive-superior",
                                Resource.body().put("reason", reason))
                        .expect(204, 409))
                .filter(answer -> answer.status() == 204)
                .count();
    }

    public static void calibrate(Caller personnel, String appraisal, String grade, String reason) {
        Resource.at(APPRAISALS, appraisal)
                .command(
                        personnel,
                        "/calibrate",
                        Resource.body().put("grade", grade).put("reason", reason))
                .expect(200);
    }

    public static void sign(Caller person, String appraisal) {
        Resource.at(APPRAISALS, appraisal)
                .command(person, "/sign", Resource.body())
                .expect(200);
    }

    private static void command(Caller personnel, String cycle, String verb, String leadsTo) {
        Resource.at(CYCLES, cycle).command(personnel, verb, Resource.body()).expect(202);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String status = "PLANNED";
        while (STATUSES.indexOf(status) < STATUSES.indexOf(leadsTo)) {
            if (System.nanoTime() > deadline) {
                throw new CallFailure("the cycle %s is still %s after %d s, not %s"
                        .formatted(cycle, status, PATIENCE.toSeconds(), leadsTo));
            }
            LockSupport.parkNanos(50_000_000);
            status = cycle(personnel, cycle).path("status").asString();
        }
    }
}
