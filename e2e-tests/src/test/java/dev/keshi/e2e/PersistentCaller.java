package dev.keshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.client.Answer;
import dev.keshi.launcher.client.CallFailure;
import dev.keshi.launcher.client.Caller;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Someone who wants to know. Whoever gets no answer, or one that says to come again, sends the same command again with the same key. Any
 * other answer is the last word, so an internal error is one too.
 */
final class PersistentCaller {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Caller caller;
    private final AtomicInteger commandsOnTheirWay = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    PersistentCaller(Caller caller) {
        this.caller = caller;
    }

    Answer get(String path) {
        return answered(() -> caller.get(path));
    }

    Answer command(String path, JsonNode body, String... headers) {
        String key = UUID.randomUUID().toString();
        String[] all = Stream.concat(Stream.of(headers), Stream.of("Idempotency-Key", key))
                .toArray(String[]::new);
        return answered(() -> {
            commandsOnTheirWay.incrementAndGet();
            try {
                return caller.post(path, body, all);
            } finally {
                commandsOnTheirWay.decrementAndGet();
            }
        });
    }

    boolean hasCommandOnItsWay() {
        return commandsOnTheirWay.get() > 0;
    }

    /** Requests that were not answered: nobody knows whether they were carried out. */
    int lost() {
        return lost.get();
    }

    /** Requests that were answered with the advice to come again. */
    int refused() {
        return refused.get();
    }

    private Answer answered(Supplier<Answer> call) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                Answer answer = call.get();
                if (!saysToComeAgain(answer) || System.nanoTime() > deadline) {
                    return answer;
                }
                refused.incrementAndGet();
            } catch (CallFailure unknown) {
                if (System.nanoTime() > deadline) {
                    throw unknown;
                }
                lost.incrementAndGet();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static boolean saysToComeAgain(Answer answer) {
        if (answer.headers().firstValue("Retry-After").isEmpty()) {
            return false;
        }
        assertThat(answer.status()).as(answer.call()).isIn(409, 429, 503);
        assertThat(answer.header("Content-Type")).as(answer.call()).startsWith("application/problem+json");
        return true;
    }
}
