package dev.keshi.workflow.deployment.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keshi.workflow.deployment.DeployedProcess;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A process in a list: its newest version.
 *
 * @param nameEn absent when its author gave none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProcessSummaryView(
        String id,
        String key,
        int version,
        String name,
        @Nullable String nameEn,
        String deployedBy,
        Instant deployedAt) {

    static ProcessSummaryView of(DeployedProcess process) {
        return new ProcessSummaryView(
                process.id().value(),
                process.key().value(),
                process.version(),
                process.name(),
                process.nameEn(),
                process.deployedBy(),
                process.deployedAt());
    }
}
