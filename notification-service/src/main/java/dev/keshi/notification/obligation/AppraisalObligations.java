package dev.keshi.notification.obligation;

import dev.keshi.contracts.performance.AppraisalPublishedV1;
import dev.keshi.contracts.performance.AppraisalSignedV1;
import java.util.List;
import java.util.Optional;

/**
 * Appraisals that the person has to sign. Whose superior has to sign stands in no event, and ratings that are to be given
 * are left out on purpose: an event that says that one is due no more would tell when it was given.
 */
public final class AppraisalObligations {

    private static final String PERSON = "PERSON";

    private AppraisalObligations() {}

    public static ObligationChange of(AppraisalPublishedV1 appraisal) {
        return ObligationChange.of(ObligationId.ofAppraisal(appraisal.appraisalId()))
                .about(Topic.of(null, null, appraisal.appraisalId(), appraisal.cycleId()))
                .waitsFor(List.of(Holder.person(appraisal.personId())));
    }

    /** The superior's signature changes nothing for the person, unless it is the last one. */
    public static Optional<ObligationChange> of(AppraisalSignedV1 signed) {
        return signed.signedAs().equals(PERSON) || signed.complete()
                ? Optional.of(ObligationChange.of(ObligationId.ofAppraisal(signed.appraisalId()))
                        .over())
                : Optional.empty();
    }
}
