package dev.keshi.contracts.performance;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;

/**
 * One of the two has signed after the interview (绩效面谈).
 *
 * @param signedAs which of the two; whoever held the interview in the superior's place signs as that one
 * @param complete both have signed
 */
@EventContract(
        type = "keshi.performance.appraisal-signed.v1",
        topic = Topics.PERFORMANCE,
        aggregate = "appraisal",
        key = "appraisalId",
        en = "The person or the superior has signed the appraisal after the interview.",
        zh = "本人或上级已在绩效面谈后签字。")
public record AppraisalSignedV1(
        String appraisalId,
        String cycleId,
        String personId,
        @KnownValues({"PERSON", "SUPERIOR"}) String signedAs,
        boolean complete)
        implements PublishedEvent {}
