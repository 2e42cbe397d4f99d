/**
 * Identity: the OpenID Connect issuer of the enterprise, on Spring Authorization Server. Everything that must survive
 * a request stands in MongoDB (sessions, authorizations, integration clients, signing keys), so that a sign-in may begin
 * at one replica and end at another. Switched off as a whole when the enterprise has an issuer of its own.
 */
@NullMarked
package dev.keshi.org.identity;

import org.jspecify.annotations.NullMarked;
