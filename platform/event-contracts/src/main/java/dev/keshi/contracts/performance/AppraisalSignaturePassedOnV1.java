package dev.keshi.contracts.performance;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whoever was to sign beside the person has left: whoever stands above the person now signs in that place, or personnel. Told again when that one
 * leaves or the person moves, and when the one who held the interview is back.
 *
 * @param leftId who was to sign until then; absent where that was personnel
 * @param signatoryId who is to sign from now on; absent where nobody stands above the person, so that personnel do
 * @param heldOn when the interview was held, by the enterprise's calendar
 * @param firstDay first day that is judged
 * @param lastDay last day that is judged
 */
@EventContract(
        type = "keshi.performance.appraisal-signature-passed-on.v1",
        topic = Topics.PERFORMANCE,
        aggregate = "appraisal",
        key = "appraisalId",
        en = "The superior's signature on an appraisal falls to whoever stands above the person now, or to personnel.",
        zh = "考核的上级签字改由被考核人现在的上级或人力资源进行。")
public record AppraisalSignaturePassedOnV1(
        String appraisalId,
        String cycleId,
        String personId,
        @Nullable String leftId,
        @Nullable String signatoryId,
        LocalDate heldOn,
        LocalDate firstDay,
        LocalDate lastDay)
        implements PublishedEvent {}
