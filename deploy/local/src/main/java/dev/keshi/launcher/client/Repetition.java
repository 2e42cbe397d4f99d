package dev.keshi.launcher.client;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends a request once more that was not answered, or refused for the moment ({@code Retry-After}): the same one, so a command with the same
 * idempotency key.
 */
final class Repetition {

    private static final int REFUSED = 400;

    /** At a second each longer than a command of a service that was killed stays in flight: 12 s. */
    private static final int MOST = 30;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration PAUSE_WITHOUT_ANSWER = Duration.ofSeconds(1);

    private Repetition() {}

    /** @return the first answer that is final, or the last that was waited for */
    static Answer send(HttpClient http, HttpRequest request) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (int times = 1; ; times++) {
            boolean last = times == MOST || System.nanoTime() > deadline;
            try {
                Answer answer = Wire.send(http, request);
                var pause = pauseAfter(answer);
                if (last || pause.isEmpty()) {
                    return answer;
                }
                LockSupport.parkNanos(pause.get().toNanos());
            } catch (CallFailure unanswered) {
                if (last || Thread.currentThread().isInterrupted()) {
                    throw unanswered;
                }
                LockSupport.parkNanos(PAUSE_WITHOUT_ANSWER.toNanos());
            }
        }
    }

    private static Optional<Duration> pauseAfter(Answer answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(asked -> answer.status() >= REFUSED)
                .map(Repetition::duration);
    }

    /** A date, which the platform does not send, counts as soon. */
    private static Duration duration(String asked) {
        if (!asked.matches("\\d{1,6}")) {
            return SHORTEST_PAUSE;
        }
        var pause = Duration.ofSeconds(Long.parseLong(asked));
        return pause.compareTo(LONGEST_PAUSE) > 0
                ? LONGEST_PAUSE
                : pause.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : pause;
    }
}
