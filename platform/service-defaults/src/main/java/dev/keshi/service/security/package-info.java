/**
 * Who is calling. Access tokens are checked against keys that org-service publishes as events, so that a service starts
 * and checks while org-service is down. Nothing here knows servlets or reactive streams; the gateway uses it as well.
 */
@NullMarked
package dev.keshi.service.security;

import org.jspecify.annotations.NullMarked;
