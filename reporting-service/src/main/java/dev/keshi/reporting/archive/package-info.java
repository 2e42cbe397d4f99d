/**
 * Every event of every service, kept for ever as it was on the wire, so that anything can be rebuilt from it: also those
 * of types this release does not know. Personal text in events stays encrypted here and in every answer.
 */
@NullMarked
package dev.keshi.reporting.archive;

import org.jspecify.annotations.NullMarked;
