package dev.keshi.launcher.activity;

import dev.keshi.launcher.client.CallFailure;
import dev.keshi.launcher.client.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is learned: a course for a weak indicator, a session of it, and what it brought. */
public final class Courses {

    private static final String API = "/api/training/v1";
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
        personnel.post(API + "/courses", course).expect(201);
    }

    /** What somebody has to take, or had to, because an indicator was weak. */
    public static List<JsonNode> assignedFor(Caller reader, String person, String indicator) {
        return Resource.all(reader, ASSIGNMENTS + "?limit=100&personId=" + person).stream()
                .filter(one -> one.path("indicator").asString("").equals(indicator))
                .toList();
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
    public static void recordAttendance(Caller leader, String session, String person) {
        ObjectNode came = Resource.body();
        came.putArray("attended").add(person);
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
