package dev.keshi.contracts.workflow;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * A version of a process definition was deployed.
 *
 * @param definitionId id of this version
 * @param processKey id of the process in its BPMN model; the same for all versions
 * @param version from 1
 * @param name as its author wrote it
 * @param nameEn its English name; absent when its author gave none
 * @param deployedBy person or client
 */
@EventContract(
        type = "keshi.workflow.process-deployed.v1",
        topic = Topics.WORKFLOW,
        aggregate = "process-definition",
        key = "processKey",
        en = "A version of a process can be started from now on.",
        zh = "流程的一个版本已部署，可以发起。")
public record ProcessDeployedV1(
        String definitionId,
        String processKey,
        int version,
        String name,
        @Nullable String nameEn,
        String deployedBy) implements PublishedEvent {}
