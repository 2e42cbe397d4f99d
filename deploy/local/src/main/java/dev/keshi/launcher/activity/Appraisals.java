package dev.keshi.launcher.activity;

import dev.keshi.launcher.client.CallFailure;
import dev.keshi.launcher.client.Caller;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A quarter's appraisal of a department: what is judged, who rates, what comes out. */
public final class Appraisals {

    /** The bundled indicator of work done by its day: a share, in percent, of the work items that were due. */
    public static final String WORK_ON_TIME = "tasks-on-time";

    private static final String API = "/api/performance/v1";
    private static final String CYCLES = API + "/cycles";
    private static final String APPRAISALS = API + "/appraisals";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int WHOLE = 100;

    /** Each time somebody else has moved meanwhile. */
    private static final int MOST_CLOSINGS = 5;

    /** In the order in which a cycle goes through them. */
    private static final List<String> STATUSES =
            List.of("PLANNED", "OPENING", "RATING", "CLOSING", "SCORING", "CALIBRATION", "PUBLISHING", "PUBLISHED");

    private Appraisals() {}

    /**
     * What the indicator knows of somebody's work that counts in some days, each with {@code eventId}, {@code subject}, {@code on} and {@code amount}
     * (none when it was late); waits until it is that much.
     */
    public static List<JsonNode> workKnown(Caller reader, String person, LocalDate first, LocalDate last, int atLeast) {
        return workKnown(reader, person, first, last, atLeast, event -> true);
    }

    /** The same of that work only whose event is looked for. @param wanted is asked by the id of the event */
    public static List<JsonNode> workKnown(
            Caller reader, String person, LocalDate first, LocalDate last, int atLeast, Predicate<String> wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<JsonNode> known = workKnown(reader, person, first, last, wanted);
        while (known.size() < atLeast) {
            if (System.nanoTime() > deadline) {
                throw new CallFailure("the indicator %s knows %d of %d pieces of work after %d s"
                        .formatted(WORK_ON_TIME, known.size(), atLeast, PATIENCE.toSeconds()));
            }
            LockSupport.parkNanos(20_000_000);
            known = workKnown(reader, person, first, last, wanted);
        }
        return known;
    }

    /** The indicator is asked by quarters of the calendar; some days may lie in two of them. */
    private static List<JsonNode> workKnown(
            Caller reader, String person, LocalDate first, LocalDate last, Predicate<String> wanted) {
        return Stream.iterate(quarter(first), on -> !on.isAfter(last), on -> on.plusMonths(3))
                .flatMap(on -> Resource.all(reader, evidence(person, on)).stream())
                .filter(one -> isWithin(LocalDate.parse(one.path("on").asString()), first, last))
                .filter(one -> wanted.test(one.path("eventId").asString()))
                .toList();
    }

    private static LocalDate quarter(LocalDate day) {
        return LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
    }

    private static boolean isWithin(LocalDate day, LocalDate first, LocalDate last) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    private static String evidence(String person, LocalDate on) {
        return API + "/indicators/%s/evidence?limit=100&personId=%s&on=%s".formatted(WORK_ON_TIME, person, on);
    }

    /** What people rate. @param weight of 100, of which half is work on time */
    public record Rated(String code, String family, int weight, String name, String standard) {}

    private static final List<Rated> QUALITY_AND_ATTITUDE = List.of(
            new Rated("quality", "RESULT", 30, "工作质量", "一次做对"), new Rated("attitude", "ATTITUDE", 20, "工作态度", "尽责、协作"));

    /** Releases a template: half by work on time, the rest by quality and attitude as people see them. @return its id */
    public static String releaseTemplate(Caller personnel, String code) {
        return releaseTemplate(personnel, code, "运营管理部季度考核", QUALITY_AND_ATTITUDE);
    }

