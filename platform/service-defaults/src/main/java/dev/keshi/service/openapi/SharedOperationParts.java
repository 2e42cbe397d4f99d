package dev.keshi.service.openapi;

import dev.keshi.messaging.CommandContext;
import dev.keshi.service.command.IdempotencyKey;
import dev.keshi.service.command.RequiresIfMatch;
import dev.keshi.service.page.Paging;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

/** Describes what the argument resolvers read and which refusals an operation can answer. */
final class SharedOperationParts implements GlobalOperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        var command = takes(handler, parameter -> parameter.getParameterType() == CommandContext.class);
        var guarded = takes(handler, parameter -> parameter.hasParameterAnnotation(RequiresIfMatch.class));
        var paged = takes(handler, parameter -> parameter.getParameterType() == Paging.class);
        if (command) {
            operation.addParametersItem(idempotencyKey());
        }
        if (readsIfMatch(handler, command, guarded)) {
            operation.addParametersItem(ifMatch(guarded));
        }
        if (paged) {
            operation.addParametersItem(limit()).addParametersItem(cursor());
        }
        describe(operation, OperationTexts.of(handler, LocaleContextHolder.getLocale()));
        refuse(operation, handler, command, guarded);
        return operation;
    }

    private static void describe(Operation operation, OperationTexts texts) {
        texts.summary().ifPresent(operation::setSummary);
        for (Parameter parameter : Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of())) {
            if (parameter.getDescription() == null) {
                texts.ofParameter(parameter.getName()).ifPresent(parameter::setDescription);
            }
        }
    }

    /** What is only about to be made has no version that somebody could have seen. */
    private static boolean readsIfMatch(HandlerMethod handler, boolean command, boolean guarded) {
        return guarded || (command && takes(handler, one -> one.hasParameterAnnotation(PathVariable.class)));
    }

    private static boolean hasBody(HandlerMethod handler) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
        return takes(handler, parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                || (mapping != null && mapping.consumes().length > 0);
    }

    private static void refuse(Operation operation, HandlerMethod handler, boolean command, boolean guarded) {
        var statuses = new TreeSet<>(List.of("400", "401", "403", "406", "429", "503"));
        if (takes(handler, parameter -> parameter.hasParameterAnnotation(PathVariable.class))) {
            statuses.add("404");
        }
        if (hasBody(handler)) {
            statuses.addAll(List.of("413", "415", "422"));
        }
        if (command) {
            statuses.addAll(List.of("404", "409", "422"));
        }
        if (readsIfMatch(handler, command, guarded)) {
            statuses.add("412");
        }
        if (guarded) {
            statuses.add("428");
        }
        if (operation.getResponses() == null) {
            operation.setResponses(new ApiResponses());
        }
        statuses.forEach(status -> operation.getResponses().putIfAbsent(status, SharedResponses.reference(status)));
    }

    private static boolean takes(HandlerMethod handler, Predicate<MethodParameter> which) {
        return Arrays.stream(handler.getMethodParameters()).anyMatch(which);
    }

    private static Parameter idempotencyKey() {
        return header(
                IdempotencyKey.HEADER,
                "A name for this attempt, kept for 24 hours: sent again, the same answer comes back",
                new StringSchema().minLength(1).maxLength(200).pattern("^[!-~]+$"));
    }

    private static Parameter ifMatch(boolean required) {
        return header(
                        "If-Match",
                        "The ETag of the version that was read",
                        new StringSchema().pattern("^\"[0-9]{1,18}\"$"))
                .required(required);
    }

    private static Parameter limit() {
        var schema = new IntegerSchema();
        schema.setMinimum(BigDecimal.ONE);
        schema.setMaximum(BigDecimal.valueOf(Paging.MAX_LIMIT));
        schema.setDefault(Paging.DEFAULT_LIMIT);
        return parameter("query", Paging.LIMIT, "How many items", schema);
    }

    private static Parameter cursor() {
        return parameter(
                "query", Paging.CURSOR, "nextCursor of the page before; absent for the first page", new StringSchema());
    }

    private static Parameter header(String name, String description, Schema<?> schema) {
        return parameter("header", name, description, schema);
    }

    private static Parameter parameter(String in, String name, String description, Schema<?> schema) {
        return new Parameter().in(in).name(name).description(description).schema(schema);
    }
}
