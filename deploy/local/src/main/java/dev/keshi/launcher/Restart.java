package dev.keshi.launcher;

import dev.keshi.infrastructure.process.LocalFailure;
import dev.keshi.launcher.platform.Checkout;
import dev.keshi.launcher.platform.Platform;
import dev.keshi.launcher.platform.Service;
import dev.keshi.launcher.platform.TurnTaking;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Stops one service gracefully and starts it again. */
record Restart(Checkout checkout, Terminal terminal) implements Verb {

    @Override
    public int run(List<String> typed) {
        String name = Arguments.parse(typed, Set.of(), Set.of()).word("the SERVICE");
        var platform = Platform.of(checkout, Optional.empty());
        if (!platform.somethingRuns()) {
            throw new LocalFailure("Keshi does not run here, so nothing can be restarted: start it with ./keshi up.");
        }
        Service service = Service.named(name)
                .filter(platform.services()::contains)
                .orElseThrow(() -> new LocalFailure(
                        "There is no service '%s': choose from %s.".formatted(name, Up.names(platform.services()))));
        try (var turn = TurnTaking.in(platform.state())) {
            var running = platform.startInfrastructure(terminal::say);
            platform.stop(service);
            platform.start(service, running, terminal::say)
                    .ifPresent(took -> terminal.done(
                            name,
                            "ready on port " + platform.ports().of(service).number(),
                            took));
        }
        return DONE;
    }
}
