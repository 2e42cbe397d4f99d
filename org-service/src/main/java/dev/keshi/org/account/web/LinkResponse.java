package dev.keshi.org.account.web;

import java.time.Instant;

/** A link with which the owner of an account sets a password. Told once. */
record LinkResponse(String link, Instant expiresAt) {}
