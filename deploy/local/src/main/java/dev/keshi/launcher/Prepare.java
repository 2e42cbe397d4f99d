package dev.keshi.launcher;

import dev.keshi.launcher.platform.Checkout;
import dev.keshi.launcher.platform.Platform;
import dev.keshi.launcher.platform.Service;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The last step of a build: takes the built services apart and trains them, so that they start fast. {@code ./keshi} calls it by itself. */
record Prepare(Checkout checkout, Terminal terminal) implements Verb {

    @Override
    public int run(List<String> typed) {
        Arguments.parse(typed, Set.of(), Set.of()).requireNoWords();
        var platform = Platform.of(checkout, Optional.empty());
        SideBySide.forEach(platform.services(), (Service service) -> platform.prepare(service, terminal::say));
        return DONE;
    }
}
