/**
 * Risk indicators (风险指标) and the early warnings (预警) they raise.
 *
 * <p>An indicator belongs to a risk and has a value for each period. Values come one by one or many at once, late, twice or
 * corrected; what stands is worked out by {@code monitoring} from all of them. While it stands there is one warning. Raising it opens
 * an assessment of the risk, in one transaction; it is escalated when nobody takes note of it in time, it says when the
 * figure has recovered, and it is closed when the assessment is verified.
 */
@NullMarked
package dev.keshi.risk.indicator;

import org.jspecify.annotations.NullMarked;
