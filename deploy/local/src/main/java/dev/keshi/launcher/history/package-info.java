/**
 * Four quarters of the demo enterprise's operations department, made through the gateway on the moved clock: work, absences, risks and appraisals.
 * What is made is described in docs/demo-history.md.
 */
@NullMarked
package dev.keshi.launcher.history;

import org.jspecify.annotations.NullMarked;
