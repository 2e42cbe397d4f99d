/**
 * Four quarters of some departments of the demo enterprise, made through the gateway on the moved clock: work, absences, warnings, courses and
 * appraisals. What is made is described in docs/demo-history.md.
 */
@NullMarked
package dev.keshi.launcher.history;

import org.jspecify.annotations.NullMarked;
