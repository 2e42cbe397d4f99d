package dev.keshi.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.test.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two followers that nothing but the doorbell wakes, unless a test says so. */
class EffectFollowingTest {

    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final EffectsDoorbell doorbell = new EffectsDoorbell();
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicInteger others = new AtomicInteger();
    private final List<EffectFollowing> started = new ArrayList<>();

    @AfterEach
    void end() {
        started.forEach(EffectFollowing::stop);
    }

    @Test
    void whatWasLeftIsLookedForAtTheStartAndThenWheneverItRings() {
        start(NEVER, () -> true);
        Eventually.holds(() -> looks.get() == 1 && others.get() == 1);

        doorbell.ring(Set.of("mine", "nobodys"));
        Eventually.holds(() -> looks.get() == 2);
        doorbell.ring(Set.of("mine"));
        Eventually.holds(() -> looks.get() == 3);

        assertThat(others).hasValue(1);
    }

    /** What is written while it looks may have come too late for that look. */
    @Test
    void whoRingsDuringALookIsNotMissed() {
        var looking = new CountDownLatch(1);
        var rung = new CountDownLatch(1);
        start(NEVER, () -> {
            looking.countDown();
            return isOver(rung);
        });

        assertThat(isOver(looking)).isTrue();
        doorbell.ring(Set.of("mine"));
        doorbell.ring(Set.of("mine"));
        rung.countDown();

        Eventually.holds(() -> looks.get() == 2);
    }

    @Test
    void withoutARingItIsLookedForNowAndThen() {
        start(Duration.ofMillis(20), () -> true);

        Eventually.holds(() -> looks.get() >= 5);
    }

    @Test
    void whatCouldNotBeDoneIsLookedForAgainAfterThePause() {
        start(NEVER, () -> looks.get() >= 4);

        Eventually.holds(() -> looks.get() == 4);
    }

    @Test
    void aLookThatFailsEndsNothing() {
        start(NEVER, () -> {
            throw new IllegalStateException("on purpose");
        });
        Eventually.holds(() -> looks.get() == 1);

        doorbell.ring(Set.of("mine"));

        Eventually.holds(() -> looks.get() == 2);
    }

    @Test
    void aLookThatBreaksEndsNothing() {
        start(NEVER, () -> {
            throw new StackOverflowError("on purpose");
        });
        Eventually.holds(() -> looks.get() == 1);

        doorbell.ring(Set.of("mine"));

        Eventually.holds(() -> looks.get() == 2);
    }

    @Test
    void nothingIsLookedForAfterTheEndAndAgainAfterTheNextStart() {
        var following = start(NEVER, () -> true);
        Eventually.holds(() -> looks.get() == 1);

        following.stop();
        assertThat(following.isRunning()).isFalse();
        doorbell.ring(Set.of("mine"));
        assertThat(looks).hasValue(1);

        following.start();
        Eventually.holds(() -> looks.get() == 2);
    }

    private EffectFollowing start(Duration every, BooleanSupplier look) {
        var mine = new EffectFollower("mine", "mine", PAUSE, () -> {
            looks.incrementAndGet();
            return look.getAsBoolean();
        });
        var other = new EffectFollower("other", "others", PAUSE, () -> {
            others.incrementAndGet();
            return true;
        });
        var following = new EffectFollowing(List.of(mine, other), doorbell, () -> true, every);
        started.add(following);
        following.start();
        return following;
    }

    private static boolean isOver(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
