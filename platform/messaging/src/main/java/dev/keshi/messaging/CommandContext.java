package dev.keshi.messaging;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * On whose behalf a command runs and how its repetition is recognised.
 *
 * @param actor person id, client id or {@code system:<name>}; travels as {@code ce_actor}
 * @param key the caller's idempotency key, already made unique per actor; a document remembers the keys of its last
 *     commands in the same write that carried them out, so a repetition after a crash changes nothing
 * @param expectedVersion the version the caller saw (If-Match); absent when the command holds for any version
 */
public record CommandContext(String actor, Optional<String> key, OptionalLong expectedVersion) {

    public static CommandContext of(String actor) {
        return new CommandContext(actor, Optional.empty(), OptionalLong.empty());
    }

    /** For work a service does by itself; the key makes a repeated attempt harmless. */
    public static CommandContext system(String name, String key) {
        return new CommandContext("system:" + name, Optional.of(key), OptionalLong.empty());
    }

    /** For an aggregate whose addressed resource has a revision of its own, which the aggregate itself checks. */
    public CommandContext forAnyVersion() {
        return new CommandContext(actor, key, OptionalLong.empty());
    }
}
