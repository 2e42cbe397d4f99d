package dev.keshi.workflow.request.web;

import dev.keshi.workflow.definition.ProcessKey;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * @param processKey which process to start, in its newest version
 * @param form values by field id: text, numbers, booleans; see the process definition
 */
record SubmitRequest(
        @NotBlank @Size(max = ProcessKey.MAX_LENGTH) String processKey,
        @NotNull @Size(max = 200) Map<String, @Nullable Object> form) {}
