package dev.keshi.contracts;

import dev.keshi.contracts.notification.NotificationAcknowledgedV1;
import dev.keshi.contracts.notification.NotificationReadV1;
import dev.keshi.contracts.notification.ReminderGivenV1;
import dev.keshi.contracts.notification.ReminderTakenBackV1;
import dev.keshi.contracts.operations.DiscardRequestedV1;
import dev.keshi.contracts.operations.RebuildEndedV1;
import dev.keshi.contracts.operations.RebuildStartedV1;
import dev.keshi.contracts.operations.RedriveEndedV1;
import dev.keshi.contracts.operations.RedriveRequestedV1;
import dev.keshi.contracts.operations.ReplayEndedV1;
import dev.keshi.contracts.operations.ReplayOpenedV1;
import dev.keshi.contracts.operations.ReplayRequestedV1;
import dev.keshi.contracts.org.AccountActivatedV1;
import dev.keshi.contracts.org.AccountClosedV1;
import dev.keshi.contracts.org.AccountInvitedV1;
import dev.keshi.contracts.org.AccountLockedV1;
import dev.keshi.contracts.org.AccountPasswordChangedV1;
import dev.keshi.contracts.org.AccountRolesChangedV1;
import dev.keshi.contracts.org.AccountUnlockedV1;
import dev.keshi.contracts.org.DepartmentClosedV1;
import dev.keshi.contracts.org.DepartmentLeadershipChangedV1;
import dev.keshi.contracts.org.DepartmentMovedV1;
import dev.keshi.contracts.org.DepartmentOpenedV1;
import dev.keshi.contracts.org.DepartmentRenamedV1;
import dev.keshi.contracts.org.IntegrationClientClosedV1;
import dev.keshi.contracts.org.IntegrationClientRegisteredV1;
import dev.keshi.contracts.org.IntegrationClientRolesChangedV1;
import dev.keshi.contracts.org.IntegrationClientSecretReplacedV1;
import dev.keshi.contracts.org.PersonDetailsChangedV1;
import dev.keshi.contracts.org.PersonHiredV1;
import dev.keshi.contracts.org.PersonKeyDestroyedV1;
import dev.keshi.contracts.org.PersonKeyIssuedV1;
import dev.keshi.contracts.org.PersonSeparatedV1;
import dev.keshi.contracts.org.PersonTransferredV1;
import dev.keshi.contracts.org.PositionDefinedV1;
import dev.keshi.contracts.org.PositionRetiredV1;
import dev.keshi.contracts.org.PositionRevisedV1;
import dev.keshi.contracts.org.ReportingLineChangedV1;
import dev.keshi.contracts.org.SigningKeyPublishedV1;
import dev.keshi.contracts.performance.AppraisalInterviewHeldV1;
import dev.keshi.contracts.performance.AppraisalInterviewLapsedV1;
import dev.keshi.contracts.performance.AppraisalInterviewPassedOnV1;
import dev.keshi.contracts.performance.AppraisalOpenedV1;
import dev.keshi.contracts.performance.AppraisalPublishedV1;
import dev.keshi.contracts.performance.AppraisalSignaturePassedOnV1;
import dev.keshi.contracts.performance.AppraisalSignedV1;
import dev.keshi.contracts.performance.CycleCancelledV1;
import dev.keshi.contracts.performance.CycleOpenedV1;
import dev.keshi.contracts.performance.CyclePublishedV1;
import dev.keshi.contracts.performance.FigureRecordedV1;
import dev.keshi.contracts.performance.GoalAdjustedV1;
import dev.keshi.contracts.performance.GoalEndedV1;
import dev.keshi.contracts.performance.GoalSetV1;
import dev.keshi.contracts.performance.IndicatorDefinedV1;
import dev.keshi.contracts.performance.IndicatorMovedV1;
import dev.keshi.contracts.performance.RatingReminderGivenV1;
import dev.keshi.contracts.performance.TemplateReleasedV1;
import dev.keshi.contracts.risk.MatrixReleasedV1;
import dev.keshi.contracts.risk.MeasureAssignedV1;
import dev.keshi.contracts.risk.MeasureCancelledV1;
import dev.keshi.contracts.risk.MeasureCompletedV1;
import dev.keshi.contracts.risk.RiskAcceptanceExpiredV1;
import dev.keshi.contracts.risk.RiskAssessedV1;
import dev.keshi.contracts.risk.RiskAssessmentOpenedV1;
import dev.keshi.contracts.risk.RiskAssessmentVerifiedV1;
import dev.keshi.contracts.risk.RiskChangedV1;
import dev.keshi.contracts.risk.RiskClosedV1;
import dev.keshi.contracts.risk.RiskIndicatorDefinedV1;
import dev.keshi.contracts.risk.RiskIndicatorReportedV1;
import dev.keshi.contracts.risk.RiskIndicatorRetiredV1;
import dev.keshi.contracts.risk.RiskRegisteredV1;
import dev.keshi.contracts.risk.RiskRespondedV1;
import dev.keshi.contracts.risk.RoundAnsweredV1;
import dev.keshi.contracts.risk.RoundAskedV1;
import dev.keshi.contracts.risk.RoundOpenedV1;
import dev.keshi.contracts.risk.WarningAcknowledgedV1;
import dev.keshi.contracts.risk.WarningClosedV1;
import dev.keshi.contracts.risk.WarningEscalatedV1;
import dev.keshi.contracts.risk.WarningRaisedV1;
import dev.keshi.contracts.risk.WarningRecoveredV1;
import dev.keshi.contracts.training.AssignmentCompletedV1;
import dev.keshi.contracts.training.AssignmentEndedV1;
import dev.keshi.contracts.training.AssignmentOverdueV1;
import dev.keshi.contracts.training.AttemptsRenewedV1;
import dev.keshi.contracts.training.AttendanceRecordedV1;
import dev.keshi.contracts.training.BehaviourRatedV1;
import dev.keshi.contracts.training.BehaviourRatingDueV1;
import dev.keshi.contracts.training.BehaviourRatingLapsedV1;
import dev.keshi.contracts.training.CertificateExpiredV1;
import dev.keshi.contracts.training.CertificateExpiringV1;
import dev.keshi.contracts.training.CertificateIssuedV1;
import dev.keshi.contracts.training.CertificateRevokedV1;
import dev.keshi.contracts.training.CourseAssignedV1;
import dev.keshi.contracts.training.CoursePublishedV1;
import dev.keshi.contracts.training.CourseRetiredV1;
import dev.keshi.contracts.training.CoursewareReleasedV1;
import dev.keshi.contracts.training.EffectMeasuredV1;
import dev.keshi.contracts.training.EnrolmentConfirmedV1;
import dev.keshi.contracts.training.EnrolmentMovedUpV1;
import dev.keshi.contracts.training.EnrolmentWaitlistedV1;
import dev.keshi.contracts.training.EnrolmentWithdrawnV1;
import dev.keshi.contracts.training.FigureEffectMeasuredV1;
import dev.keshi.contracts.training.QuizFailedV1;
import dev.keshi.contracts.training.QuizPassedV1;
import dev.keshi.contracts.training.QuizStartedV1;
import dev.keshi.contracts.training.ReactionAskedV1;
import dev.keshi.contracts.training.ReactionSettledV1;
import dev.keshi.contracts.training.ReactionShownV1;
import dev.keshi.contracts.training.SessionCancelledV1;
import dev.keshi.contracts.training.SessionScheduledV1;
import dev.keshi.contracts.workflow.ProcessDeployedV1;
import dev.keshi.contracts.workflow.RequestCommentedV1;
import dev.keshi.contracts.workflow.RequestEndedV1;
import dev.keshi.contracts.workflow.RequestSubmittedV1;
import dev.keshi.contracts.workflow.TaskCancelledV1;
import dev.keshi.contracts.workflow.TaskClaimedV1;
import dev.keshi.contracts.workflow.TaskCreatedV1;
import dev.keshi.contracts.workflow.TaskDecidedV1;
import dev.keshi.contracts.workflow.TaskReassignedV1;
import dev.keshi.contracts.workflow.TaskReleasedV1;
import dev.keshi.contracts.workflow.WorkItemAssignedV1;
import dev.keshi.contracts.workflow.WorkItemBecameLateV1;
import dev.keshi.contracts.workflow.WorkItemCancelledV1;
import dev.keshi.contracts.workflow.WorkItemCompletedV1;
import dev.keshi.contracts.workflow.WorkItemDueDateChangedV1;
import dev.keshi.contracts.workflow.WorkItemHandedOverV1;
import dev.keshi.contracts.workflow.WorkItemOwnerMovedV1;
import dev.keshi.contracts.workflow.WorkItemReportedV1;
import dev.keshi.contracts.workflow.WorkItemReturnedV1;
import dev.keshi.contracts.workflow.WorkItemTransferredV1;
import dev.keshi.contracts.workflow.WorkPlanActivatedV1;
import dev.keshi.contracts.workflow.WorkPlanEndedV1;
import dev.keshi.contracts.workflow.WorkPlanRevisedV1;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every event type there is. A record that is not listed here cannot be published or received. */
public final class EventCatalogue {

