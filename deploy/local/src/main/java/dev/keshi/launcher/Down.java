package dev.keshi.launcher;

import dev.keshi.launcher.platform.Checkout;
import dev.keshi.launcher.platform.Platform;
import dev.keshi.launcher.platform.TurnTaking;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Stops everything gracefully and leaves no process behind; the data stays. */
record Down(Checkout checkout, Terminal terminal) implements Verb {

    @Override
    public int run(List<String> typed) {
        Arguments.parse(typed, Set.of(), Set.of()).requireNoWords();
        var platform = Platform.of(checkout, Optional.empty());
        try (var turn = TurnTaking.in(platform.state())) {
            stop(platform);
        }
        return DONE;
    }

    void stop(Platform platform) {
        int processes = platform.pids().size();
        long begin = System.nanoTime();
        platform.stop();
        if (processes == 0) {
            terminal.print("Nothing was running.");
        } else {
            terminal.done("stopped", processes + " processes", Duration.ofNanos(System.nanoTime() - begin));
        }
    }
}
