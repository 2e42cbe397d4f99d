/** Tokens are checked here and again in each service; headers that only the gateway may set are taken from callers. */
@NullMarked
package dev.keshi.gateway.security;

import org.jspecify.annotations.NullMarked;
