package dev.keshi.org.identity.signing;

import java.time.Instant;

/**
 * A signing key as it is kept.
 *
 * @param publicJwk public members only
 * @param sealedJwk the whole key, sealed, Base64
 */
record SigningKeyDocument(int number, String publicJwk, String sealedJwk, Instant signsFrom, Instant notAfter) {}
