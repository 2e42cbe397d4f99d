package dev.keshi.performance.cycle;

import static dev.keshi.performance.cycle.Studio.PEERS;
import static dev.keshi.performance.cycle.Studio.SHEETS;
import static dev.keshi.performance.cycle.Studio.SUBJECT;
import static dev.keshi.performance.cycle.Studio.SUPERIOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.messaging.sweep.Swept;
import dev.keshi.performance.Enterprise;
import dev.keshi.performance.RunningService;
import dev.keshi.performance.template.TemplateQueries;
import dev.keshi.service.time.EnterpriseTime;
import dev.keshi.test.events.EventProbe;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A reminder says neither who has given nor who is asked: it comes to the same people in the same words in every world. */
@RunningService
class ReminderAnonymityIT {

    private static final int FEWEST = 3;
    private static final String ENDS = "2021-04-10";

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private Cycles cycles;

    @Autowired
    private Appraisals appraisals;

    @Autowired
    private Ratings ratings;

    @Autowired
    private MongoRatingReminders reminders;

    @Autowired
    private TemplateQueries templates;

    private Search search;

    @BeforeEach
    void begin(EventProbe probe) {
        search = new Search(enterprise, probe);
    }

    @AfterEach
    void end() {
        search.close();
    }

    @Test
    void whoHasGivenAndWhoIsAPeerIsRemindedAsEverybodyElse() {
        var nobody = Studio.openForNobody(enterprise, mongo, FEWEST);
        var asked = Studio.open(enterprise, mongo, FEWEST);
        var given = Studio.open(enterprise, mongo, FEWEST);
        given.give("rita", "PEER", SHEETS[0]);
        given.give("rolf", "PEER", SHEETS[1]);
        var outside = Studio.openForNobody(enterprise, mongo, FEWEST);
        assertThat(Enterprise.answer(outside.name(SUPERIOR, List.of("olga")))).isEqualTo("204");
        var worlds = List.of(nobody, asked, given, outside);
        worlds.forEach(world -> mongo.getCollection("cycles")
                .updateOne(
                        new Document("_id", world.cycle()),
                        new Document("$set", new Document("state.ratingEndsOn", ENDS))));

        sweep();

        var people = Stream.concat(PEERS.stream(), Stream.of(SUBJECT, SUPERIOR, "chris"))
                .toList();
        for (var world : worlds) {
            var told = search.reminders(world, people.size());
            assertThat(told.keySet()).containsExactlyInAnyOrderElementsOf(people);
            assertThat(told.values())
                    .allSatisfy(text -> assertThat(text)
                            .contains("<cycle>", ENDS, "system:rating-reminders")
                            .isEqualTo(told.get(SUBJECT)));
            assertThat(told).isEqualTo(search.reminders(nobody, people.size()));
        }
        search.findsNoPeer(asked);
        search.findsNoPeer(given);
    }

    private void sweep() {
        var zone = ZoneId.of("Asia/Shanghai");
        var then = new EnterpriseTime(Clock.fixed(Instant.parse(ENDS + "T04:00:00Z"), ZoneOffset.UTC), zone);
        var reminding = new RatingReminding(cycles, appraisals, ratings, reminders, templates, then);
        var at = "";
        do {
            at = reminding.doPart(at);
        } while (!at.equals(Swept.DONE));
    }
}
