package dev.keshi.performance.cycle;

import dev.keshi.directory.Scope;

/**
 * Who reads appraisals.
 *
 * @param scope whose appraisals
 * @param seesUnpublished whether what came out is shown before it is published, and who decided something about it
 */
public record Reading(String reader, Scope scope, boolean seesUnpublished) {}
