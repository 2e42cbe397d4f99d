package dev.keshi.service.limit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;

/** Header {@code X-Keshi-Deadline}: how many milliseconds the caller will still wait. */
public final class Deadline {

    static final String HEADER = "X-Keshi-Deadline";

    private Deadline() {}

    /** What was left when the request came; absent when there is no limit. */
    public static Optional<Duration> of(HttpServletRequest request) {
        var header = request.getHeader(HEADER);
        return header != null && header.matches("-?\\d{1,9}")
                ? Optional.of(Duration.ofMillis(Long.parseLong(header)))
                : Optional.empty();
    }
}
