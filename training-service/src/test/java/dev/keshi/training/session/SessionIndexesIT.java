package dev.keshi.training.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.service.page.Paging;
import dev.keshi.test.infrastructure.Finds;
import dev.keshi.training.RunningService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Among thousands of sessions, most of them long held, each list looks at what it answers and at little else, and sorts nothing. */
@RunningService
class SessionIndexesIT {

    private static final String COLLECTION = "sessions";
    private static final int MANY = 3_000;
    private static final int PAGE = 20;
    private static final Instant FIRST = Instant.parse("1990-01-01T01:00:00Z");

    @Autowired
    private Finds finds;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private SessionQueries queries;

    @BeforeEach
    void thousandsOfSessions() {
        var documents = new ArrayList<Document>();
        for (int number = 0; number < MANY; number++) {
            documents.add(session(number));
        }
        mongo.getCollection(COLLECTION).insertMany(documents);
    }

    @AfterEach
    void gone() {
        mongo.getCollection(COLLECTION).deleteMany(new Document("_id", new Document("$regex", "^zz-index-")));
    }

    @Test
    void listsAreReadFromTheirIndex() {
        var last = FIRST.plus(Duration.ofDays(MANY - 100));
        bounded(Optional.empty(), Optional.of(SessionStatus.SCHEDULED), Optional.empty(), Optional.empty());
        bounded(Optional.empty(), Optional.of(SessionStatus.HELD), Optional.of(last), Optional.empty());
        bounded(Optional.of("ZZ-INDEX-1"), Optional.empty(), Optional.empty(), Optional.empty());
        bounded(Optional.empty(), Optional.empty(), Optional.of(last), Optional.empty());
        bounded(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("zz-index-3"));
    }

    private void bounded(
            Optional<String> course, Optional<SessionStatus> status, Optional<Instant> from, Optional<String> person) {
        finds.areBounded(mongo.getDb(), COLLECTION, PAGE, () -> {
            var page = queries.list(
                    new SessionQueries.Wanted(course, status, from, person), "zz-index-3", Paging.first(PAGE));
            assertThat(page.items()).isNotEmpty();
        });
    }

    /** Only the last are still to come. */
    private static Document session(int number) {
        var starts = FIRST.plus(Duration.ofDays(number));
        var enrolment = new Document("personId", "zz-index-" + number % 100)
                .append("departmentId", "zz-index")
                .append("status", "ENROLLED")
                .append("at", Date.from(FIRST));
        var state = new Document("courseCode", "ZZ-INDEX-" + number % 60)
                .append("form", "INTERNAL")
                .append("minutes", 60)
                .append("organiserId", "zz-index")
                .append("place", "x")
                .append("startsAt", Date.from(starts))
                .append("endsAt", Date.from(starts.plus(Duration.ofHours(1))))
                .append("capacity", 10)
                .append("status", number < MANY - 50 ? "HELD" : "SCHEDULED")
                .append("enrolments", List.of(enrolment));
        return new Document("_id", "zz-index-%05d".formatted(number))
                .append("version", 1L)
                .append("sequence", 1L)
                .append("state", state);
    }
}
