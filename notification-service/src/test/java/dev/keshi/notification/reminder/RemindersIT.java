package dev.keshi.notification.reminder;

import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.notification.MovedDays;
import dev.keshi.notification.NotificationServiceStarter;
import dev.keshi.notification.Reader;
import dev.keshi.notification.RunningService;
import dev.keshi.notification.TestIdentity;
import dev.keshi.notification.Wire;
import dev.keshi.notification.obligation.Duty;
import dev.keshi.test.infrastructure.RealKafka;
import dev.keshi.test.infrastructure.RealMongo;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Reminders in people's inboxes, while days pass. */
@RunningService
class RemindersIT {

    @LocalServerPort
    private int port;

    @Autowired
    private MongoTemplate mongo;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private Wire wire;
    private Reader ann;
    private Reader tom;

    @BeforeEach
    void connect(RealKafka kafka) {
        wire = new Wire(kafka.bootstrap());
        ann = Reader.of(port, "ann-" + run);
        tom = Reader.of(port, "tom-" + run);
    }

    @AfterEach
    void disconnect() {
        wire.close();
    }

    @Test
    void oneIsRemindedTheDayBeforeAndWhenItIsOverdueUntilItIsDone() {
        var measure = Duty.dueOn(MovedDays.today().plusDays(3));
        happens(measure.measure(ann.id()));
        eventually(() -> assertThat(ann.duties()).hasSize(1));
        assertThat(reminders(ann)).isEmpty();

        MovedDays.letPass(2);
        eventually(() -> assertThat(reminders(ann)).containsExactly("obligation-due-soon"));
        var reminder = ann.inbox().getFirst();
        assertThat(reminder.get("text").asString()).isEqualTo("“引入第二家供应商”将于" + measure.due() + "到期，请及时办理。");
        assertThat(reminder.get("category").asString()).isEqualTo("REMINDER");
        assertThat(reminder.get("subject").get("target").get("id").asString()).isEqualTo(measure.id());

        MovedDays.letPass(2);
        eventually(() -> assertThat(reminders(ann)).containsExactly("obligation-overdue", "obligation-due-soon"));
        MovedDays.letPass(1);
        looked();
        assertThat(reminders(ann)).hasSize(2);
        assertThat(ann.unread()).isEqualTo(2);

        happens(measure.measureDone(ann.id()));
        eventually(() -> assertThat(ann.unread()).isZero());
        assertThat(ann.inbox())
                .allSatisfy(told ->
                        assertThat(told.get("settled").get("reason").asString()).isEqualTo("OVER"));
        assertThat(ann.duties()).isEmpty();
    }

    @Test
    void aCourseIsRemindedOfByItsNameUntilItIsTaken() {
        var course = Duty.dueOn(MovedDays.today().plusDays(3));
        happens(course.courseCalled("消防安全", "Fire safety"));
        happens(course.course(ann.id()));
        eventually(() -> assertThat(
                        ann.duties().stream().map(one -> one.get("title").asString()))
                .containsExactly("消防安全"));

        MovedDays.letPass(2);
        eventually(() -> assertThat(reminders(ann)).containsExactly("obligation-due-soon"));
        assertThat(ann.inbox().getFirst().get("text").asString()).isEqualTo("“消防安全”将于" + course.due() + "到期，请及时办理。");
        assertThat(ann.unread()).isEqualTo(2);

        happens(course.courseTaken(ann.id()));
        eventually(() -> assertThat(ann.unread()).isZero());
        assertThat(ann.inbox())
                .hasSize(2)
                .allSatisfy(told ->
                        assertThat(told.get("settled").get("reason").asString()).isEqualTo("OVER"));
    }

