package dev.keshi.launcher;

import dev.keshi.infrastructure.LocalInfrastructure;
import dev.keshi.infrastructure.process.LocalFailure;
import dev.keshi.launcher.demo.DemoRecord;
import dev.keshi.launcher.platform.Checkout;
import dev.keshi.launcher.platform.Platform;
import dev.keshi.launcher.platform.PortBase;
import dev.keshi.launcher.platform.Service;
import dev.keshi.launcher.platform.TurnTaking;
import dev.keshi.launcher.tour.Goal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Starts everything that does not run yet, loads the demo enterprise and takes the tour; a second time changes nothing. */
record Up(Checkout checkout, Terminal terminal) implements Verb {

    private static final String ALL_READY = "all services ready";
    private static final Duration READY = Duration.ofSeconds(40);

    @Override
    public int run(List<String> typed) {
        var arguments =
                Arguments.parse(typed, Set.of("--no-demo", "--history"), Set.of("--people", "--port-base", "--only"));
        arguments.requireNoWords();
        Optional<Integer> people = arguments.value("--people").map(Up::number);
        var platform = Platform.of(checkout, arguments.value("--port-base").map(PortBase::of));
        Optional<List<Service>> only = arguments.value("--only").map(names -> chosen(names, platform));
        var demo = new DemoStage(platform, terminal, people, arguments.has("--history"));
        try (var turn = TurnTaking.in(platform.state())) {
            demo.check();
            if (only.isEmpty() && !arguments.has("--no-demo")) {
                demo.setClock();
            }
            var ready = startAll(platform, only.orElse(platform.services()));
            if (arguments.has("--no-demo") && !demo.isLoaded()) {
                DemoRecord.in(platform.state()).rememberRefused();
            }
            return only.isPresent() || demo.run(ready) ? DONE : FAILED;
        }
    }

    /** @return how long it took beside how long it should, when all had to be started */
    private List<Goal> startAll(Platform platform, List<Service> services) {
        long begin = System.nanoTime();
        boolean ranBefore = platform.somethingRuns();
        var running = startInfrastructure(platform);
        platform.startAll(services, running, terminal::say, (service, took) -> show(platform, service, took));
        var took = since(begin);
        var goals = ranBefore
                ? List.<Goal>of()
                : List.of(new Goal(ALL_READY, took.toMillis() / 1000.0, READY.toSeconds(), "s"));
        var missed = goals.stream().filter(goal -> !goal.isMet()).toList();
        terminal.missed(ALL_READY, platform.ports().gateway(), took, missed);
        return goals;
    }

    private LocalInfrastructure.Running startInfrastructure(Platform platform) {
        long begin = System.nanoTime();
        var running = platform.startInfrastructure(terminal::say);
        terminal.done("mongodb and kafka", "ready at " + running.kafka(), since(begin));
        return running;
    }

    private void show(Platform platform, Service service, Optional<Duration> took) {
        took.ifPresentOrElse(
                time -> terminal.done(
                        service.module(),
                        "ready on port " + platform.ports().of(service).number(),
                        time),
                () -> terminal.done(service.module(), "runs already"));
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new LocalFailure("--people wants a number, for example --people 1200, not '%s'.".formatted(text), e);
        }
    }

    private static List<Service> chosen(String only, Platform platform) {
        var built = platform.services();
        return Arrays.stream(only.split(","))
                .map(String::strip)
                .map(name -> Service.named(name)
                        .filter(built::contains)
                        .orElseThrow(() -> new LocalFailure(
                                "There is no service '%s': choose from %s.".formatted(name, names(built)))))
                .toList();
    }

    static String names(List<Service> services) {
        return services.stream().map(Service::module).collect(Collectors.joining(", "));
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
