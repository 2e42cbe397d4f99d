package dev.keshi.e2e;

import static dev.keshi.e2e.TeamAtWork.body;
import static dev.keshi.e2e.TeamAtWork.today;
import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Cast.Part;
import dev.keshi.test.Eventually;
import dev.keshi.test.events.SeenEvent;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Something new for every service that looks by itself at what it keeps: for whoever tells of people in training-service, of values in
 * performance-service and of figures in risk-service. Once all of it has come, what any of them would tell twice was told twice.
 */
final class Aftermath {

    /** Nothing else feeds it, and nothing else is fed by it. */
    private static final String INDICATOR = "system-availability";

    /** Rises, in all scenarios together, so that whatever was fed before has no worse figure of the same day to tell, and none the same one. */
    private static final AtomicInteger FIGURE = new AtomicInteger(91);

    private final Caller personnel;
    private final TeamAtWork team;

    Aftermath(Keshi keshi) {
        personnel = keshi.person(Part.HR);
        team = new TeamAtWork(keshi);
    }

    /** Returns when all has come that follows. @return words of which every event that follows has one */
    Set<String> comes() {
        String watched = somethingIsWatched();
        String newcomer = somebodyIsInducted();
        personnel
                .postText(
                        "/api/performance/v1/indicators/" + INDICATOR + "/figures",
                        "text/csv",
                        "personId,on,amount\n%s,%s,%d\n"
                                .formatted(Leave.id(team.me), today(), FIGURE.getAndIncrement()))
                .expect(200);
        Eventually.holds(() -> team.readings(watched) == 1);
        return Set.of(
                newcomer,
                watched,
                INDICATOR,
                team.watching(watched).path("riskId").asString());
    }

    static boolean isOf(Set<String> words, SeenEvent event) {
        return words.stream().anyMatch(word -> event.json().contains(word));
    }

    /** What an event says, whenever it is told; of a new risk two aspects are. */
    static String telling(SeenEvent event) {
        return "%s %s %s"
                .formatted(
                        event.type(),
                        event.key(),
                        JsonMapper.shared()
                                .readTree(event.json())
                                .path("aspect")
                                .asString(""));
    }

    private String somethingIsWatched() {
        JsonNode risk = team.registered();
        return Leave.id(team.fed(risk, INDICATOR, "DAILY", 12));
    }

    /** So whoever follows what becomes known of people has looked at all of them. */
    private String somebodyIsInducted() {
        JsonNode hired = personnel
                .post(
                        "/api/org/v1/people",
                        body().put(
                                        "employeeNumber",
                                        "N-" + UUID.randomUUID().toString().substring(0, 12))
                                .put("name", "新员工")
                                .put(
                                        "departmentId",
                                        team.me.path("departmentId").asString()))
                .expect(201)
                .json()
                .path("person");
        String assignments = "/api/training/v1/assignments?limit=100&personId=" + Leave.id(hired);
        eventually(
                () -> assertThat(personnel.get(assignments).expect(200).json().path("items"))
                        .hasSizeGreaterThanOrEqualTo(3));
        return Leave.id(hired);
    }
}
