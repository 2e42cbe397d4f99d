package dev.keshi.directory;

import dev.keshi.service.problem.CommonProblem;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Whoever has left commands nothing any more, also in the minutes in which an access token still holds. Reading ends with the token. Programs are
 * no people, so they cannot have left, and neither has somebody of whom no event has told yet.
 */
final class LeaverRefusal implements HandlerInterceptor {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Directory directory;

    LeaverRefusal(Directory directory) {
        this.directory = directory;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var caller = request.getUserPrincipal();
        if (caller != null
                && request.getDispatcherType() == DispatcherType.REQUEST
                && !READING.contains(request.getMethod())
                && directory.hasLeft(caller.getName())) {
            throw CommonProblem.callerHasLeft().toException();
        }
        return true;
    }
}
