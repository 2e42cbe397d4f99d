package dev.keshi.launcher;

import dev.keshi.infrastructure.process.LocalFailure;
import dev.keshi.launcher.platform.Checkout;
import dev.keshi.launcher.platform.Platform;
import dev.keshi.launcher.platform.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Shows the log of a service, of {@code mongod} (also {@code mongodb}) or of {@code kafka}; {@code -f} goes on showing what is added. */
record Logs(Checkout checkout) implements Verb {

    private static final String LAST_LINES = "500";
    private static final List<String> SERVERS = List.of("mongod", "kafka");
    private static final Map<String, String> ALIASES = Map.of("mongodb", "mongod");

    @Override
    public int run(List<String> typed) {
        var arguments = Arguments.parse(typed, Set.of("-f"), Set.of());
        String typedName = arguments.word("the SERVICE");
        var platform = Platform.of(checkout, Optional.empty());
        String name = ALIASES.getOrDefault(typedName, typedName);
        if (!SERVERS.contains(name) && Service.named(name).isEmpty()) {
            throw new LocalFailure("There is no log of '%s': choose from %s, %s."
                    .formatted(typedName, Up.names(List.of(Service.values())), String.join(", ", SERVERS)));
        }
        Path log = platform.log(name);
        if (!Files.exists(log)) {
            throw new LocalFailure("%s has not written a log yet: start it with ./keshi up.".formatted(name));
        }
        return tail(arguments.has("-f"), log);
    }

    private static int tail(boolean follow, Path log) {
        var command = new ArrayList<>(List.of("tail", "-n", LAST_LINES));
        if (follow) {
            command.add("-F");
        }
        command.add(log.toString());
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new LocalFailure(
                    "The program tail cannot be started (%s): read %s by yourself.".formatted(e, log), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return DONE;
        }
    }
}
