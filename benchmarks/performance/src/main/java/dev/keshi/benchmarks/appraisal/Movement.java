package dev.keshi.benchmarks.appraisal;

import dev.keshi.benchmarks.load.Histograms;
import dev.keshi.benchmarks.load.Waiting;
import dev.keshi.messaging.Ids;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.HdrHistogram.Histogram;

/**
 * Completes work at a fixed pace, each item of another person and too late, so that the person's value falls and the department's. Times are
 * taken from the instant at which an event was due to be published, until a subscriber has the word.
 */
final class Movement {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long HIGHEST_MICROS = TimeUnit.MINUTES.toMicros(2);
    private static final long BEFORE_THE_FIRST = TimeUnit.MILLISECONDS.toNanos(50);

    private final String kafka;
    private final OtherServices services;
    private final Work work;
    private final People people;
    private final Ids ids = Ids.ulid();
    private int turn;
    private int turnOfCrowd;

    Movement(String kafka, OtherServices services, Work work, People people) {
        this.kafka = kafka;
        this.services = services;
        this.work = work;
        this.people = people;
    }

    /** @param event that will tell of it */
    private record Late(String item, String owner, String event) {}

    /** @param assigned returns when the service has heard of all that was published */
    Map<String, Object> steady(int perSecond, int seconds, boolean ofCrowd, Runnable assigned) {
        var late = new ArrayList<Late>();
        for (int i = 0; i < perSecond * seconds; i++) {
            var owner = ofCrowd ? People.ofCrowd(turnOfCrowd++ % people.inCrowd()) : people.acrossTeams(turn++);
            late.add(new Late(work.assigned(owner), owner, ids.next()));
        }
        services.flush();
        assigned.run();
        try (var moved = new MovedValues(kafka)) {
            long gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
            long begin = System.nanoTime() + BEFORE_THE_FIRST;
            for (int i = 0; i < late.size(); i++) {
                sleepUntil(begin + i * gap);
                var one = late.get(i);
                work.completedTooLate(one.item(), one.owner(), one.event());
            }
            services.flush();
            Function<Late, Optional<Long>> ofPerson = one -> moved.ofPersonBy(one.event());
            Function<Late, Optional<Long>> ofDepartment =
                    one -> moved.ofDepartmentBy(one.event(), People.departmentOf(one.owner()));
            Waiting.until("words of values that moved", PATIENCE, () -> late.stream()
                    .allMatch(one ->
                            ofPerson.apply(one).isPresent() && ofDepartment.apply(one).isPresent()));
            return Map.of(
                    "person", histogram(late, begin, gap, ofPerson),
                    "department", histogram(late, begin, gap, ofDepartment));
        }
    }

    private static void sleepUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static String histogram(List<Late> late, long begin, long gap, Function<Late, Optional<Long>> heardAt) {
        var times = new Histogram(HIGHEST_MICROS, 3);
        for (int i = 0; i < late.size(); i++) {
            long heard = heardAt.apply(late.get(i)).orElseThrow();
            times.recordValue(Math.clamp(
                    TimeUnit.NANOSECONDS.toMicros(heard - begin - i * gap), 0, HIGHEST_MICROS));
        }
        return Histograms.text(times);
    }
}
