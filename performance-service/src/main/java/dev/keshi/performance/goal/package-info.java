/**
 * Goals (目标) of departments and people: specific, measurable, dated, with a weight. The goals of one owner stand on one sheet, so that their
 * weights are never more than 100 together. A goal may serve one of a department above, and then ends no later than it. What is
 * changed in a goal is changed with a reason, and what held before stays beside it.
 */
@NullMarked
package dev.keshi.performance.goal;

import org.jspecify.annotations.NullMarked;