    /** Releases a template: half by work on time, the rest as people see it. @return its id */
    public static String releaseTemplate(Caller personnel, String code, String name, List<Rated> rated) {
        ObjectNode template = Resource.body().put("code", code).put("name", name);
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
        rated.forEach(one -> indicators
                .addObject()
                .put("code", one.code())
                .put("family", one.family())
                .put("weight", one.weight())
                .put("name", one.name())
                .put("standard", one.standard()));
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
                .put("extent", "COMPREHENSIVE")
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

    /**
     * Ends rating; what came out waits to be looked over. Where nobody is asked for anything: closing may find that somebody has moved since the opening
     * and ask another superior, which fails here.
     */
    public static void closeRating(Caller personnel, String cycle) {
        if (!isClosed(personnel, cycle)) {
            throw new CallFailure(
                    "people rate again in the cycle %s: somebody has moved since it was opened, and closing it has asked whoever is the superior there"
                            .formatted(cycle));
        }
    }

    /**
     * Ends rating without what superiors have not rated. Closing asks the superior of whoever has moved since the opening, and people rate again: that is
     * done without, too, and rating is ended once more.
     *
     * @return how many ratings were done without
     */
    public static int closeRatingWithoutTheRest(Caller personnel, String cycle, String reason) {
        int waived = 0;
        for (int times = 1; times <= MOST_CLOSINGS; times++) {
            waived += waiveTheRest(personnel, cycle, reason);
            if (isClosed(personnel, cycle)) {
                return waived;
            }
        }
        throw new CallFailure("people rate again in the cycle %s after it was closed %d times: %s"
                .formatted(cycle, MOST_CLOSINGS, cycle(personnel, cycle)));
    }

    /** @return false when closing it has asked somebody, so that people rate again */
    private static boolean isClosed(Caller personnel, String cycle) {
        send(personnel, cycle, "/close-rating");
        String over = "CALIBRATION";
        return hasReached(await(personnel, cycle, over, now -> now.equals("RATING") || hasReached(now, over)), over);
    }

    public static void publish(Caller personnel, String cycle) {
        command(personnel, cycle, "/publish", "PUBLISHED");
    }

    public static List<JsonNode> all(Caller personnel, String cycle) {
        return Resource.all(personnel, APPRAISALS + "?limit=100&cycleId=" + cycle);
    }

    /** Which appraisal of a cycle is about somebody. */
    public static String idOf(Caller personnel, String cycle, String person) {
        return all(personnel, cycle).stream()
                .filter(one -> one.path("personId").asString().equals(person))
                .findFirst()
                .map(Resource::idOf)
                .orElseThrow(() -> new CallFailure("the cycle %s appraises others only".formatted(cycle)));
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

    /** @param on the day in the enterprise on which the two have talked */
    public static void holdInterview(Caller superior, String appraisal, LocalDate on) {
        Resource.at(APPRAISALS, appraisal)
                .command(
                        superior,
                        "/interview",
                        Resource.body()
                                .put("heldOn", on.toString())
                                .put("strengths", "独立编写数据口径手册，配合其他小组主动")
                                .put("weaknesses", "遇到延误时预警偏晚")
                                .put("measures", "到期前三天仍未完成的工作当日说明；下季度参加数据分析培训"))
                .expect(200);
    }

    public static void sign(Caller person, String appraisal) {
        Resource.at(APPRAISALS, appraisal)
                .command(person, "/sign", Resource.body())
                .expect(200);
    }

    private static void command(Caller personnel, String cycle, String verb, String leadsTo) {
        send(personnel, cycle, verb);
        var unused = await(personnel, cycle, leadsTo, now -> hasReached(now, leadsTo));
    }

    private static void send(Caller personnel, String cycle, String verb) {
        Resource.at(CYCLES, cycle).command(personnel, verb, Resource.body()).expect(202);
    }

    /** @return the status in which the cycle is then */
    private static String await(Caller personnel, String cycle, String wanted, Predicate<String> isThere) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            JsonNode seen = cycle(personnel, cycle);
            String status = seen.path("status").asString();
            if (isThere.test(status)) {
                return status;
            }
            if (System.nanoTime() > deadline) {
                throw new CallFailure("the cycle %s is still %s after %d s, not %s: %s"
                        .formatted(cycle, status, PATIENCE.toSeconds(), wanted, seen));
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    /** Whether a cycle has come so far, or farther. */
    private static boolean hasReached(String status, String reached) {
        return STATUSES.indexOf(status) >= STATUSES.indexOf(reached);
    }
}
