package dev.keshi.launcher;

import dev.keshi.launcher.platform.Checkout;
import dev.keshi.launcher.platform.Platform;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The last step of a build: takes the built services apart and trains them, so that they start fast. {@code ./keshi} calls it by itself. */
record Prepare(Checkout checkout, Terminal terminal) implements Verb {

    @Override
    public int run(List<String> typed) {
        Arguments.parse(typed, Set.of(), Set.of()).requireNoWords();
        Platform.of(checkout, Optional.empty()).prepareAll(terminal::say);
        return DONE;
    }
}
