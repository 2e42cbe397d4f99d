package dev.keshi.training.session;

import static dev.keshi.training.session.EnrolmentStatus.ENROLLED;
import static dev.keshi.training.session.EnrolmentStatus.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.training.EnrolmentConfirmedV1;
import dev.keshi.contracts.training.EnrolmentMovedUpV1;
import dev.keshi.contracts.training.EnrolmentWaitlistedV1;
import dev.keshi.contracts.training.EnrolmentWithdrawnV1;
import dev.keshi.training.course.CourseCode;
import dev.keshi.training.course.CourseForm;
import dev.keshi.training.course.CourseSubject;
import dev.keshi.training.course.CourseView;
import java.time.Duration;
import java.time.Instant;
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

    /** Nobody needs the document to know who has a place. */
    @Property(tries = 500)
    void theEventsAloneTellWhoHasAPlace(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int capacity) {
        var drawn = new Drawn(seed, capacity);
        Set<String> placed = new HashSet<>();
        for (int step = 0; step < 60; step++) {
            for (var event : drawn.step()) {
                switch (event) {
                    case EnrolmentConfirmedV1 confirmed -> placed.add(confirmed.personId());
                    case EnrolmentMovedUpV1 up -> placed.add(up.personId());
                    case EnrolmentWithdrawnV1 withdrawn -> placed.remove(withdrawn.personId());
                    default -> {}
                }
            }
            assertThat(drawn.session.toDocument().enrolments().stream()
                            .filter(one -> one.status() == ENROLLED)
                            .map(Enrolment::personId))
                    .containsExactlyInAnyOrderElementsOf(placed);
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
