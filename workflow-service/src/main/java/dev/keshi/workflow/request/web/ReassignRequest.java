package dev.keshi.workflow.request.web;

import dev.keshi.service.text.WrittenText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** @param assigneeId person who shall decide */
record ReassignRequest(
        @NotBlank @Size(max = 100) String assigneeId,

        @Nullable @Pattern(regexp = WrittenText.LINES_OR_NOTHING)
        String remark) {}
