package dev.keshi.training.session;

import static dev.keshi.training.session.EnrolmentStatus.ENROLLED;
import static dev.keshi.training.session.EnrolmentStatus.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.training.AttendanceRecordedV1;
import dev.keshi.contracts.training.EnrolmentConfirmedV1;
import dev.keshi.contracts.training.EnrolmentMovedUpV1;
import dev.keshi.contracts.training.EnrolmentWaitlistedV1;
import dev.keshi.contracts.training.EnrolmentWithdrawnV1;
import dev.keshi.contracts.training.SessionCancelledV1;
import dev.keshi.training.course.CourseCode;
import dev.keshi.training.course.CourseForm;
import dev.keshi.training.course.CourseSubject;
import dev.keshi.training.course.CourseView;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whoever asks, withdraws or leaves in whatever order, places and the waiting list keep their promises. */
class SessionPropertiesTest {

    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final SessionId ID = new SessionId("s");

    @Property(tries = 500)
    void thereAreNeverMorePeopleThanPlacesNorSomebodyWaitingBesideAFreePlace(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int capacity) {
        var drawn = new Drawn(seed, capacity);
        for (int step = 0; step < 60; step++) {
            drawn.step();
            var session = drawn.session.toDocument();
            assertThat(session.count(ENROLLED)).isLessThanOrEqualTo(capacity);
            assertThat(session.count(WAITING) == 0 || session.count(ENROLLED) == capacity)
                    .isTrue();
            assertThat(session.enrolments()).extracting(Enrolment::personId).doesNotHaveDuplicates();
        }
    }

    @Property(tries = 500)
    void whoeverWaitsIsNeverOvertaken(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int capacity) {
        var drawn = new Drawn(seed, capacity);
        var queue = new LinkedHashSet<String>();
        for (int step = 0; step < 80; step++) {
            for (var event : drawn.step()) {
                switch (event) {
                    case EnrolmentWaitlistedV1 waits -> {
                        assertThat(waits.ahead()).isEqualTo(queue.size());
                        queue.add(waits.personId());
                    }
                    case EnrolmentWithdrawnV1 withdrawn -> queue.remove(withdrawn.personId());
                    case EnrolmentMovedUpV1 up ->
                        assertThat(queue.removeFirst()).isEqualTo(up.personId());
                    case EnrolmentConfirmedV1 _ -> assertThat(queue).isEmpty();
                    default -> throw new AssertionError(event);
                }
            }
        }
    }

    /** Nobody needs the document to know who has a place and who waits, until the session is held or cancelled. */
    @Property(tries = 500)
    void theEventsAloneTellWhoHasAPlace(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int capacity, @ForAll boolean held) {
        var drawn = new Drawn(seed, capacity);
        Set<String> placed = new HashSet<>();
        Set<String> waiting = new LinkedHashSet<>();
        for (int step = 0; step < 60; step++) {
            drawn.step().forEach(event -> hear(event, placed, waiting));
            assertThat(drawn.people(ENROLLED)).containsExactlyInAnyOrderElementsOf(placed);
            assertThat(drawn.people(WAITING)).containsExactlyElementsOf(waiting);
        }
        var attended = Set.copyOf(drawn.people(ENROLLED));
        drawn.end(held, attended).forEach(event -> hear(event, placed, waiting));
        assertThat(placed).isEmpty();
        assertThat(waiting).isEmpty();
    }

    private static void hear(PublishedEvent event, Set<String> placed, Set<String> waiting) {
        switch (event) {
            case EnrolmentConfirmedV1 confirmed -> placed.add(confirmed.personId());
            case EnrolmentWaitlistedV1 waits -> waiting.add(waits.personId());
            case EnrolmentMovedUpV1 up -> {
                waiting.remove(up.personId());
                placed.add(up.personId());
            }
            case EnrolmentWithdrawnV1 withdrawn -> {
                placed.remove(withdrawn.personId());
                waiting.remove(withdrawn.personId());
            }
            case AttendanceRecordedV1 recorded -> {
                assertThat(recorded.attended()).containsExactlyInAnyOrderElementsOf(placed);
                placed.removeAll(recorded.attended());
            }
            case SessionCancelledV1 cancelled -> {
                assertThat(cancelled.personIds()).hasSize(placed.size() + waiting.size());
                placed.removeAll(cancelled.personIds());
                waiting.removeAll(cancelled.personIds());
            }
            default -> throw new AssertionError(event);
        }
    }

    /** Pages go by when somebody asked, so no two may have asked at the same moment. */
    @Property(tries = 200)
    void theOrderOfAskingIsThatOfTheMoments(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int capacity) {
        var drawn = new Drawn(seed, capacity);
        for (int step = 0; step < 60; step++) {
            drawn.step();
            assertThat(drawn.session.toDocument().enrolments())
                    .extracting(Enrolment::at)
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    private static final class Drawn {

        private final Random random;
        private Session session;

        private Drawn(long seed, int capacity) {
            random = new Random(seed);
            session = Session.scheduled(
                    ID,
                    new SessionCommand.Schedule(
                            new CourseCode("C"),
                            new Lecturer.Outsider("讲师"),
                            "三楼",
                            NOW.plus(Duration.ofDays(1)),
                            NOW.plus(Duration.ofDays(2)),
                            capacity),
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
            session.takeEvents();
        }

        private List<String> people(EnrolmentStatus status) {
            return session.toDocument().enrolments().stream()
                    .filter(one -> one.status() == status)
                    .map(Enrolment::personId)
                    .toList();
        }

        private List<PublishedEvent> end(boolean held, Set<String> attended) {
            if (held) {
                session.recordAttendance(attended, "tom", NOW.plus(Duration.ofDays(2)), LocalDate.parse("2026-11-03"));
            } else {
                session.cancel("讲师生病");
            }
            return session.takeEvents();
        }

        /** Somebody does something; what is refused changes nothing. Then the session is read anew. */
        private List<PublishedEvent> step() {
            var person = "p" + random.nextInt(12);
            var before = session.toDocument();
            var events = new ArrayList<PublishedEvent>();
            try {
                switch (random.nextInt(5)) {
                    case 0, 1, 2 -> session.enrol(person, "d", NOW);
                    case 3 -> session.withdraw(person, NOW);
                    default -> session.leave(person, NOW);
                }
            } catch (SessionProblem refused) {
                assertThat(session.toDocument()).isEqualTo(before);
            }
            events.addAll(session.takeEvents());
            session = Session.of(ID, session.toDocument());
            return events;
        }
    }
}
