package dev.keshi.notification.obligation.messaging;

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
import dev.keshi.contracts.risk.WarningClosedV1;
import dev.keshi.contracts.risk.WarningEscalatedV1;
import dev.keshi.contracts.risk.WarningRaisedV1;
import dev.keshi.contracts.training.AssignmentCompletedV1;
import dev.keshi.contracts.training.AssignmentEndedV1;
import dev.keshi.contracts.training.BehaviourRatedV1;
import dev.keshi.contracts.training.BehaviourRatingDueV1;
import dev.keshi.contracts.training.BehaviourRatingLapsedV1;
import dev.keshi.contracts.training.CourseAssignedV1;
import dev.keshi.contracts.training.ReactionAskedV1;
import dev.keshi.contracts.training.ReactionSettledV1;
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
import dev.keshi.notification.obligation.AppraisalObligations;
import dev.keshi.notification.obligation.ApprovalObligations;
import dev.keshi.notification.obligation.ObligationChange;
import dev.keshi.notification.obligation.ObligationDelivery;
import dev.keshi.notification.obligation.RiskObligations;
import dev.keshi.notification.obligation.TrainingObligations;
import dev.keshi.notification.obligation.WorkObligations;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whatever puts something on somebody's list, moves it, or takes it off. A service that comes adds its events here. */
@Configuration(proxyBeanMethods = false)
class ObligationEvents {

    @Bean
    EventHandlers obligationHandlers() {
        var handlers = EventHandlers.named("obligations");
        approvals(handlers);
        work(handlers);
        risks(handlers);
        appraisals(handlers);
        courses(handlers);
        return handlers.readModel(
                ObligationDelivery.COLLECTION, ObligationDelivery.readModel(), ObligationDelivery.EXPIRES);
    }

    private static void approvals(EventHandlers handlers) {
        on(handlers, TaskCreatedV1.class, ApprovalObligations::of);
        on(handlers, TaskClaimedV1.class, ApprovalObligations::of);
        on(handlers, TaskReleasedV1.class, ApprovalObligations::of);
        on(handlers, TaskReassignedV1.class, ApprovalObligations::of);
        on(handlers, TaskDecidedV1.class, ApprovalObligations::of);
        on(handlers, TaskCancelledV1.class, ApprovalObligations::of);
    }

    private static void work(EventHandlers handlers) {
        on(handlers, WorkItemAssignedV1.class, WorkObligations::of);
        on(handlers, WorkItemTransferredV1.class, WorkObligations::of);
        on(handlers, WorkItemDueDateChangedV1.class, WorkObligations::of);
        on(handlers, WorkItemBecameLateV1.class, WorkObligations::of);
        on(handlers, WorkItemReportedV1.class, WorkObligations::of);
        on(handlers, WorkItemReturnedV1.class, WorkObligations::of);
        on(handlers, WorkItemHandedOverV1.class, WorkObligations::of);
        on(handlers, WorkItemCompletedV1.class, WorkObligations::of);
        on(handlers, WorkItemCancelledV1.class, WorkObligations::of);
    }

    private static void risks(EventHandlers handlers) {
        on(handlers, MeasureAssignedV1.class, RiskObligations::of);
        on(handlers, MeasureCompletedV1.class, RiskObligations::of);
        on(handlers, MeasureCancelledV1.class, RiskObligations::of);
        on(handlers, WarningRaisedV1.class, RiskObligations::of);
        on(handlers, WarningEscalatedV1.class, RiskObligations::of);
        on(handlers, WarningAcknowledgedV1.class, RiskObligations::of);
        on(handlers, WarningClosedV1.class, RiskObligations::of);
        on(handlers, RiskAssessmentOpenedV1.class, RiskObligations::of);
        mayChange(handlers, RiskAssessmentVerifiedV1.class, RiskObligations::of);
        on(handlers, RoundAskedV1.class, RiskObligations::of);
        on(handlers, RoundAnsweredV1.class, RiskObligations::of);
    }

    private static void appraisals(EventHandlers handlers) {
        mayChange(handlers, AppraisalPublishedV1.class, AppraisalObligations::of);
        on(handlers, AppraisalInterviewPassedOnV1.class, AppraisalObligations::of);
        on(handlers, AppraisalInterviewLapsedV1.class, AppraisalObligations::of);
        on(handlers, AppraisalSignaturePassedOnV1.class, AppraisalObligations::of);
        handlers.effects(
                AppraisalInterviewHeldV1.class,
                event -> AppraisalObligations.of(event.data(), event.actor()).stream()
                        .flatMap(change -> ObligationDelivery.deliver(event, change).stream())
                        .toList());
        handlers.effects(
                AppraisalSignedV1.class,
                event -> AppraisalObligations.of(event.data()).stream()
                        .flatMap(change -> ObligationDelivery.deliver(event, change).stream())
                        .toList());
    }

    private static void courses(EventHandlers handlers) {
        on(handlers, CourseAssignedV1.class, TrainingObligations::of);
        on(handlers, AssignmentCompletedV1.class, TrainingObligations::of);
        on(handlers, AssignmentEndedV1.class, TrainingObligations::of);
        on(handlers, ReactionAskedV1.class, TrainingObligations::of);
        on(handlers, ReactionSettledV1.class, TrainingObligations::of);
        on(handlers, BehaviourRatingDueV1.class, TrainingObligations::of);
        on(handlers, BehaviourRatedV1.class, TrainingObligations::of);
        on(handlers, BehaviourRatingLapsedV1.class, TrainingObligations::of);
    }

    /** Whether it changes anything depends on what it says. */
    private static <E extends PublishedEvent> void mayChange(
            EventHandlers handlers, Class<E> type, Function<E, Optional<ObligationChange>> says) {
        handlers.effects(
                type,
                event -> says.apply(event.data())
                        .map(change -> ObligationDelivery.deliver(event, change))
                        .orElseGet(Effect::none));
    }

    private static <E extends PublishedEvent> void on(
            EventHandlers handlers, Class<E> type, Function<E, ObligationChange> says) {
        Function<ReceivedEvent<E>, List<Effect>> handler =
                event -> ObligationDelivery.deliver(event, says.apply(event.data()));
        handlers.effects(type, handler);
    }
}
