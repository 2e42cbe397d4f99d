package dev.keshi.launcher.activity;

import dev.keshi.launcher.client.CallFailure;
import dev.keshi.launcher.client.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is learned: a course for a weak indicator, a session of it, and what it brought. */
public final class Courses {

    private static final String API = "/api/training/v1";
    private static final String COURSES = API + "/courses";
    private static final String SESSIONS = API + "/sessions";
    private static final String ASSIGNMENTS = API + "/assignments";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MINUTES = 120;

    private Courses() {}

    /** A course that strengthens an indicator. */
    public static void publish(Caller personnel, String code, String name, String indicator) {
        ObjectNode course = Resource.body()
                .put("code", code)
                .put("name", name)
                .put("form", "INTERNAL")
                .put("subject", "SKILLS")
                .put("minutes", MINUTES);
        course.putArray("indicators").add(indicator);
        personnel.post(COURSES, course).expect(201);
    }

    /** Takes courses out of the catalogue that strengthen an indicator and whose codes begin so. @return how many */
    public static int retire(Caller personnel, String indicator, String beginning) {
        var codes = Resource.all(personnel, COURSES + "?limit=100&retired=false&indicator=" + indicator).stream()
                .map(one -> one.path("code").asString())
                .filter(code -> code.startsWith(beginning))
                .toList();
        codes.forEach(code -> Resource.at(COURSES, code)
                .command(personnel, "/retire", Resource.body())
                .expect(200));
        return codes.size();
    }

    /** Somebody need not take it any more. */
    public static void cancel(Caller personnel, String assignment) {
        Resource.at(ASSIGNMENTS, assignment)
                .command(personnel, "/cancel", Resource.body())
                .expect(200);
    }

    /** What somebody has to take, or had to, because an indicator was weak. */
    public static List<JsonNode> assignedFor(Caller reader, String person, String indicator) {
        return Resource.all(reader, ASSIGNMENTS + "?limit=100&personId=" + person).stream()
                .filter(one -> one.path("indicator").asString("").equals(indicator))
                .toList();
    }

    /** What somebody has to take, or had to; waits until all these courses are among it. @return by course */
    public static Map<String, JsonNode> assigned(Caller reader, String person, Collection<String> courses) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Map<String, JsonNode> found = Resource.all(reader, ASSIGNMENTS + "?limit=100&personId=" + person).stream()
                    .collect(Collectors.toMap(
                            one -> one.path("courseCode").asString(), one -> one, (one, again) -> one));
            if (found.keySet().containsAll(courses)) {
                return found;
            }
            if (System.nanoTime() > deadline) {
                throw new CallFailure("%s is to take %s, not %s, after %d s"
                        .formatted(person, found.keySet(), courses, PATIENCE.toSeconds()));
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    /** The only course that is to be taken for an indicator; waits until there is one. */
    public static JsonNode onlyOpen(Caller reader, String person, String indicator) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var open = assignedFor(reader, person, indicator).stream()
                    .filter(one -> one.path("status").asString().equals("OPEN"))
                    .toList();
            if (open.size() == 1) {
                return open.getFirst();
            }
            if (System.nanoTime() > deadline || !open.isEmpty()) {
                throw new CallFailure(
                        "%d courses are to be taken for the indicator %s, not one".formatted(open.size(), indicator));
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    /** @return the id of the session */
    public static String schedule(Caller leader, String course, Instant start) {
        return Resource.idOf(leader.post(
                        SESSIONS,
                        Resource.body()
                                .put("courseCode", course)
                                .put("lecturerName", "外聘讲师")
                                .put("place", "三楼培训室")
                                .put("startsAt", start.toString())
                                .put(
                                        "endsAt",
                                        start.plus(Duration.ofMinutes(MINUTES)).toString())
                                .put("capacity", 20))
                .expect(201)
                .json());
    }

    public static void enrol(Caller person, String session) {
        person.post(SESSIONS + "/" + session + "/enrol", Resource.body()).expect(200);
    }

    /** Says who came. */
    public static void recordAttendance(Caller leader, String session, List<String> people) {
        ObjectNode came = Resource.body();
        var attended = came.putArray("attended");
        people.forEach(attended::add);
        leader.post(SESSIONS + "/" + session + "/attendance", came).expect(200);
    }

    /** An assignment when something holds of it; waits until it does. @param awaited what that is, for people */
    public static JsonNode assignment(Caller reader, String id, String awaited, Predicate<JsonNode> holds) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JsonNode found = Resource.at(ASSIGNMENTS, id).read(reader);
        while (!holds.test(found)) {
            if (System.nanoTime() > deadline) {
                throw new CallFailure("the assigned course %s is not %s after %d s: %s"
                        .formatted(id, awaited, PATIENCE.toSeconds(), found));
            }
            LockSupport.parkNanos(50_000_000);
            found = Resource.at(ASSIGNMENTS, id).read(reader);
        }
        return found;
    }
}
