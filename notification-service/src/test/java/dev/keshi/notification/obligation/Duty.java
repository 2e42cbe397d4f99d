package dev.keshi.notification.obligation;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.performance.AppraisalInterviewHeldV1;
import dev.keshi.contracts.performance.AppraisalInterviewLapsedV1;
import dev.keshi.contracts.performance.AppraisalInterviewPassedOnV1;
import dev.keshi.contracts.performance.AppraisalPublishedV1;
import dev.keshi.contracts.performance.AppraisalSignaturePassedOnV1;
import dev.keshi.contracts.performance.AppraisalSignedV1;
import dev.keshi.contracts.risk.MeasureAssignedV1;
import dev.keshi.contracts.risk.MeasureCancelledV1;
import dev.keshi.contracts.risk.MeasureCompletedV1;
import dev.keshi.contracts.risk.RiskAssessmentOpenedV1;
import dev.keshi.contracts.risk.RiskAssessmentVerifiedV1;
import dev.keshi.contracts.risk.RoundAnsweredV1;
import dev.keshi.contracts.risk.RoundAskedV1;
import dev.keshi.contracts.risk.WarningAcknowledgedV1;
import dev.keshi.contracts.risk.WarningEscalatedV1;
import dev.keshi.contracts.risk.WarningRaisedV1;
import dev.keshi.contracts.training.AssignmentCompletedV1;
import dev.keshi.contracts.training.AssignmentEndedV1;
import dev.keshi.contracts.training.BehaviourRatedV1;
import dev.keshi.contracts.training.BehaviourRatingDueV1;
import dev.keshi.contracts.training.BehaviourRatingLapsedV1;
import dev.keshi.contracts.training.CourseAssignedV1;
import dev.keshi.contracts.training.CoursePublishedV1;
import dev.keshi.contracts.training.ReactionAskedV1;
import dev.keshi.contracts.training.ReactionSettledV1;
import dev.keshi.contracts.workflow.WorkItemAssignedV1;
import dev.keshi.contracts.workflow.WorkItemCancelledV1;
import dev.keshi.contracts.workflow.WorkItemReportedV1;
import dev.keshi.contracts.workflow.WorkItemTransferredV1;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Things that somebody has to do, in the words of the services in which they are done. */
public record Duty(String id, LocalDate due) {

    public static Duty dueOn(LocalDate due) {
        return new Duty(UUID.randomUUID().toString(), due);
    }

    public PublishedEvent measure(String owner) {
        return new MeasureAssignedV1("risk-" + id, id, null, "d-1", "引入第二家供应商", owner, due, null, null);
    }

    public PublishedEvent measureDone(String owner) {
        return new MeasureCompletedV1("risk-" + id, id, null, "d-1", owner, due, due, true, null, null);
    }

    public PublishedEvent measureCancelled(String owner) {
        return new MeasureCancelledV1("risk-" + id, id, "d-1", owner);
    }

    public PublishedEvent work(String owner, @Nullable String assigner, @Nullable String reference) {
        return new WorkItemAssignedV1(
                id, "整理客户反馈", owner, "d-1", assigner, reference == null ? "PERSON" : "EVENT", reference, due, "HIGH");
    }

    public PublishedEvent workTransferred(String to, String from) {
        return new WorkItemTransferredV1(id, "整理客户反馈", to, "d-1", from, from, due, "HIGH", from);
    }

    public PublishedEvent workReported(String owner, String assigner) {
        return new WorkItemReportedV1(id, "整理客户反馈", owner, "d-1", assigner, due, Instant.EPOCH, true);
    }

    public PublishedEvent workCancelled(String owner, String by) {
        return new WorkItemCancelledV1(id, "整理客户反馈", owner, "d-1", null, by);
    }

    public PublishedEvent warning(String owner) {
        return new WarningRaisedV1(
                id, "i-1", "risk-1", "d-1", owner, "交货延误率", "Late deliveries", "%", "ABOVE", "10", due, "11");
    }

    public PublishedEvent warningEscalated(String owner, String to) {
        return new WarningEscalatedV1(id, "i-1", "risk-1", "d-1", owner, to, "交货延误率", "Late deliveries");
    }

    public PublishedEvent warningAcknowledged(String owner) {
        return new WarningAcknowledgedV1(id, "d-1", owner, owner);
    }

    public PublishedEvent asked(String department) {
        return new RoundAskedV1(id, "round-1", department, "第四季度风险识别", due);
    }

    public PublishedEvent answered(String department, String by) {
        return new RoundAnsweredV1(id, "round-1", department, by, "NOTHING_NEW", 0);
    }

    public PublishedEvent appraisal(String person, @Nullable String interviewer) {
        return new AppraisalPublishedV1(
                id, "cycle-1", person, "d-1", "88.5", "GOOD", List.of(), 1, null, due.minusDays(30), due, interviewer);
    }

    public PublishedEvent passedOn(String person, @Nullable String interviewer) {
        return new AppraisalInterviewPassedOnV1(id, "cycle-1", person, interviewer, due.minusDays(30), due);
    }

    public PublishedEvent interviewed(String person) {
        return new AppraisalInterviewHeldV1(id, "cycle-1", person, due, due.minusDays(30), due);
    }

    public PublishedEvent interviewLapsed(String person) {
        return new AppraisalInterviewLapsedV1(id, "cycle-1", person);
    }

    public PublishedEvent signaturePassedOn(String person, String left, @Nullable String signatory) {
        return new AppraisalSignaturePassedOnV1(id, "cycle-1", person, left, signatory, due, due.minusDays(30), due);
    }

    public PublishedEvent reactionAsked(String person) {
        return new ReactionAskedV1(id, "T-" + id, person, due);
    }

    public PublishedEvent reactionSettled() {
        return new ReactionSettledV1(id, "T-" + id);
    }

    public PublishedEvent ratingDue(String person, String superior) {
        return new BehaviourRatingDueV1(id, "T-" + id, person, superior, due);
    }

    public PublishedEvent rated(String person, String superior) {
        return new BehaviourRatedV1(id, "T-" + id, person, superior);
    }

    public PublishedEvent ratingLapsed(String person, String superior) {
        return new BehaviourRatingLapsedV1(id, "T-" + id, person, superior);
    }

    public PublishedEvent course(String person) {
        return new CourseAssignedV1(id, person, "d-1", "T-" + id, "INDUCTION", null, due, null);
    }

    public PublishedEvent courseCalled(String name, String nameEn) {
        return new CoursePublishedV1(
                "T-" + id, name, nameEn, "INTERNAL", "COMPLIANCE", 90, List.of(), List.of(), true, List.of(), null);
    }

    public PublishedEvent courseTaken(String person) {
        return new AssignmentCompletedV1(id, person, "d-1", "T-" + id, due, "session/s-1", false, due);
    }

    public PublishedEvent courseEnded(String person, String by) {
        return new AssignmentEndedV1(id, person, "d-1", "T-" + id, "CANCELLED", by);
    }

    public PublishedEvent assessment(String owner, @Nullable String title) {
        return new RiskAssessmentOpenedV1(
                "risk-" + id, "risk-" + id + "-1", "d-1", owner, "WARNING", List.of("w"), title);
    }

    public PublishedEvent verified(boolean effective) {
        return new RiskAssessmentVerifiedV1("risk-" + id, "risk-" + id + "-1", "d-1", "vera", effective, List.of("w"));
    }

    public PublishedEvent signed(String person, String as, boolean complete) {
        return new AppraisalSignedV1(id, "cycle-1", person, as, complete);
    }
}
