package dev.keshi.service.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A problem as it stands on the wire, {@code application/problem+json}.
 *
 * @param traceId the trace in which it happened; what a caller tells support
 * @param errors each with {@code code}, {@code message} and where it is: {@code pointer} or {@code parameter} or others
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "code", "traceId", "errors"})
public record ProblemDocument(
        String type,
        String title,
        int status,
        @Nullable String detail,
        String code,
        String traceId,
        List<Map<String, Object>> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";
}
