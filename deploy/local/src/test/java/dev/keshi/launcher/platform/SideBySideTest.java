package dev.keshi.launcher.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SideBySideTest {

    @Test
    void allThingsAreWorkedOn() {
        var done = new ConcurrentLinkedQueue<Integer>();

        SideBySide.forEach(List.of(1, 2, 3, 4, 5), done::add);

        assertThat(done).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
    }

    @Test
    void aFailureEndsTheWorkOnTheOthers() {
        var never = new CountDownLatch(1);

        assertThatIllegalStateException()
                .isThrownBy(() -> SideBySide.forEach(List.of(1, 2), number -> {
                    if (number == 2 || Runtime.getRuntime().availableProcessors() == 1) {
                        throw new IllegalStateException("broken");
                    }
                    await(never);
                }))
                .withMessage("broken");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
