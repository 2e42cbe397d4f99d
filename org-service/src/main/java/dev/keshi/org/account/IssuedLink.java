package dev.keshi.org.account;

import java.time.Instant;

/** A link that has just been made; its secret is told this once and cannot be read again. */
public record IssuedLink(LinkToken token, Instant expiresAt) {}
