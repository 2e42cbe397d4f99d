/**
 * Work plans of departments (工作计划): what recurs, by which day of the week, month, quarter or year, and whose work it is. A plan that is
 * active gives work items by itself, each once.
 */
@NullMarked
package dev.keshi.workflow.workplan;

import org.jspecify.annotations.NullMarked;
