package dev.keshi.service.query;

import dev.keshi.service.problem.CommonProblem;
import dev.keshi.service.problem.Finding;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * A filter that nobody reads, or of which one value of two is read, would give a list that is not what was asked for, so it is a 400 that names
 * it.
 */
final class ParameterCheck implements HandlerInterceptor {

    private static final int MOST_FINDINGS = 20;

    private final Map<Method, KnownParameters> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST && handler instanceof HandlerMethod operation) {
            check(request, known.computeIfAbsent(operation.getMethod(), _ -> KnownParameters.of(operation)));
        }
        return true;
    }

    private static void check(HttpServletRequest request, KnownParameters known) {
        var given = new LinkedHashMap<String, Integer>();
        QueryNames.of(request.getQueryString()).forEach(name -> given.merge(name, 1, Integer::sum));
        var findings = given.entrySet().stream()
                .flatMap(one -> finding(one.getKey(), one.getValue(), known).stream())
                .limit(MOST_FINDINGS)
                .toList();
        if (!findings.isEmpty()) {
            throw CommonProblem.invalidRequest(findings).toException();
        }
    }

    private static Optional<Finding> finding(String name, int times, KnownParameters known) {
        if (!known.names().contains(name)) {
            return Optional.of(Finding.ofParameter(name, "unknown-parameter"));
        }
        return times > 1 && !known.repeatable().contains(name)
                ? Optional.of(Finding.ofParameter(name, "repeated-parameter"))
                : Optional.empty();
    }
}
