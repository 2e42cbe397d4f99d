package dev.keshi.messaging.bundle;

import dev.keshi.messaging.CommandContext;
import java.util.function.Consumer;

/**
 * A bean of what a service brings with it, unless somebody has made something in its place.
 *
 * @param name for the log, and of the actor, {@code system:} before it
 * @param bringIn every replica may do so at every start, and again after a failure
 */
public record Bundle(String name, Consumer<CommandContext> bringIn) {

    CommandContext context() {
        return CommandContext.of("system:" + name);
    }
}
