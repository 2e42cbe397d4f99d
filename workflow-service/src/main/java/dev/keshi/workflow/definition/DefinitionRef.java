package dev.keshi.workflow.definition;

/**
 * The version of a process that an instance runs on, for life.
 *
 * @param id of the deployed version
 * @param version 1, 2, ... under one key
 * @param name of the process as the modeller wrote it
 */
public record DefinitionRef(DefinitionId id, ProcessKey key, int version, String name) {}
