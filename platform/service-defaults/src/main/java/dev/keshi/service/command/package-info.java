/**
 * How a command comes in over HTTP: who asks, which repetition it is ({@code Idempotency-Key}) and which version the
 * caller saw ({@code If-Match}); and how the version goes out again ({@code ETag}).
 */
@NullMarked
package dev.keshi.service.command;

import org.jspecify.annotations.NullMarked;
