package dev.keshi.workflow.engine;

import dev.keshi.workflow.approver.PersonId;
import dev.keshi.workflow.definition.DefinitionRef;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person asks for something.
 *
 * @param id of the instance to be made; the same for a repetition of the command
 * @param form as JSON brought it: text, numbers, booleans and nulls by field id
 */
public record StartInstance(
        InstanceId id, DefinitionRef definition, PersonId initiator, Map<String, ? extends @Nullable Object> form) {}
