package dev.keshi.service.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;

/** Says what the fields of requests mean, see {@link OperationTexts}. A request is a record beside its controller, with the records it is made of. */
final class RequestFields implements GlobalOpenApiCustomizer {

    private final Supplier<Stream<HandlerMethod>> operations;

    RequestFields(Supplier<Stream<HandlerMethod>> operations) {
        this.operations = operations;
    }

    @Override
    public void customise(OpenAPI api) {
        var language = LocaleContextHolder.getLocale();
        for (var request : requests()) {
            var schema = api.getComponents().getSchemas().get(request.getSimpleName());
            if (schema != null && schema.getProperties() != null) {
                var texts = OperationTexts.of(request, language);
                for (var field : request.getRecordComponents()) {
                    var property = (Schema<?>) schema.getProperties().get(field.getName());
                    if (property != null) {
                        texts.ofField(field.getName()).ifPresent(property::setDescription);
                    }
                }
            }
        }
    }

    private Set<Class<?>> requests() {
        var requests = new LinkedHashSet<Class<?>>();
        operations
                .get()
                .forEach(operation -> Arrays.stream(operation.getMethodParameters())
                        .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                        .forEach(parameter -> add(
                                parameter.getGenericParameterType(),
                                operation.getBeanType().getPackage(),
                                requests)));
        return requests;
    }

    private static void add(Type type, Package beside, Set<Class<?>> requests) {
        if (type instanceof ParameterizedType several) {
            Arrays.stream(several.getActualTypeArguments()).forEach(one -> add(one, beside, requests));
        } else if (type instanceof Class<?> one
                && one.isRecord()
                && one.getPackage().equals(beside)
                && requests.add(one)) {
            Arrays.stream(one.getRecordComponents()).forEach(field -> add(field.getGenericType(), beside, requests));
        }
    }
}
