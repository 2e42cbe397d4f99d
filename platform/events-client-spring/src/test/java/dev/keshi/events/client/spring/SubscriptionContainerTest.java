package dev.keshi.events.client.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SubscriptionContainerTest {

    @Test
    void whatGoesWrongOnceDoesNotEndTheFollowing() throws InterruptedException {
        var rounds = new CountDownLatch(3);
        try (var executor = Executors.newSingleThreadScheduledExecutor()) {
            executor.scheduleWithFixedDelay(
                    SubscriptionContainer.repeatedly(() -> {
                        rounds.countDown();
                        if (rounds.getCount() == 1) {
                            throw new OutOfMemoryError("a large letter");
                        }
                        throw new IllegalStateException("the letter is gone");
                    }),
                    1,
                    1,
                    TimeUnit.MILLISECONDS);

            assertThat(rounds.await(30, TimeUnit.SECONDS)).isTrue();
            executor.shutdownNow();
        }
    }
}
