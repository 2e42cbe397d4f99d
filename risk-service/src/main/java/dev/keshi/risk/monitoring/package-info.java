/**
 * When a row of figures warns: pure functions of a rule and of values by period.
 *
 * <p>A value that reaches the threshold is a breach. So many breaches in periods that follow each other raise one warning. From
 * then on nothing raises another until a value reaches the recovery level, which lies on the good side of the threshold: what
 * happens between the two (hysteresis) neither warns nor recovers. A period without a value begins the count of breaches anew
 * and ends no warning.
 *
 * <p>Values are known by their period. What stands follows from the values alone, in whatever order they came and however
 * often; a corrected value is the value of its period, and everything after it is judged again.
 */
@NullMarked
package dev.keshi.risk.monitoring;

import org.jspecify.annotations.NullMarked;
