package dev.keshi.service.query;

import dev.keshi.service.page.Paging;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.BeanUtils;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/**
 * The query parameters that an operation reads.
 *
 * @param names of all
 * @param repeatable those that may be given more than once, as they are lists
 */
record KnownParameters(Set<String> names, Set<String> repeatable) {

    private record Known(String name, Class<?> type) {

        private boolean isRepeatable() {
            return Collection.class.isAssignableFrom(type) || type.isArray();
        }
    }

    static KnownParameters of(HandlerMethod handler) {
        var all = Arrays.stream(handler.getMethodParameters())
                .flatMap(parameter -> {
                    parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
                    return of(parameter);
                })
                .toList();
        return new KnownParameters(
                all.stream().map(Known::name).collect(Collectors.toUnmodifiableSet()),
                all.stream().filter(Known::isRepeatable).map(Known::name).collect(Collectors.toUnmodifiableSet()));
    }

    private static Stream<Known> of(MethodParameter parameter) {
        if (parameter.getParameterType() == Paging.class) {
            return Stream.of(new Known(Paging.LIMIT, int.class), new Known(Paging.CURSOR, String.class));
        }
        var single = parameter.getParameterAnnotation(RequestParam.class);
        if (single != null) {
            String name =
                    single.name().isEmpty() ? Objects.requireNonNull(parameter.getParameterName()) : single.name();
            return Stream.of(new Known(name, parameter.getParameterType()));
        }
        return parameter.hasParameterAnnotation(ModelAttribute.class)
                ? fields(parameter.getParameterType())
                : Stream.empty();
    }

    private static Stream<Known> fields(Class<?> model) {
        return model.isRecord()
                ? Arrays.stream(model.getRecordComponents()).map(field -> new Known(field.getName(), field.getType()))
                : Arrays.stream(BeanUtils.getPropertyDescriptors(model))
                        .filter(property -> property.getWriteMethod() != null)
                        .map(property -> new Known(property.getName(), property.getPropertyType()));
    }
}
