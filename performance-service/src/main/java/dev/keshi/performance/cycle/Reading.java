package dev.keshi.performance.cycle;

import dev.keshi.directory.Scope;

/**
 * Who reads appraisals.
 *
 * @param scope whose appraisals
 * @param calibrates whether what came out is shown before it is published
 */
public record Reading(String reader, Scope scope, boolean calibrates) {}
