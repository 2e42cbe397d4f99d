package dev.keshi.service.query;

import dev.keshi.service.problem.CommonProblem;
import dev.keshi.service.problem.Finding;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** A filter that nobody reads would give a list that is not what was asked for, so it is a 400 that names it. */
final class UnknownParameters implements HandlerInterceptor {

    private static final int MOST_FINDINGS = 20;

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST && handler instanceof HandlerMethod operation) {
            refuseUnknown(request, known.computeIfAbsent(operation.getMethod(), _ -> KnownParameters.of(operation)));
        }
        return true;
    }

    private static void refuseUnknown(HttpServletRequest request, Set<String> known) {
        var findings = QueryNames.of(request.getQueryString()).stream()
                .filter(name -> !known.contains(name))
                .limit(MOST_FINDINGS)
                .map(name -> Finding.ofParameter(name, "unknown-parameter"))
                .toList();
        if (!findings.isEmpty()) {
            throw CommonProblem.invalidRequest(findings).toException();
        }
    }
}
