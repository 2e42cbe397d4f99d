package dev.keshi.notification.obligation;

import dev.keshi.contracts.performance.AppraisalInterviewHeldV1;
import dev.keshi.contracts.performance.AppraisalInterviewLapsedV1;
import dev.keshi.contracts.performance.AppraisalInterviewPassedOnV1;
import dev.keshi.contracts.performance.AppraisalPublishedV1;
import dev.keshi.contracts.performance.AppraisalSignaturePassedOnV1;
import dev.keshi.contracts.performance.AppraisalSignedV1;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Interviews that are to be held about what came out, and appraisals that both have to sign, once the interview was held. Ratings that
 * are to be given are left out on purpose: an event that says that one is due no more would tell when it was given.
 */
public final class AppraisalObligations {

    private static final String PERSON = "PERSON";

    /** Ours: after a week the superior is late. The person has none: nobody is made to agree by a day. */
    private static final int DAYS_TO_SIGN = 7;

    private AppraisalObligations() {}

    /** Where it names nobody, another event says who has to hold it; those from before there was one leave it to nobody in particular. */
    public static Optional<ObligationChange> of(AppraisalPublishedV1 appraisal) {
        var topic = topic(appraisal.appraisalId(), appraisal.cycleId(), appraisal.firstDay(), appraisal.lastDay())
                .ofPerson(appraisal.personId());
        return Optional.ofNullable(appraisal.interviewerId())
                .map(interviewer -> ObligationChange.of(ObligationId.ofInterview(appraisal.appraisalId()))
                        .about(topic)
                        .waitsFor(List.of(Holder.person(interviewer))));
    }

    /**
     * Where it is not the superior who holds it, personnel may have to: whoever stands above may have rated as a peer, which is told to nobody, and then
     * cannot. So it is in both lists, whether or not that is so.
     */
    public static ObligationChange of(AppraisalInterviewPassedOnV1 passed) {
        return ObligationChange.of(ObligationId.ofInterview(passed.appraisalId()))
                .about(topic(passed.appraisalId(), passed.cycleId(), passed.firstDay(), passed.lastDay())
                        .ofPerson(passed.personId()))
                .waitsFor(whomOrPersonnel(passed.interviewerId()))
                .exceptOf(passed.personId());
    }

    private static List<Holder> whomOrPersonnel(@Nullable String above) {
        return Stream.concat(Stream.ofNullable(above).map(Holder::person), Stream.of(Holder.personnel()))
                .toList();
    }

    /** With whoever is not there any more nobody talks. */
    public static ObligationChange of(AppraisalInterviewLapsedV1 lapsed) {
        return ObligationChange.of(ObligationId.ofInterview(lapsed.appraisalId()))
                .over();
    }

    /**
     * Whoever held it: it is over for whom it waited, and that one signs in the superior's place.
     *
     * @param by who held it
     */
    public static List<ObligationChange> of(AppraisalInterviewHeldV1 interview, String by) {
        return List.of(
                ObligationChange.of(ObligationId.ofInterview(interview.appraisalId()))
                        .over(),
                ObligationChange.of(ObligationId.ofSignature(interview.appraisalId()))
                        .about(named(topic(
                                        interview.appraisalId(),
                                        interview.cycleId(),
                                        interview.firstDay(),
                                        interview.lastDay()))
                                .ofPerson(interview.personId()))
                        .waitsFor(List.of(Holder.person(by)))
                        .dueOn(lastDayToSign(interview.heldOn())),
                ObligationChange.of(ObligationId.ofAppraisal(interview.appraisalId()))
                        .about(topic(
                                interview.appraisalId(),
                                interview.cycleId(),
                                interview.firstDay(),
                                interview.lastDay()))
                        .waitsFor(List.of(Holder.person(interview.personId()))));
    }

    /** Called by its period, so that two can be told apart; by nothing in events from before it was told. */
    private static Topic topic(
            String appraisalId, String cycleId, @Nullable LocalDate first, @Nullable LocalDate last) {
        return first == null || last == null
                ? Topic.of(null, null, appraisalId, cycleId)
                : Topic.of(first + " 至 " + last, first + " to " + last, appraisalId, cycleId);
    }

    /** A reminder says no more than this, so it says what is to be signed. */
    private static Topic named(Topic period) {
        return period.title() == null
                ? period.called("考核结果", "Appraisal")
                : period.called("考核结果 " + period.title(), "Appraisal " + period.titleEn());
    }

    private static LocalDate lastDayToSign(LocalDate heldOn) {
        return heldOn.plusDays(DAYS_TO_SIGN);
    }

    /** As interviews are passed on, by the same day as before: whoever comes later is late with it from the beginning, and sees by how much. */
    public static ObligationChange of(AppraisalSignaturePassedOnV1 passed) {
        return ObligationChange.of(ObligationId.ofSignature(passed.appraisalId()))
                .about(named(topic(passed.appraisalId(), passed.cycleId(), passed.firstDay(), passed.lastDay()))
                        .ofPerson(passed.personId()))
                .waitsFor(whomOrPersonnel(passed.signatoryId()))
                .exceptOf(passed.personId())
                .dueOn(lastDayToSign(passed.heldOn()));
    }

    /** The signature of the one changes nothing for the other, unless it is the last one. */
    public static List<ObligationChange> of(AppraisalSignedV1 signed) {
        boolean byPerson = signed.signedAs().equals(PERSON);
        return Stream.of(
                        Optional.of(ObligationId.ofAppraisal(signed.appraisalId()))
                                .filter(_ -> byPerson || signed.complete()),
                        Optional.of(ObligationId.ofSignature(signed.appraisalId()))
                                .filter(_ -> !byPerson || signed.complete()))
                .flatMap(Optional::stream)
                .map(over -> ObligationChange.of(over).over())
                .toList();
    }
}
