package dev.keshi.launcher;

import dev.keshi.launcher.platform.Checkout;
import dev.keshi.launcher.platform.EnterpriseClock;
import dev.keshi.launcher.platform.Platform;
import dev.keshi.launcher.platform.PlatformStatus;
import dev.keshi.launcher.platform.PlatformStatus.OfService;
import dev.keshi.launcher.platform.ServiceState;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What runs, where, with how much memory, and how far each service is behind the events. */
record Status(Checkout checkout, Terminal terminal) implements Verb {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public int run(List<String> typed) {
        var arguments = Arguments.parse(typed, Set.of("--json"), Set.of());
        arguments.requireNoWords();
        var platform = Platform.of(checkout, Optional.empty());
        var status = platform.status();
        var lastTour = TourReport.in(platform.state());
        if (arguments.has("--json")) {
            terminal.print(json(status, lastTour, platform.clock().offset()));
        } else {
            print(status);
            ofClock(platform.clock()).ifPresent(words -> {
                terminal.blank();
                terminal.print(words);
            });
            print(lastTour);
        }
        return DONE;
    }

    /** @param clock how far the enterprise's clock is ahead of the machine's; told when it is not zero */
    static String json(PlatformStatus status, TourReport lastTour, Duration clock) {
        ObjectNode root = JSON.createObjectNode();
        root.put("gateway", status.gateway());
        root.put("kafka", status.kafka());
        root.put("mongodb", status.mongodb());
        var services = root.putArray("services");
        status.services().forEach(service -> describe(service, services.addObject()));
        root.set("goals", lastTour.goals());
        if (!clock.isZero()) {
            root.put("clockOffset", clock.toString());
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    private static void describe(OfService service, ObjectNode node) {
        node.put("name", service.service().module());
        node.put("state", name(service.state()));
        node.put("port", service.port());
        if (service.pid().isPresent()) {
            node.put("pid", service.pid().getAsLong());
        } else {
            node.putNull("pid");
        }
        node.put("rssMb", service.residentMegabytes());
        node.put("startSeconds", service.start().toMillis() / 1000.0);
        if (service.lag().isPresent()) {
            node.put("lag", service.lag().getAsLong());
        } else {
            node.putNull("lag");
        }
    }

    private void print(PlatformStatus status) {
        terminal.print("gateway  " + status.gateway());
        terminal.print("kafka    " + (status.kafka().isEmpty() ? "-" : status.kafka()));
        terminal.print("mongodb  " + (status.mongodb().isEmpty() ? "-" : status.mongodb()));
        terminal.blank();
        terminal.print(
                "%-22s %-10s %6s %8s %7s %7s %6s".formatted("service", "state", "port", "pid", "rss", "start", "lag"));
        status.services()
                .forEach(service -> terminal.print(String.format(
                        Locale.ROOT,
                        "%-22s %-10s %6d %8s %4d MB %5.1f s %6s",
                        service.service().module(),
                        name(service.state()),
                        service.port(),
                        service.pid().isPresent() ? Long.toString(service.pid().getAsLong()) : "-",
                        service.residentMegabytes(),
                        service.start().toMillis() / 1000.0,
                        service.lag().isPresent() ? Long.toString(service.lag().getAsLong()) : "-")));
    }

    /** What day it is in the enterprise, in one sentence; empty when it is that of the calendar. */
    static Optional<String> ofClock(EnterpriseClock clock) {
        Duration offset = clock.offset();
        return offset.isZero()
                ? Optional.empty()
                : Optional.of("The clock was moved: today is %s here, %d days %s the calendar."
                        .formatted(clock.today(), offset.abs().toDays(), offset.isNegative() ? "behind" : "ahead of"));
    }

    private void print(TourReport lastTour) {
        if (lastTour.goals().isEmpty()) {
            return;
        }
        terminal.blank();
        terminal.print("goals, as the last tour measured them");
        lastTour.goals()
                .forEach(goal -> terminal.print(String.format(
                        Locale.ROOT,
                        "%s %-32s %7.1f %-2s   goal %.0f %s",
                        goal.path("met").asBoolean() ? "✓" : "✗",
                        goal.path("name").asString(),
                        goal.path("measured").asDouble(),
                        goal.path("unit").asString(),
                        goal.path("goal").asDouble(),
                        goal.path("unit").asString())));
    }

    private static String name(ServiceState state) {
        return switch (state) {
            case READY -> "ready";
            case NOT_READY -> "not-ready";
            case STOPPED -> "stopped";
        };
    }
}
