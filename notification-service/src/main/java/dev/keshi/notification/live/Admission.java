package dev.keshi.notification.live;

import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/**
 * Who may listen, how long and from where on.
 *
 * @param until when the access token ends
 * @param permitted whether the rights in the token still hold
 * @param lastSeen place of the last change the reader has seen; empty for a reader who loads the list
 */
public record Admission(
        String personId, Instant until, BooleanSupplier permitted, Locale language, OptionalLong lastSeen) {}
