package dev.keshi.contracts.performance;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The superior who was to talk with the person about what came out has left, or there was none: whoever stands above the person now holds the
 * interview, or personnel. Told again when that one leaves or the person moves.
 *
 * @param interviewerId who stands above the person now; absent where nobody does, so that personnel hold it
 * @param firstDay first day that is judged
 * @param lastDay last day that is judged
 */
@EventContract(
        type = "keshi.performance.appraisal-interview-passed-on.v1",
        topic = Topics.PERFORMANCE,
        aggregate = "appraisal",
        key = "appraisalId",
        en = "The interview on an appraisal falls to whoever stands above the person now, or to personnel.",
        zh = "绩效面谈改由被考核人现在的上级或人力资源进行。")
public record AppraisalInterviewPassedOnV1(
        String appraisalId,
        String cycleId,
        String personId,
        @Nullable String interviewerId,
        LocalDate firstDay,
        LocalDate lastDay)
        implements PublishedEvent {}
