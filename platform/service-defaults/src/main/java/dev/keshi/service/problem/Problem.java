package dev.keshi.service.problem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A refusal as it is declared, before it is put into a language.
 *
 * @param status HTTP status
 * @param code stable, lower-case words with hyphens; ends the {@code type} URI and is the message key in the bundle
 * @param args arguments of the message, in the order of the bundle's placeholders
 * @param errors what is wrong in detail, complete rather than the first finding
 * @param headers response headers that belong to the refusal, for example {@code Retry-After} or {@code Allow}
 */
public record Problem(int status, String code, List<Object> args, List<Finding> errors, Map<String, String> headers) {

    public Problem {
        args = List.copyOf(args);
        errors = List.copyOf(errors);
        headers = Map.copyOf(headers);
    }

    public static Problem of(int status, String code, Object... args) {
        return new Problem(status, code, List.of(args), List.of(), Map.of());
    }

    /** The request cannot be understood or breaks the shape of the operation. */
    public static Problem badRequest(String code, Object... args) {
        return of(400, code, args);
    }

    /** Absent, or outside what the caller may see: both look the same. */
    public static Problem notFound(String code, Object... args) {
        return of(404, code, args);
    }

    /** The state of the resource forbids it now. */
    public static Problem conflict(String code, Object... args) {
        return of(409, code, args);
    }

    /** Understood, well formed, and against a rule. */
    public static Problem unprocessable(String code, Object... args) {
        return of(422, code, args);
    }

    public static Problem forbidden(String code, Object... args) {
        return of(403, code, args);
    }

    public Problem withErrors(List<Finding> more) {
        var all = new ArrayList<>(errors);
        all.addAll(more);
        return new Problem(status, code, args, all, headers);
    }

    public Problem withHeader(String name, String value) {
        var all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new Problem(status, code, args, errors, all);
    }

    /** Tells the caller that the refusal is of passing nature; such a response is never kept for a repeated request. */
    public Problem retryAfter(Duration wait) {
        return withHeader("Retry-After", Long.toString(Math.max(1, wait.toSeconds())));
    }

    public ProblemException toException() {
        return new ProblemException(this);
    }
}
