package dev.keshi.launcher.tour;

import static dev.keshi.launcher.tour.TourFailure.require;

import dev.keshi.launcher.activity.LeaveRequests;
import dev.keshi.launcher.client.CallFailure;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.client.StreamedEvent;
import dev.keshi.launcher.tour.Step.Shown;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How long it takes from an approval being sent to the employee seeing it live, at a steady pace. It is a measurement: what the platform refuses, however
 * often it is asked, and what does not come are goals that were missed, and end nothing.
 */
final class Pace {

    static final int REQUESTS = 200;
    static final int A_SECOND = 20;
    static final int GOAL_MILLIS = 250;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int WRITERS = 4;

    private final Caller employee;
    private final Caller manager;
    private final LocalDate today;
    private List<JsonNode> submitted = List.of();

    /** @param refused why calls failed that were repeated in vain, one line each */
    private record Answers(List<JsonNode> given, List<String> refused) {

        List<Goal> goals(String what) {
            return refused.isEmpty() ? List.of() : List.of(new Goal(what + " refused", refused.size(), 0, "calls"));
        }

        String words() {
            return refused.isEmpty() ? "" : "; %d refused: %s".formatted(refused.size(), refused.getFirst());
        }
    }

    Pace(Caller employee, Caller manager, LocalDate today) {
        this.employee = employee;
        this.manager = manager;
        this.today = today;
    }

    Shown submit() {
        long begin = System.nanoTime();
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            var from = today.plusDays(30);
            var answers = IntStream.range(0, REQUESTS)
                    .mapToObj(number -> writers.submit(() -> LeaveRequests.askForLeave(employee, from, 1, "个人事务")))
                    .toList();
            var taken = all(answers);
            submitted = taken.given();
            require(!submitted.isEmpty(), "no request was taken%s", taken.words());
            double perSecond = submitted.size() / ((System.nanoTime() - begin) / 1e9);
            return new Shown(
                    String.format(Locale.ROOT, "%d requests, %.0f a second", submitted.size(), perSecond)
                            + taken.words(),
                    Map.of("requests", submitted.size(), "perSecond", perSecond),
                    taken.goals("requests"));
        }
    }

    Shown approve() {
        var sent = new ConcurrentHashMap<String, Long>();
        try (var inbox = Inbox.open(employee);
                var approvals = Executors.newVirtualThreadPerTaskExecutor()) {
            long begin = System.nanoTime();
            var answers = new ArrayList<Future<JsonNode>>();
            for (int number = 0; number < submitted.size(); number++) {
                waitUntil(begin + number * 1_000_000_000L / A_SECOND);
                JsonNode request = submitted.get(number);
                answers.add(approvals.submit(() -> {
                    sent.put(request.path("id").asString(), System.nanoTime());
                    LeaveRequests.approve(manager, LeaveRequests.onlyTask(request), "同意");
                    return request;
                }));
            }
            var approved = all(answers);
            var received =
                    received(inbox.liveOf("request-approved", approved.given().size(), PATIENCE));
            return shown(millis(sent, received), approved, missing(sent, received));
        }
    }

    private static Map<String, Long> received(List<StreamedEvent> came) {
        var received = new HashMap<String, Long>();
        for (StreamedEvent event : came) {
            String request = event.json().path("subject").path("instanceId").asString();
            require(received.put(request, event.received()) == null, "a notification of %s came twice", request);
        }
        return received;
    }

    /** What did not come took as long as was waited for it, at least. */
    static Percentiles millis(Map<String, Long> sent, Map<String, Long> received) {
        return Percentiles.of(sent.entrySet().stream()
                .map(one -> received.containsKey(one.getKey())
                        ? (received.getOrDefault(one.getKey(), 0L) - one.getValue()) / 1e6
                        : PATIENCE.toMillis())
                .toList());
    }

    private static long missing(Map<String, Long> sent, Map<String, Long> received) {
        return sent.keySet().stream().filter(one -> !received.containsKey(one)).count();
    }

    private static Shown shown(Percentiles millis, Answers approved, long missing) {
        var goals = new ArrayList<>(approved.goals("approvals"));
        goals.add(new Goal("approval to notification p99", millis.at(99), GOAL_MILLIS, "ms"));
        return new Shown(
                String.format(
                                Locale.ROOT,
                                "p50 %.0f ms, p99 %.0f ms at %d approvals a second",
                                millis.at(50),
                                millis.at(99),
                                A_SECOND)
                        + (missing == 0 ? "" : "; %d did not come in %d s".formatted(missing, PATIENCE.toSeconds()))
                        + approved.words(),
                Map.of("p50Ms", millis.at(50), "p99Ms", millis.at(99), "maxMs", millis.at(100), "perSecond", A_SECOND),
                goals);
    }

    private static void waitUntil(long nanoTime) {
        while (System.nanoTime() < nanoTime) {
            LockSupport.parkNanos(nanoTime - System.nanoTime());
        }
    }

    private static Answers all(List<Future<JsonNode>> futures) {
        var given = new ArrayList<JsonNode>();
        var refused = new ArrayList<String>();
        try {
            for (Future<JsonNode> future : futures) {
                try {
                    given.add(future.get());
                } catch (ExecutionException e) {
                    refused.add(refusal(e.getCause()));
                }
            }
            return new Answers(given, refused);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TourFailure("interrupted");
        }
    }

    private static String refusal(@Nullable Throwable cause) {
        return switch (cause) {
            case CallFailure failure -> String.valueOf(failure.getMessage());
            case RuntimeException failure -> throw failure;
            case null, default -> throw new IllegalStateException(cause);
        };
    }
}