    @Test
    void whoeverHasNotSaidWhatACourseWasLikeIsRemindedUntilItIsSaid() {
        var reaction = Duty.dueOn(MovedDays.today().plusDays(3));
        happens(reaction.courseCalled("消防安全", "Fire safety"));
        happens(reaction.reactionAsked(ann.id()));
        eventually(() -> assertThat(
                        ann.duties().stream().map(one -> one.get("title").asString()))
                .containsExactly("消防安全"));

        MovedDays.letPass(2);
        eventually(() -> assertThat(reminders(ann)).containsExactly("obligation-due-soon"));
        assertThat(ann.inbox().getFirst().get("text").asString())
                .isEqualTo("“评价参加过的课程：消防安全”将于" + reaction.due() + "到期，请及时办理。");
        assertThat(ann.speaking("en").inbox().getFirst().get("text").asString())
                .startsWith("“Say what the course was like: Fire safety” is due");

        happens(reaction.reactionSettled());
        eventually(() -> assertThat(ann.unread()).isZero());
        assertThat(ann.inbox())
                .allSatisfy(told ->
                        assertThat(told.get("settled").get("reason").asString()).isEqualTo("OVER"));
    }

    @Test
    void whoeverHeldAnInterviewIsRemindedOfSigningUntilThatIsDone() {
        var appraisal = Duty.dueOn(MovedDays.today());
        happens(appraisal.interviewed(ann.id()));
        eventually(() -> assertThat(tom.duties()).hasSize(1));
        assertThat(reminders(tom)).isEmpty();

        MovedDays.letPass(6);
        eventually(() -> assertThat(reminders(tom)).containsExactly("obligation-due-soon"));
        assertThat(tom.inbox().getFirst().get("text").asString())
                .isEqualTo("“考核结果 " + appraisal.due().minusDays(30) + " 至 " + appraisal.due() + "”将于"
                        + appraisal.due().plusDays(7) + "到期，请及时办理。");
        MovedDays.letPass(2);
        eventually(() -> assertThat(reminders(tom)).containsExactly("obligation-overdue", "obligation-due-soon"));
        assertThat(reminders(ann)).isEmpty();

        happens(appraisal.signed(ann.id(), "SUPERIOR", false));
        eventually(() -> assertThat(tom.unread()).isZero());
        assertThat(tom.duties()).isEmpty();
    }

    @Test
    void whomASignatureWasPassedOnToIsRemindedOfItAndWhoeverHasLeftNoMore() {
        var eve = Reader.of(port, "eve-" + run);
        var hana = new Reader(port, "hana-" + run, TestIdentity.token("hana-" + run, "EMPLOYEE", "HR"), "zh-CN");
        var appraisal = Duty.dueOn(MovedDays.today());
        happens(appraisal.interviewed(ann.id()));
        eventually(() -> assertThat(tom.duties()).hasSize(1));
        MovedDays.letPass(6);
        eventually(() -> assertThat(reminders(tom)).containsExactly("obligation-due-soon"));

        happens(appraisal.signaturePassedOn(ann.id(), tom.id(), eve.id()));
        eventually(() -> assertThat(tom.unread()).isZero());
        eventually(() -> assertThat(eve.duties()).hasSize(1));
        MovedDays.letPass(2);
        eventually(() -> assertThat(reminders(eve)).contains("obligation-overdue"));
        assertThat(reminders(tom)).containsExactly("obligation-due-soon");
        // As one of many nobody is.
        assertThat(hana.duties()).anyMatch(one -> one.toString().contains(appraisal.id()));
        assertThat(reminders(hana)).isEmpty();

        happens(appraisal.signed(ann.id(), "SUPERIOR", false));
        eventually(() -> assertThat(eve.unread()).isZero());
        assertThat(eve.duties()).isEmpty();
    }

    @Test
    void whatIsDoneInTimeIsNeverRemindedOf() {
        var measure = Duty.dueOn(MovedDays.today().plusDays(3));
        var work = Duty.dueOn(MovedDays.today().plusDays(3));
        happens(measure.measure(ann.id()));
        happens(work.work(ann.id(), tom.id(), null));
        eventually(() -> assertThat(ann.duties()).hasSize(2));
        happens(measure.measureDone(ann.id()));
        happens(work.workReported(ann.id(), tom.id()));
        eventually(() -> assertThat(ann.duties()).isEmpty());

        MovedDays.letPass(5);
        looked();
        assertThat(reminders(ann)).isEmpty();
        assertThat(reminders(tom)).isEmpty();
    }

