/**
 * The OAuth 2.1 and OpenID Connect endpoints: Spring Authorization Server with our clients, our store and our claims.
 */
@NullMarked
package dev.keshi.org.identity.authorization;

import org.jspecify.annotations.NullMarked;
