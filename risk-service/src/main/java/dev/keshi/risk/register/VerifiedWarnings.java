package dev.keshi.risk.register;

import dev.keshi.messaging.CommandContext;
import java.util.Collection;

/** Whoever keeps the warnings that an assessment answered. Called within the transaction of the verification. */
public interface VerifiedWarnings {

    void close(CommandContext context, Collection<String> warnings);
}