    @Test
    void anotherOwnerIsRemindedAndTheFirstOneNoMore() {
        var measure = Duty.dueOn(MovedDays.today().plusDays(2));
        happens(measure.measure(ann.id()));
        eventually(() -> assertThat(ann.duties()).hasSize(1));
        MovedDays.letPass(1);
        eventually(() -> assertThat(reminders(ann)).hasSize(1));

        happens(measure.measure(tom.id()));

        eventually(() -> assertThat(ann.unread()).isZero());
        eventually(() -> assertThat(reminders(tom)).containsExactly("obligation-due-soon"));
    }

    @Test
    void whoeverStandsWithARoundInTheListIsRemindedOfItTheDeputyInChargeToo() {
        var team = "team-" + run;
        department(team, "group-" + run, tom.id(), List.of());
        department(
                "group-" + run,
                null,
                "boss-" + run,
                List.of(new Document("personId", ann.id()).append("area", "区域").append("inChargeOf", List.of(team))));
        happens(Duty.dueOn(MovedDays.today().plusDays(2)).asked(team));
        eventually(() -> assertThat(List.of(ann, tom))
                .allSatisfy(leader -> assertThat(leader.duties()).hasSize(1)));

        MovedDays.letPass(1);

        eventually(() -> assertThat(List.of(ann, tom))
                .allSatisfy(leader -> assertThat(reminders(leader)).containsExactly("obligation-due-soon")));
        assertThat(reminders(Reader.of(port, "boss-" + run))).isEmpty();
    }

    private void department(String id, @Nullable String parent, String manager, List<Document> deputies) {
        mongo.getCollection("directory_departments")
                .insertOne(new Document("_id", id)
                        .append("sequence", 1L)
                        .append("name", id)
                        .append("parentId", parent)
                        .append("managerId", manager)
                        .append("deputies", deputies)
                        .append("open", true));
    }

    @Test
    void twoReplicasRemindOnce(RealMongo database, RealKafka kafka) {
        try (var _ = NotificationServiceStarter.another(database, kafka)) {
            var people = new ArrayList<Reader>();
            var due = MovedDays.today().plusDays(2);
            for (int i = 0; i < 40; i++) {
                var person = Reader.of(port, "p-" + i + "-" + run);
                people.add(person);
                happens(Duty.dueOn(due).measure(person.id()));
            }
            eventually(() -> assertThat(people)
                    .allSatisfy(person -> assertThat(person.duties()).hasSize(1)));

            MovedDays.letPass(1);

            eventually(() -> assertThat(people)
                    .allSatisfy(person -> assertThat(reminders(person)).hasSize(1)));
            looked();
            assertThat(people)
                    .allSatisfy(person -> assertThat(reminders(person)).hasSize(1));
        }
    }

    /** Two looks later, the first has been whole: what was to be looked at by now was. */
    private void looked() {
        for (int look = 0; look < 2; look++) {
            var mark = Duty.dueOn(MovedDays.today());
            happens(mark.measure("mark-" + mark.id()));
            eventually(() -> {
                var found = mongo.getCollection("obligations")
                        .find(new Document("_id", "measure/" + mark.id()))
                        .first();
                assertThat(found).isNotNull();
                assertThat(found.getDate("remind")).isAfter(new Date(0));
            });
        }
    }

    private void happens(PublishedEvent event) {
        wire.happens(event, tom.id());
    }

    private static List<String> reminders(Reader reader) {
        return reader.inbox().stream()
                .filter(told -> told.get("category").asString().equals("REMINDER"))
                .map(told -> told.get("template").asString())
                .toList();
    }
}
