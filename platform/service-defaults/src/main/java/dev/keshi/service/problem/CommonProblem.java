package dev.keshi.service.problem;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Refusals that every service and the gateway share. */
public final class CommonProblem {

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LATER = Duration.ofSeconds(5);

    private CommonProblem() {}

    /** Not readable at all: not JSON, broken multipart, nested too deep. */
    public static Problem malformedBody() {
        return Problem.badRequest("malformed-body");
    }

    public static Problem missingBody() {
        return Problem.badRequest("missing-body");
    }

    /** Readable, but fields or parameters are not as the operation wants them. */
    public static Problem invalidRequest(List<Finding> findings) {
        return Problem.badRequest("invalid-request").withErrors(findings);
    }

    public static Problem badRequest() {
        return Problem.badRequest("bad-request");
    }

    public static Problem invalidCursor() {
        return Problem.badRequest("invalid-cursor");
    }

    public static Problem unauthenticated() {
        return Problem.of(401, "unauthenticated").withHeader("WWW-Authenticate", "Bearer");
    }

    public static Problem invalidToken() {
        return Problem.of(401, "invalid-token").withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }

    public static Problem accessDenied() {
        return Problem.forbidden("access-denied");
    }

    /** The token still holds, but whoever it was given to works here no more. */
    public static Problem callerHasLeft() {
        return Problem.forbidden("caller-has-left");
    }

    public static Problem notFound() {
        return Problem.notFound("not-found");
    }

    public static Problem methodNotAllowed(Set<String> allowed) {
        var problem = Problem.of(405, "method-not-allowed");
        return allowed.isEmpty() ? problem : problem.withHeader("Allow", String.join(", ", new TreeSet<>(allowed)));
    }

    public static Problem notAcceptable() {
        return Problem.of(406, "not-acceptable");
    }

    /** The caller did not send what it announced. */
    public static Problem requestTimeout() {
        return Problem.of(408, "request-timeout").withHeader("Connection", "close");
    }

    public static Problem alreadyExists() {
        return Problem.conflict("already-exists");
    }

    /** Others won every attempt; a repetition may succeed. */
    public static Problem contended() {
        return Problem.conflict("contended").retryAfter(SOON);
    }

    public static Problem inFlight() {
        return Problem.conflict("idempotency-key-in-flight").retryAfter(SOON);
    }

    public static Problem lengthRequired() {
        return Problem.of(411, "length-required");
    }

    public static Problem stale() {
        return Problem.of(412, "stale-version");
    }

    public static Problem payloadTooLarge(long limitBytes) {
        return Problem.of(413, "payload-too-large", limitBytes);
    }

    public static Problem unsupportedMediaType() {
        return Problem.of(415, "unsupported-media-type");
    }

    /** What would be told of the change is more than an event may hold. */
    public static Problem eventTooLarge(long limitBytes) {
        return Problem.unprocessable("event-too-large", limitBytes);
    }

    public static Problem keyReused() {
        return Problem.unprocessable("idempotency-key-reused");
    }

    public static Problem ifMatchRequired() {
        return Problem.of(428, "if-match-required");
    }

    public static Problem tooManyRequests() {
        return Problem.of(429, "too-many-requests").retryAfter(SOON);
    }

    public static Problem internalError() {
        return Problem.of(500, "internal-error");
    }

    /** At capacity: refused at once instead of queued without bound. */
    public static Problem overloaded() {
        return Problem.of(503, "overloaded").retryAfter(SOON);
    }

    public static Problem storeUnavailable() {
        return Problem.of(503, "store-unavailable").retryAfter(LATER);
    }

    /** Migrations and indexes of this release are not done yet. */
    public static Problem storeNotReady() {
        return Problem.of(503, "store-not-ready").retryAfter(LATER);
    }

    public static Problem outboxFull() {
        return Problem.of(503, "outbox-full").retryAfter(LATER);
    }

    /** Keys that check tokens are not known yet. */
    public static Problem keysNotLoaded() {
        return Problem.of(503, "keys-not-loaded").retryAfter(SOON);
    }

    public static Problem deadlineExceeded() {
        return Problem.of(503, "deadline-exceeded").retryAfter(SOON);
    }

    public static Problem serviceUnavailable() {
        return Problem.of(503, "service-unavailable").retryAfter(LATER);
    }

    /** For a status that a framework answers by itself. */
    public static Problem ofStatus(int status) {
        return switch (status) {
            case 401 -> unauthenticated();
            case 403 -> accessDenied();
            case 404 -> notFound();
            case 405 -> methodNotAllowed(Set.of());
            case 406 -> notAcceptable();
            case 408 -> requestTimeout();
            case 411 -> lengthRequired();
            case 412 -> stale();
            case 413 -> Problem.of(413, "payload-too-large");
            case 415 -> unsupportedMediaType();
            case 429 -> tooManyRequests();
            case 503 -> serviceUnavailable();
            default -> status >= 500 ? internalError() : Problem.of(status, "bad-request");
        };
    }
}
