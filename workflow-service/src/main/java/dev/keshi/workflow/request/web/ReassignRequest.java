package dev.keshi.workflow.request.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** @param assigneeId person who shall decide */
record ReassignRequest(
        @NotBlank @Size(max = 100) String assigneeId,
        @Nullable String remark) {}
