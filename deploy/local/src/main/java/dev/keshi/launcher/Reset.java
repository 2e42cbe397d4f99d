package dev.keshi.launcher;

import dev.keshi.infrastructure.process.LocalFailure;
import dev.keshi.launcher.platform.Checkout;
import dev.keshi.launcher.platform.Folders;
import dev.keshi.launcher.platform.Platform;
import dev.keshi.launcher.platform.TurnTaking;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Stops everything and throws away data, logs and secrets. What was built and the port base stay. */
record Reset(Checkout checkout, Terminal terminal) implements Verb {

    @Override
    public int run(List<String> typed) {
        var arguments = Arguments.parse(typed, Set.of("--yes"), Set.of());
        arguments.requireNoWords();
        if (!arguments.has("--yes")) {
            throw new UsageProblem("this throws all data of this checkout away; say ./keshi reset --yes");
        }
        var platform = Platform.of(checkout, Optional.empty());
        try (var turn = TurnTaking.in(platform.state())) {
            new Down(checkout, terminal).stop(platform);
            platform.forget();
            Folders.remove(platform.state().root());
            platform.rememberPorts();
        } catch (IOException e) {
            throw new LocalFailure(
                    "%s cannot be removed (%s): remove it by hand."
                            .formatted(platform.state().root(), e),
                    e);
        }
        terminal.done("reset", "the data is gone");
        return DONE;
    }
}
