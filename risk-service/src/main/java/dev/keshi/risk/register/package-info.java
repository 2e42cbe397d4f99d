/**
 * The register of risks (风险台账): what could happen to a department, how likely and how bad, inherently, now and as it is meant to
 * be; what is done about it (规避、降低、转移、接受) by whom and until when; and whether it helped.
 *
 * <p>A measure that is done lowers the current level by the steps it took off; who verifies, and that is nobody who carried out
 * one of the measures, says where the risk really stands. An acceptance ends on a day. A warning, or an acceptance that has
 * expired, opens an assessment, one at a time; only verification closes it.
 */
@NullMarked
package dev.keshi.risk.register;

import org.jspecify.annotations.NullMarked;
