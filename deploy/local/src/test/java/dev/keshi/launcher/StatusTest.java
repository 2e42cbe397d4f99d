package dev.keshi.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.platform.PlatformStatus;
import dev.keshi.launcher.platform.PlatformStatus.OfService;
import dev.keshi.launcher.platform.Service;
import dev.keshi.launcher.platform.ServiceState;
import dev.keshi.launcher.tour.Goal;
import dev.keshi.launcher.tour.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class StatusTest {

    @Test
    void theJsonHasExactlyThePromisedFields() {
        var ready = new OfService(
                Service.ORG,
                ServiceState.READY,
                8701,
                OptionalLong.of(4711),
                212,
                Duration.ofMillis(1250),
                OptionalLong.of(3));
        var stopped = new OfService(
                Service.GATEWAY,
                ServiceState.STOPPED,
                8700,
                OptionalLong.empty(),
                0,
                Duration.ZERO,
                OptionalLong.empty());
        var status = new PlatformStatus(
                "http://127.0.0.1:8700", "127.0.0.1:8741", "mongodb://127.0.0.1:8740/", List.of(ready, stopped));

        var measured = new Step(
                "idle",
                true,
                "6.0% of one core",
                Duration.ofSeconds(10),
                Map.of(),
                List.of(new Goal("idle", 6, 5, "%"), new Goal("gateway", 212, 300, "MB")));

        var json = JsonMapper.shared().readTree(Status.json(status, TourReport.of(List.of(measured)), Duration.ZERO));

        assertThat(json).isEqualTo(JsonMapper.shared().readTree("""
                {"gateway": "http://127.0.0.1:8700", "kafka": "127.0.0.1:8741", "mongodb": "mongodb://127.0.0.1:8740/",
                 "services": [
                   {"name": "org-service", "state": "ready", "port": 8701, "pid": 4711, "rssMb": 212, "startSeconds": 1.25, "lag": 3},
                   {"name": "gateway", "state": "stopped", "port": 8700, "pid": null, "rssMb": 0, "startSeconds": 0.0, "lag": null}],
                 "goals": [
                   {"name": "idle", "measured": 6.0, "goal": 5.0, "unit": "%", "met": false},
                   {"name": "gateway", "measured": 212.0, "goal": 300.0, "unit": "MB", "met": true}]}
                """));
    }
}
