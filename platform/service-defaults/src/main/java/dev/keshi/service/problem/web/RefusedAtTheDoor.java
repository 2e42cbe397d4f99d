package dev.keshi.service.problem.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.springframework.util.ClassUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Whether a value that a controller made of what the caller sent refused it: an id of nothing but blanks. The same refusal deeper inside,
 * of a value that the service made itself, is a mistake of ours and stays one.
 */
final class RefusedAtTheDoor {

    private static final String CONSTRUCTOR = "<init>";

    private RefusedAtTheDoor() {}

    static boolean is(Throwable failure, HttpServletRequest request) {
        return failure instanceof IllegalArgumentException
                && request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod handler
                && madeIn(handler.getBeanType().getPackageName(), failure.getStackTrace());
    }

    /** A constructor threw it, and whoever called that, past its own factory and what the JDK has between, is of the package. */
    private static boolean madeIn(String door, StackTraceElement[] stack) {
        if (stack.length == 0 || !stack[0].getMethodName().equals(CONSTRUCTOR)) {
            return false;
        }
        var value = stack[0].getClassName();
        return !value.startsWith("java.")
                && Arrays.stream(stack)
                        .map(StackTraceElement::getClassName)
                        .filter(caller -> !caller.equals(value) && !caller.startsWith("java."))
                        .findFirst()
                        .filter(caller -> ClassUtils.getPackageName(caller).equals(door))
                        .isPresent();
    }
}
