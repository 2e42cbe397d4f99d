package dev.keshi.workflow.deployment;

import dev.keshi.workflow.definition.DefinitionId;
import dev.keshi.workflow.definition.DefinitionRef;
import dev.keshi.workflow.definition.ProcessKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a process.
 *
 * @param nameEn absent when its author gave none
 * @param latest whether it is the one that new requests run on
 */
public record DeployedProcess(
        DefinitionId id,
        ProcessKey key,
        int version,
        String name,
        @Nullable String nameEn,
        String deployedBy,
        Instant deployedAt,
        boolean latest) {

    public DefinitionRef ref() {
        return new DefinitionRef(id, key, version, name);
    }
}
