package dev.keshi.notification.delivery.messaging;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.notification.NotificationAcknowledgedV1;
import dev.keshi.contracts.notification.NotificationReadV1;
import dev.keshi.contracts.notification.ReminderGivenV1;
import dev.keshi.contracts.notification.ReminderTakenBackV1;
import dev.keshi.contracts.performance.RatingReminderGivenV1;
import dev.keshi.contracts.risk.WarningAcknowledgedV1;
import dev.keshi.contracts.risk.WarningClosedV1;
import dev.keshi.contracts.risk.WarningEscalatedV1;
import dev.keshi.contracts.risk.WarningRaisedV1;
import dev.keshi.contracts.training.AssignmentCompletedV1;
import dev.keshi.contracts.training.AssignmentEndedV1;
import dev.keshi.contracts.training.CertificateExpiredV1;
import dev.keshi.contracts.training.CertificateExpiringV1;
import dev.keshi.contracts.training.CertificateRevokedV1;
import dev.keshi.contracts.training.CourseAssignedV1;
import dev.keshi.contracts.training.EnrolmentMovedUpV1;
import dev.keshi.contracts.training.EnrolmentWithdrawnV1;
import dev.keshi.contracts.training.SessionCancelledV1;
import dev.keshi.contracts.workflow.RequestCommentedV1;
import dev.keshi.contracts.workflow.RequestEndedV1;
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
import dev.keshi.contracts.workflow.WorkItemReportedV1;
import dev.keshi.contracts.workflow.WorkItemReturnedV1;
import dev.keshi.contracts.workflow.WorkItemTransferredV1;
import dev.keshi.messaging.consumer.Effect;
import dev.keshi.messaging.consumer.EventHandlers;
import dev.keshi.messaging.consumer.ReceivedEvent;
import dev.keshi.notification.delivery.ApprovalNews;
import dev.keshi.notification.delivery.RatingNews;
import dev.keshi.notification.delivery.ReminderNews;
import dev.keshi.notification.delivery.TrainingNews;
import dev.keshi.notification.delivery.WarningNews;
import dev.keshi.notification.delivery.WorkItemNews;
import dev.keshi.notification.inbox.InboxChange;
import dev.keshi.notification.inbox.InboxDelivery;
import dev.keshi.notification.inbox.NotificationId;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Approvals and work items, as workflow-service tells them; courses, places and certificates, as training-service does; reminders to rate, as
 * performance-service does; warnings, as risk-service does; reminders and what recipients did, as this service told it, for an inbox that is
 * made anew.
 */
@Configuration(proxyBeanMethods = false)
class InboxEvents {

    @Bean
    EventHandlers inboxHandlers(InboxDelivery inbox) {
        return EventHandlers.named("inbox")
                .effects(TaskCreatedV1.class, to(inbox, ApprovalNews::ofCreation))
                .effects(TaskClaimedV1.class, to(inbox, ApprovalNews::ofClaim))
                .effects(TaskReleasedV1.class, to(inbox, ApprovalNews::ofRelease))
                .effects(TaskReassignedV1.class, to(inbox, ApprovalNews::ofReassignment))
                .effects(TaskDecidedV1.class, to(inbox, ApprovalNews::ofDecision))
                .effects(TaskCancelledV1.class, to(inbox, ApprovalNews::ofCancellation))
                .effects(RequestEndedV1.class, to(inbox, ApprovalNews::ofEnd))
                .effects(RequestCommentedV1.class, to(inbox, ApprovalNews::ofComment))
                .effects(WorkItemAssignedV1.class, to(inbox, WorkItemNews::ofAssignment))
                .effects(WorkItemTransferredV1.class, to(inbox, WorkItemNews::ofTransfer))
                .effects(WorkItemDueDateChangedV1.class, to(inbox, WorkItemNews::ofDueDate))
                .effects(WorkItemBecameLateV1.class, to(inbox, WorkItemNews::ofLateness))
                .effects(WorkItemReportedV1.class, to(inbox, WorkItemNews::ofReport))
                .effects(WorkItemReturnedV1.class, to(inbox, WorkItemNews::ofReturn))
                .effects(WorkItemHandedOverV1.class, to(inbox, WorkItemNews::ofHandover))
                .effects(WorkItemCompletedV1.class, to(inbox, WorkItemNews::ofCompletion))
                .effects(WorkItemCancelledV1.class, to(inbox, WorkItemNews::ofCancellation))
                .effects(CourseAssignedV1.class, to(inbox, TrainingNews::ofAssignment))
                .effects(AssignmentCompletedV1.class, to(inbox, TrainingNews::ofCompletion))
                .effects(AssignmentEndedV1.class, to(inbox, TrainingNews::ofEnd))
                .effects(EnrolmentMovedUpV1.class, to(inbox, TrainingNews::ofMovingUp))
                .effects(EnrolmentWithdrawnV1.class, to(inbox, TrainingNews::ofWithdrawal))
                .effects(SessionCancelledV1.class, to(inbox, TrainingNews::ofCancellation))
                .effects(CertificateExpiringV1.class, to(inbox, TrainingNews::ofExpiring))
                .effects(CertificateExpiredV1.class, to(inbox, TrainingNews::ofExpiry))
                .effects(CertificateRevokedV1.class, to(inbox, TrainingNews::ofRevocation))
                .effects(RatingReminderGivenV1.class, to(inbox, RatingNews::ofReminder))
                .effects(WarningRaisedV1.class, to(inbox, WarningNews::ofRaising))
                .effects(WarningEscalatedV1.class, to(inbox, WarningNews::ofEscalation))
                .effects(WarningAcknowledgedV1.class, to(inbox, WarningNews::ofAcknowledgement))
                .effects(WarningClosedV1.class, to(inbox, WarningNews::ofClosing))
                .effects(ReminderGivenV1.class, to(inbox, ReminderNews::ofReminder))
                .effects(ReminderTakenBackV1.class, to(inbox, ReminderNews::ofTakingBack))
                .effects(NotificationReadV1.class, event -> inbox.deliver(List.of(hasRead(event))))
                .effects(NotificationAcknowledgedV1.class, event -> inbox.deliver(List.of(hasAcknowledged(event))))
                .readModel(InboxDelivery.COLLECTION, InboxDelivery.readModel(), InboxDelivery.EXPIRES);
    }

    private static InboxChange hasRead(ReceivedEvent<NotificationReadV1> event) {
        var at = Objects.requireNonNullElse(event.data().readAt(), event.time());
        return new InboxChange.HasRead(
                new NotificationId(event.key()), at, event.data().toldBy(), event.sequence());
    }

    private static InboxChange hasAcknowledged(ReceivedEvent<NotificationAcknowledgedV1> event) {
        var at = Objects.requireNonNullElse(event.data().acknowledgedAt(), event.time());
        return new InboxChange.HasAcknowledged(
                new NotificationId(event.key()), at, event.data().toldBy(), event.sequence());
    }

    private static <E extends PublishedEvent> Function<ReceivedEvent<E>, List<Effect>> to(
            InboxDelivery inbox, Function<ReceivedEvent<E>, List<InboxChange>> news) {
        return event -> inbox.deliver(news.apply(event));
    }
}
