package dev.keshi.performance.bundle;

import dev.keshi.messaging.CommandContext;

/** What a feature brings with it, unless somebody has made something under the same code. */
public interface Bundle {

    /** Every replica may do so at every start. */
    void bringIn(CommandContext context);
}
