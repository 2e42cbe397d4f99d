package dev.keshi.org.account;

import dev.keshi.messaging.CommandContext;
import java.util.List;

/** The door through which other features give people accounts. */
public interface Invitations {

    /**
     * Makes an invited account without a password for everyone who has none. Accounts that exist are left as they are,
     * so that repeating a call, in whole or in part, changes nothing.
     */
    void inviteAll(CommandContext context, List<Invitation> invitations);
}
