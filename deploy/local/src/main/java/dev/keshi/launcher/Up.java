package dev.keshi.launcher;

import dev.keshi.infrastructure.LocalInfrastructure;
import dev.keshi.infrastructure.process.LocalFailure;
import dev.keshi.launcher.platform.Checkout;
import dev.keshi.launcher.platform.Platform;
import dev.keshi.launcher.platform.PortBase;
import dev.keshi.launcher.platform.Service;
import dev.keshi.launcher.platform.TurnTaking;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Starts everything that does not run yet; a second time changes nothing. */
record Up(Checkout checkout, Terminal terminal) implements Verb {

    @Override
    public int run(List<String> typed) {
        var arguments = Arguments.parse(typed, Set.of("--no-demo"), Set.of("--people", "--port-base", "--only"));
        arguments.requireNoWords();
        long begin = System.nanoTime();
        var platform = Platform.of(checkout, arguments.value("--port-base").map(PortBase::of));
        List<Service> services =
                arguments.value("--only").map(only -> chosen(only, platform)).orElse(platform.services());
        try (var turn = TurnTaking.in(platform.state())) {
            var running = startInfrastructure(platform);
            SideBySide.forEach(services, service -> start(platform, service, running));
        }
        terminal.blank();
        terminal.print("Keshi runs at %s (everything ready after %s)"
                .formatted(platform.ports().gateway(), Terminal.seconds(since(begin))));
        return DONE;
    }

    private LocalInfrastructure.Running startInfrastructure(Platform platform) {
        long begin = System.nanoTime();
        var running = platform.startInfrastructure(terminal::say);
        terminal.done("mongodb and kafka", running.mongodb().address() + " " + running.kafka(), since(begin));
        return running;
    }

    private void start(Platform platform, Service service, LocalInfrastructure.Running running) {
        platform.start(service, running, terminal::say)
                .ifPresentOrElse(
                        took -> terminal.done(
                                service.module(),
                                "ready on port " + platform.ports().of(service).number(),
                                took),
                        () -> terminal.done(service.module(), "runs already"));
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
