package dev.keshi.notification.obligation;

import dev.keshi.contracts.performance.AppraisalInterviewHeldV1;
import dev.keshi.contracts.performance.AppraisalPublishedV1;
import dev.keshi.contracts.performance.AppraisalSignedV1;
import java.util.List;
import java.util.Optional;

/**
 * Interviews that are to be held about what came out, and appraisals that the person has to sign, once the interview was held. Ratings that
 * are to be given are left out on purpose: an event that says that one is due no more would tell when it was given.
 */
public final class AppraisalObligations {

    private static final String PERSON = "PERSON";

    private AppraisalObligations() {}

    /** Where nobody stands above the person, nobody in particular has to hold it. */
    public static Optional<ObligationChange> of(AppraisalPublishedV1 appraisal) {
        return Optional.ofNullable(appraisal.interviewerId())
                .map(interviewer -> ObligationChange.of(ObligationId.ofInterview(appraisal.appraisalId()))
                        .about(Topic.of(null, null, appraisal.appraisalId(), appraisal.cycleId()))
                        .waitsFor(List.of(Holder.person(interviewer))));
    }

    /** Whoever held it: it is over for whom it waited. */
    public static List<ObligationChange> of(AppraisalInterviewHeldV1 interview) {
        return List.of(
                ObligationChange.of(ObligationId.ofInterview(interview.appraisalId()))
                        .over(),
                ObligationChange.of(ObligationId.ofAppraisal(interview.appraisalId()))
                        .about(Topic.of(null, null, interview.appraisalId(), interview.cycleId()))
                        .waitsFor(List.of(Holder.person(interview.personId()))));
    }

    /** The superior's signature changes nothing for the person, unless it is the last one. */
    public static Optional<ObligationChange> of(AppraisalSignedV1 signed) {
        return signed.signedAs().equals(PERSON) || signed.complete()
                ? Optional.of(ObligationChange.of(ObligationId.ofAppraisal(signed.appraisalId()))
                        .over())
                : Optional.empty();
    }
}
