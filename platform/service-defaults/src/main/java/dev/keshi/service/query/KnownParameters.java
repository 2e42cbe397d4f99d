package dev.keshi.service.query;

import dev.keshi.service.page.Paging;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.BeanUtils;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/** The query parameters that an operation reads. */
final class KnownParameters {

    private KnownParameters() {}

    static Set<String> of(HandlerMethod handler) {
        var names = new HashSet<String>();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            of(parameter).forEach(names::add);
        }
        return Set.copyOf(names);
    }

    private static Stream<String> of(MethodParameter parameter) {
        if (parameter.getParameterType() == Paging.class) {
            return Stream.of(Paging.LIMIT, Paging.CURSOR);
        }
        var single = parameter.getParameterAnnotation(RequestParam.class);
        if (single != null) {
            return Stream.of(
                    single.name().isEmpty() ? Objects.requireNonNull(parameter.getParameterName()) : single.name());
        }
        return parameter.hasParameterAnnotation(ModelAttribute.class)
                ? fields(parameter.getParameterType())
                : Stream.empty();
    }

    private static Stream<String> fields(Class<?> model) {
        return model.isRecord()
                ? Arrays.stream(model.getRecordComponents()).map(RecordComponent::getName)
                : Arrays.stream(BeanUtils.getPropertyDescriptors(model))
                        .filter(property -> property.getWriteMethod() != null)
                        .map(property -> property.getName());
    }
}
