package dev.keshi.org.account;

import java.time.Instant;

/** A link that was handed out and not used yet; a newer link takes the place of an older one. */
record AccountLink(SecretHash secret, Instant expiresAt) {

    boolean opens(LinkToken token, Instant now) {
        return secret.matches(token.secret()) && now.isBefore(expiresAt);
    }
}
