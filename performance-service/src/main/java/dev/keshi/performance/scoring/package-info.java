/**
 * How a grade comes about: pure functions, no store, no clock, no Spring.
 *
 * <p>Every step is the weighted mean of what counts, and the tree of these means is the calculation itself
 * ({@link dev.keshi.performance.scoring.Explanation}): ratings make an indicator, indicators by their weights a
 * position held, positions by days the period. What does not count is left out with its reason, and the remaining weights
 * are rescaled: a missing self-rating neither helps nor hurts.
 *
 * <ul>
 *   <li>Peers count together, as one mean, and only from the minimum number on; below it their part is left out, so
 *       that neither an average nor the total tells anything of them.
 *   <li>What events say of an indicator makes one figure, a mean or a sum, and its {@code Scale} makes the figure points: none at
 *       one figure, 100 at another, a straight line between. An indicator of which no event came is left out: nothing was
 *       observed, which is neither good nor bad.
 *   <li>Who joined or left in the middle is judged by the days that were there; the total is not reduced for the others. A
 *       stay shorter than the minimum is left out. Who moved is judged in each position by its own template, each by its days
 *       ({@code PRO_RATA}, the default, because work is judged by the standard it was done under); or only in the position
 *       held last ({@code POSITION_AT_END}, for short cycles in which two ratings are not worth their effort).
 *   <li>A cycle may judge only some families of indicators. Then those of the others are not there at all, and the weights of the rest count as
 *       parts of what they are together: of 60 and 25 the first counts for 60/85. Neither is a weight rounded for that nor does the arithmetic
 *       change, so its version is the same. A position whose template has nothing of the families is left out, also where it is
 *       the one held last and the only one that would be judged.
 *   <li>Numbers are exact fractions. They are rounded once, when the total is made: half-even, to one decimal. Grades are
 *       judged by the rounded total, which is the one that people see.
 *   <li>A distribution only lowers grades: at most so many percent, rounded down to whole people, may be excellent or good.
 *       Equal totals get equal grades: when a tie does not fit as a whole, all of it falls to the lower grade.
 * </ul>
 */
@NullMarked
package dev.keshi.performance.scoring;

import org.jspecify.annotations.NullMarked;
