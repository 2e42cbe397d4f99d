/**
 * Appraisal cycles (考核周期) from opening to sign-off.
 *
 * <p>A cycle has an appraisal for each person of its population and, for each view of each position held, a rating. Opening,
 * closing, scoring and publishing go through the population part by part, with the place kept, so that a kill loses nothing and
 * the number of people does not matter to the memory. Closing brings the positions held up to date, for whoever has moved or left
 * since the opening; as long as that asks superiors for something, people rate.
 *
 * <p><b>Anonymity.</b> A rating is a document of its own that only its rater reads: giving it changes nothing about the
 * appraisal, no revision, no time, no event. What peers said reaches the appraisal when the cycle is scored, for all at once,
 * as points without names in the order of the points; and only when the minimum number of peers has rated. Whoever has rated as a
 * peer never sees what came out of that appraisal, in whatever role: with the own points in hand a mean of three says too much.
 *
 * <p><b>Called off.</b> Until publishing begins a cycle can be cancelled: one change of the cycle, so there is no part that could be
 * missing. What hangs on it stays as it is and is looked at through the cycle: ratings are nobody's any more, appraisals say so.
 *
 * <p><b>No silent change.</b> When rating is closed every rating that was not given lapses in its own document, so a rating is
 * either counted or refused. A superior's rating must be there, or be waived with a reason. Grades follow from totals and
 * cutoffs; who changes one says why. What is published is never changed.
 */
@NullMarked
package dev.keshi.performance.cycle;

import org.jspecify.annotations.NullMarked;
