package dev.keshi.service.command;

import dev.keshi.messaging.CommandContext;
import dev.keshi.service.problem.CommonProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a handler the {@link CommandContext} of its request. */
public final class CommandContextResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == CommandContext.class;
    }

    @Override
    public CommandContext resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var principal = request.getUserPrincipal();
        if (principal == null) {
            throw CommonProblem.unauthenticated().toException();
        }
        var actor = principal.getName();
        var key = IdempotencyKey.parse(request.getHeader(IdempotencyKey.HEADER)).map(k -> k.uniqueFor(actor));
        var expected = Revision.parse(request.getHeader("If-Match"));
        if (expected.isEmpty() && parameter.hasParameterAnnotation(RequiresIfMatch.class)) {
            throw CommonProblem.ifMatchRequired().toException();
        }
        return new CommandContext(actor, key, expected);
    }
}
