package dev.keshi.workflow.deployment.web;

import dev.keshi.workflow.deployment.DeployedProcess;
import java.time.Instant;

/** A process in a list: its newest version. */
record ProcessSummaryView(String id, String key, int version, String name, String deployedBy, Instant deployedAt) {

    static ProcessSummaryView of(DeployedProcess process) {
        return new ProcessSummaryView(
                process.id().value(),
                process.key().value(),
                process.version(),
                process.name(),
                process.deployedBy(),
                process.deployedAt());
    }
}