    private static final List<Class<? extends PublishedEvent>> EVENTS = List.of(
            // organisation: departments, positions, people
            DepartmentOpenedV1.class,
            DepartmentRenamedV1.class,
            DepartmentMovedV1.class,
            DepartmentLeadershipChangedV1.class,
            DepartmentClosedV1.class,
            PositionDefinedV1.class,
            PositionRevisedV1.class,
            PositionRetiredV1.class,
            PersonHiredV1.class,
            PersonTransferredV1.class,
            ReportingLineChangedV1.class,
            PersonDetailsChangedV1.class,
            PersonSeparatedV1.class,
            // org-service
            SigningKeyPublishedV1.class,
            PersonKeyIssuedV1.class,
            PersonKeyDestroyedV1.class,
            // accounts and integration clients
            AccountInvitedV1.class,
            AccountActivatedV1.class,
            AccountRolesChangedV1.class,
            AccountPasswordChangedV1.class,
            AccountLockedV1.class,
            AccountUnlockedV1.class,
            AccountClosedV1.class,
            IntegrationClientRegisteredV1.class,
            IntegrationClientRolesChangedV1.class,
            IntegrationClientSecretReplacedV1.class,
            IntegrationClientClosedV1.class,
            // requests and tasks
            ProcessDeployedV1.class,
            RequestSubmittedV1.class,
            TaskCreatedV1.class,
            TaskClaimedV1.class,
            TaskReleasedV1.class,
            TaskReassignedV1.class,
            TaskDecidedV1.class,
            TaskCancelledV1.class,
            RequestCommentedV1.class,
            RequestEndedV1.class,
            // work items
            WorkItemAssignedV1.class,
            WorkItemDueDateChangedV1.class,
            WorkItemTransferredV1.class,
            WorkItemReportedV1.class,
            WorkItemReturnedV1.class,
            WorkItemBecameLateV1.class,
            WorkItemCompletedV1.class,
            WorkItemCancelledV1.class,
            WorkItemOwnerMovedV1.class,
            WorkItemHandedOverV1.class,
            // work plans
            WorkPlanActivatedV1.class,
            WorkPlanRevisedV1.class,
            WorkPlanEndedV1.class,
            // notifications
            NotificationReadV1.class,
            NotificationAcknowledgedV1.class,
            ReminderGivenV1.class,
            ReminderTakenBackV1.class,
            // appraisal
            TemplateReleasedV1.class,
            CycleCancelledV1.class,
            CycleOpenedV1.class,
            CyclePublishedV1.class,
            AppraisalOpenedV1.class,
            AppraisalPublishedV1.class,
            AppraisalInterviewPassedOnV1.class,
            AppraisalInterviewLapsedV1.class,
            AppraisalInterviewHeldV1.class,
            AppraisalSignaturePassedOnV1.class,
            AppraisalSignedV1.class,
            RatingReminderGivenV1.class,
            IndicatorDefinedV1.class,
            IndicatorMovedV1.class,
            FigureRecordedV1.class,
            GoalSetV1.class,
            GoalAdjustedV1.class,
            GoalEndedV1.class,
            // training
            CoursePublishedV1.class,
            CourseRetiredV1.class,
            SessionScheduledV1.class,
            SessionCancelledV1.class,
            EnrolmentConfirmedV1.class,
            EnrolmentWaitlistedV1.class,
            EnrolmentMovedUpV1.class,
            EnrolmentWithdrawnV1.class,
            AttendanceRecordedV1.class,
            CourseAssignedV1.class,
            AssignmentCompletedV1.class,
            AssignmentOverdueV1.class,
            AssignmentEndedV1.class,
            EffectMeasuredV1.class,
            FigureEffectMeasuredV1.class,
            // risk
            MatrixReleasedV1.class,
            RiskRegisteredV1.class,
            RiskChangedV1.class,
            RiskAssessedV1.class,
            RiskRespondedV1.class,
            RiskAcceptanceExpiredV1.class,
            RiskAssessmentOpenedV1.class,
            RiskAssessmentVerifiedV1.class,
            MeasureAssignedV1.class,
            MeasureCompletedV1.class,
            MeasureCancelledV1.class,
            RiskClosedV1.class,
            RiskIndicatorDefinedV1.class,
            RiskIndicatorReportedV1.class,
            RiskIndicatorRetiredV1.class,
            WarningRaisedV1.class,
            WarningRecoveredV1.class,
            WarningAcknowledgedV1.class,
            WarningEscalatedV1.class,
            WarningClosedV1.class,
            RoundOpenedV1.class,
            RoundAskedV1.class,
            RoundAnsweredV1.class,
            // lessons and quizzes
            CoursewareReleasedV1.class,
            QuizStartedV1.class,
            QuizPassedV1.class,
            QuizFailedV1.class,
            AttemptsRenewedV1.class,
            // certificates
            CertificateIssuedV1.class,
            CertificateExpiringV1.class,
            CertificateExpiredV1.class,
            CertificateRevokedV1.class,
            // evaluation of training
            ReactionAskedV1.class,
            ReactionSettledV1.class,
            ReactionShownV1.class,
            BehaviourRatingDueV1.class,
            BehaviourRatedV1.class,
            BehaviourRatingLapsedV1.class,
            // any service
            RedriveRequestedV1.class,
            DiscardRequestedV1.class,
            RedriveEndedV1.class,
            ReplayRequestedV1.class,
            ReplayOpenedV1.class,
            ReplayEndedV1.class,
            RebuildStartedV1.class,
            RebuildEndedV1.class);

    private static final Map<String, EventDescriptor> BY_TYPE = byType();

    private EventCatalogue() {}

    public static List<EventDescriptor> all() {
        return List.copyOf(BY_TYPE.values());
    }

    /** Empty for a type this release does not know: such a record is parked, never skipped. */
    public static Optional<EventDescriptor> find(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    /** @throws IllegalArgumentException when the record is not in the catalogue */
    public static EventDescriptor describe(Class<? extends PublishedEvent> event) {
        return find(EventDescriptor.of(event).type())
                .orElseThrow(() -> new IllegalArgumentException(event.getName() + " is not in the event catalogue"));
    }

    private static Map<String, EventDescriptor> byType() {
        var types = new LinkedHashMap<String, EventDescriptor>();
        for (var event : EVENTS) {
            var descriptor = EventDescriptor.of(event);
            if (types.put(descriptor.type(), descriptor) != null) {
                throw new IllegalStateException("Two records for " + descriptor.type());
            }
        }
        return Collections.unmodifiableMap(types);
    }
}
