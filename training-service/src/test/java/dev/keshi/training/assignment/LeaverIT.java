package dev.keshi.training.assignment;

import static dev.keshi.test.Eventually.eventually;
import static dev.keshi.training.Enterprise.answer;
import static dev.keshi.training.Enterprise.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.EncryptedText;
import dev.keshi.contracts.org.PersonHiredV1;
import dev.keshi.contracts.org.PersonSeparatedV1;
import dev.keshi.contracts.performance.AppraisalPublishedV1;
import dev.keshi.contracts.performance.IndicatorResult;
import dev.keshi.test.infrastructure.RealKafka;
import dev.keshi.training.Enterprise;
import dev.keshi.training.MovedClock;
import dev.keshi.training.RunningService;
import dev.keshi.training.Wire;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

/** What is heard of somebody who has left; on a real store and broker. */
@RunningService
class LeaverIT {

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MovedClock clock;

    @Autowired
    private MongoTemplate mongo;

    private final String unique = UUID.randomUUID().toString();
    private final String person = "leaver-" + unique;
    private final String indicator = "i-" + unique.substring(0, 30);
    private final String another = "j-" + unique.substring(0, 30);
    private Wire wire;

    @BeforeEach
    void begin(RealKafka kafka) {
        enterprise.begin();
        wire = new Wire(kafka.bootstrap());
    }

    @AfterEach
    void end() {
        wire.close();
    }

    @Test
    void whatIsRecordedAfterwardsWasLearnedAndNothingElseFollowsFromWhatIsHeardLater() {
        var course = enterprise.course(",\"indicators\":[\"%s\"]".formatted(indicator));
        var never = enterprise.course(",\"indicators\":[\"%s\"]".formatted(another));
        wire.happens(
                new PersonHiredV1(
                        person,
                        "E-" + unique,
                        new EncryptedText(person, "AAAA"),
                        null,
                        "team",
                        null,
                        null,
                        clock.today().minusDays(90)),
                clock.instant());
        appraised("in-time", indicator);
        eventually(() -> assertThat(statuses()).containsExactly(course + " OPEN"));
        var session = enterprise.session(course, clock.instant().plusSeconds(3600), 5);
        assertThat(answer(enterprise.post(person, "/sessions/" + session + "/enrol", null, "{}")))
                .isEqualTo("200");
        clock.letPass(1);

        wire.happens(new PersonSeparatedV1(person, clock.today()), clock.instant());
        eventually(() -> assertThat(statuses()).containsExactly(course + " ENDED"));
        appraised("late", another);
        var attended = "{\"attended\":[\"%s\"]}".formatted(person);
        assertThat(answer(enterprise.post("mia", "/sessions/" + session + "/attendance", null, attended)))
                .isEqualTo("200");

        eventually(() -> assertThat(of("learning_entries")).isOne());
        // Hired, appraised twice, left, learned; and all of it was followed.
        eventually(() -> assertThat(of("trainee_facts")).isEqualTo(5));
        eventually(() -> assertThat(mongo.getCollection("trainee_news")
                        .countDocuments(new Document("personId", person).append("news", true)))
                .isZero());
        assertThat(statuses()).containsExactly(course + " ENDED").doesNotContain(never);
        assertThat(assignments().get(0).get("endedBecause").asString()).isEqualTo("PERSON_LEFT");
    }

    private void appraised(String name, String weak) {
        wire.happens(
                new AppraisalPublishedV1(
                        name + "-" + unique,
                        "cycle",
                        person,
                        "team",
                        "40.0",
                        "FAIL",
                        List.of(new IndicatorResult("template", weak, "ABILITY", "40.0")),
                        1,
                        null,
                        null,
                        null,
                        null),
                clock.instant());
    }

    private long of(String collection) {
        return mongo.getCollection(collection).countDocuments(new Document("state.personId", person));
    }

    private List<String> statuses() {
        return assignments()
                .valueStream()
                .map(one -> one.get("courseCode").asString() + " "
                        + one.get("status").asString())
                .toList();
    }

    private JsonNode assignments() {
        return read(enterprise.get("hana", "/assignments?limit=100&personId=" + person))
                .get("items");
    }
}
