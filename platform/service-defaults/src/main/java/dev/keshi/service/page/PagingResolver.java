package dev.keshi.service.page;

import dev.keshi.service.problem.CommonProblem;
import dev.keshi.service.problem.Finding;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@code limit} and {@code cursor}; everything else in the query says which list it is. */
final class PagingResolver implements HandlerMethodArgumentResolver {

    private final CursorSigner signer;

    PagingResolver(CursorSigner signer) {
        this.signer = signer;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Paging.class;
    }

    @Override
    public Paging resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var list = listOf((ServletWebRequest) request);
        var cursor = Optional.ofNullable(request.getParameter(Paging.CURSOR));
        return new Paging(
                limitOf(request.getParameter(Paging.LIMIT)),
                cursor.map(text -> signer.verify(list, text)),
                position -> signer.sign(list, position));
    }

    private static int limitOf(@Nullable String text) {
        if (text == null) {
            return Paging.DEFAULT_LIMIT;
        }
        if (!text.matches("\\d{1,9}")) {
            throw invalidLimit("invalid-value");
        }
        var limit = Integer.parseInt(text);
        if (limit < 1) {
            throw invalidLimit("minimum", 1);
        }
        if (limit > Paging.MAX_LIMIT) {
            throw invalidLimit("maximum", Paging.MAX_LIMIT);
        }
        return limit;
    }

    private static RuntimeException invalidLimit(String code, Object... args) {
        return CommonProblem.invalidRequest(List.of(Finding.ofParameter(Paging.LIMIT, code, args)))
                .toException();
    }

    private static String listOf(ServletWebRequest request) {
        var list = new StringBuilder(request.getRequest().getRequestURI());
        var filters = new TreeMap<>(request.getParameterMap());
        filters.remove(Paging.LIMIT);
        filters.remove(Paging.CURSOR);
        filters.forEach((name, values) -> {
            for (var value : values) {
                list.append('\n')
                        .append(name.length())
                        .append(':')
                        .append(name)
                        .append('=')
                        .append(value);
            }
        });
        return list.toString();
    }
}
