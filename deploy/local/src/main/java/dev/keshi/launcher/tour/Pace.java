package dev.keshi.launcher.tour;

import static dev.keshi.launcher.tour.TourFailure.require;

import dev.keshi.launcher.activity.LeaveRequests;
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
import tools.jackson.databind.JsonNode;

/** How long it takes from an approval being sent to the employee seeing it live, at a steady pace. */
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
            submitted = all(answers);
        }
        double perSecond = REQUESTS / ((System.nanoTime() - begin) / 1e9);
        return Shown.of(
                String.format(Locale.ROOT, "%d requests, %.0f a second", REQUESTS, perSecond),
                Map.of("requests", REQUESTS, "perSecond", perSecond));
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
            all(answers);
            return shown(measure(sent, inbox.liveOf("request-approved", REQUESTS, PATIENCE)));
        }
    }

    private Percentiles measure(Map<String, Long> sent, List<StreamedEvent> came) {
        var received = new HashMap<String, Long>();
        for (StreamedEvent event : came) {
            String request = event.json().path("subject").path("instanceId").asString();
            require(received.put(request, event.received()) == null, "a notification of %s came twice", request);
        }
        require(received.keySet().equals(sent.keySet()), "%d of %d notifications came", received.size(), sent.size());
        return Percentiles.of(sent.entrySet().stream()
                .map(one -> (received.getOrDefault(one.getKey(), 0L) - one.getValue()) / 1e6)
                .toList());
    }

    private static Shown shown(Percentiles millis) {
        return new Shown(
                String.format(
                        Locale.ROOT,
                        "p50 %.0f ms, p99 %.0f ms at %d approvals a second",
                        millis.at(50),
                        millis.at(99),
                        A_SECOND),
                Map.of("p50Ms", millis.at(50), "p99Ms", millis.at(99), "maxMs", millis.at(100), "perSecond", A_SECOND),
                List.of(new Goal("approval to notification p99", millis.at(99), GOAL_MILLIS, "ms")));
    }

    private static void waitUntil(long nanoTime) {
        while (System.nanoTime() < nanoTime) {
            LockSupport.parkNanos(nanoTime - System.nanoTime());
        }
    }

    private static List<JsonNode> all(List<Future<JsonNode>> futures) {
        var results = new ArrayList<JsonNode>();
        try {
            for (Future<JsonNode> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TourFailure("interrupted");
        }
    }
}
