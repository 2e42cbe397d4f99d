package dev.keshi.training.session;

import static dev.keshi.training.session.EnrolmentStatus.ENROLLED;
import static dev.keshi.training.session.EnrolmentStatus.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.training.EnrolmentConfirmedV1;
import dev.keshi.contracts.training.EnrolmentWaitlistedV1;
import dev.keshi.training.course.CourseCode;
import dev.keshi.training.course.CourseForm;
import dev.keshi.training.course.CourseSubject;
import dev.keshi.training.course.CourseView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many a session takes: those with a place, and behind them as many as may wait. */
class SessionTest {

    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final int PLACES = 3;

    private final Session session = scheduled();

    @Test
    void fiveHundredMayWaitAndNobodyMore() {
        var told = crowd(PLACES + 500);

        assertThat(told.stream().filter(EnrolmentConfirmedV1.class::isInstance)).hasSize(PLACES);
        assertThat(told.stream().filter(EnrolmentWaitlistedV1.class::isInstance))
                .hasSize(500);
        var full = session.toDocument();
        assertThat(full.count(ENROLLED)).isEqualTo(PLACES);
        assertThat(full.count(WAITING)).isEqualTo(500);

        assertThatExceptionOfType(SessionProblem.WaitingListFull.class)
                .isThrownBy(() -> session.enrol("late", "team", NOW))
                .satisfies(refused -> assertThat(refused.most()).isEqualTo(500));
        assertThat(session.toDocument()).isEqualTo(full);
        assertThat(session.takeEvents()).isEmpty();
    }

    @Test
    void whoWasRefusedMayWaitAsSoonAsSomebodyGivesAPlaceBack() {
        crowd(PLACES + 500);

        session.withdraw("p0", NOW);
        session.enrol("late", "team", NOW);

        assertThat(session.toDocument().count(ENROLLED)).isEqualTo(PLACES);
        assertThat(session.toDocument().count(WAITING)).isEqualTo(500);
        var last = session.toDocument().enrolments().getLast();
        assertThat(last.personId()).isEqualTo("late");
        assertThat(last.status()).isEqualTo(WAITING);
    }

    /** Who had a place and asks for one again stands behind all others; refused, the former entry stays as it was. */
    @Test
    void whoWithdrewAndIsRefusedIsStillWithdrawn() {
        crowd(PLACES + 500);
        session.withdraw("p0", NOW);
        session.enrol("late", "team", NOW);
        session.takeEvents();
        var full = session.toDocument();

        assertThatExceptionOfType(SessionProblem.WaitingListFull.class)
                .isThrownBy(() -> session.enrol("p0", "team", NOW));

        assertThat(session.toDocument()).isEqualTo(full);
        assertThat(session.takeEvents()).isEmpty();
    }

    /** @return what was told of them */
    private List<PublishedEvent> crowd(int many) {
        IntStream.range(0, many).forEach(each -> session.enrol("p" + each, "team", NOW));
        return session.takeEvents();
    }

    private static Session scheduled() {
        var scheduled = Session.scheduled(
                new SessionId("s"),
                new SessionCommand.Schedule(
                        new CourseCode("C"),
                        new Lecturer.Outsider("讲师"),
                        "三楼",
                        NOW.plus(Duration.ofDays(1)),
                        NOW.plus(Duration.ofDays(2)),
                        PLACES),
                new CourseView(
                        "C",
                        "课程",
                        null,
                        CourseForm.INTERNAL,
                        CourseSubject.SKILLS,
                        60,
                        List.of(),
                        List.of(),
                        false,
                        List.of(),
                        null,
                        false),
                "tom",
                NOW);
        scheduled.takeEvents();
        return scheduled;
    }
}
