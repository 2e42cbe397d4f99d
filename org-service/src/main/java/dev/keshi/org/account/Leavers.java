package dev.keshi.org.account;

import dev.keshi.messaging.CommandContext;

/** The door through which accounts hear that somebody has left. */
public interface Leavers {

    /**
     * Locks the account of a person who has left, if there is one that could still be used; so tokens and sessions end with the
     * employment. Takes part in the caller's transaction.
     */
    void hasLeft(CommandContext context, String personId);
}
