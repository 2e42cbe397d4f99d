package dev.keshi.gateway.limit;

import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** What may be read below {@code /api} without a login: each is there for people outside who were shown something. */
public final class OpenAddresses {

    private static final List<PathPattern> PATTERNS =
            List.of(PathPatternParser.defaultInstance.parse("/api/training/v1/certificates/verify/{number}"));

    private OpenAddresses() {}

    public static boolean include(ServerHttpRequest request) {
        var path = request.getPath().pathWithinApplication();
        return HttpMethod.GET.equals(request.getMethod())
                && PATTERNS.stream().anyMatch(pattern -> pattern.matches(path));
    }
}
