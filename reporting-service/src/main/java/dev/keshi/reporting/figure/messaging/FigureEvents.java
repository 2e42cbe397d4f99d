package dev.keshi.reporting.figure.messaging;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.risk.RiskAssessmentOpenedV1;
import dev.keshi.contracts.risk.RiskChangedV1;
import dev.keshi.contracts.risk.RiskClosedV1;
import dev.keshi.contracts.risk.RiskRegisteredV1;
import dev.keshi.contracts.risk.WarningClosedV1;
import dev.keshi.contracts.risk.WarningRaisedV1;
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
import dev.keshi.contracts.workflow.WorkItemTransferredV1;
import dev.keshi.messaging.consumer.EventHandlers;
import dev.keshi.messaging.consumer.ReceivedEvent;
import dev.keshi.reporting.figure.Entry;
import dev.keshi.reporting.figure.EntryKind;
import dev.keshi.service.time.EnterpriseTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which event says what of which entry. */
@Configuration(proxyBeanMethods = false)
class FigureEvents {

    /** Others were withdrawn or terminated, which says nothing of the work. */
    private static final Set<String> DECIDED = Set.of("APPROVED", "REJECTED");

    /** Decides where no person does. */
    private static final String SYSTEM = "system";

    /** Of work that is not reported: what somebody who left has not done is the leader's from then on. */
    private static final String OPEN = "OPEN";

    @Bean
    EventHandlers figureHandlers(EnterpriseTime time) {
        var handlers = EventHandlers.named("figures");
        approvals(handlers, time.zone());
        requests(handlers, time.zone());
        work(handlers, time.zone());
        risks(handlers, time.zone());
        return handlers.readModel(Entry.COLLECTION, Entry.readModel());
    }

    private static void approvals(EventHandlers handlers, ZoneId zone) {
        on(handlers, TaskCreatedV1.class, event -> {
            var task = event.data();
            var entry = Entry.of(EntryKind.APPROVAL, task.taskId(), event, zone)
                    .begun()
                    .inAny(task.departmentIds());
            var assignee = task.assigneeId();
            return assignee == null
                    ? entry.with(task.candidateIds())
                    : entry.with(List.of(assignee)).held();
        });
        on(
                handlers,
                TaskClaimedV1.class,
                event -> Entry.of(EntryKind.APPROVAL, event.data().taskId(), event, zone)
                        .with(List.of(event.data().claimedBy()))
                        .in(event.data().departmentId())
                        .held());
        on(
                handlers,
                TaskReassignedV1.class,
                event -> Entry.of(EntryKind.APPROVAL, event.data().taskId(), event, zone)
                        .with(List.of(event.data().assigneeId()))
                        .in(event.data().departmentId())
                        .held());
        on(
                handlers,
                TaskReleasedV1.class,
                event -> Entry.of(EntryKind.APPROVAL, event.data().taskId(), event, zone)
                        .with(event.data().candidateIds())
                        .inAny(event.data().departmentIds())
                        .heldByNobody());
        on(handlers, TaskDecidedV1.class, event -> {
            var task = event.data();
            var entry = Entry.of(EntryKind.APPROVAL, task.taskId(), event, zone);
            return task.decidedBy().equals(SYSTEM)
                    ? entry.dropped()
                    : entry.with(List.of(task.decidedBy()))
                            .in(task.departmentId())
                            .ended();
        });
        on(
                handlers,
                TaskCancelledV1.class,
                event -> Entry.of(EntryKind.APPROVAL, event.data().taskId(), event, zone)
                        .dropped());
    }

    private static void requests(EventHandlers handlers, ZoneId zone) {
        on(
                handlers,
                RequestSubmittedV1.class,
                event -> Entry.of(EntryKind.REQUEST, event.data().instanceId(), event, zone)
                        .with(List.of(event.data().initiatorId()))
                        .in(event.data().departmentId())
                        .begun());
        on(handlers, RequestEndedV1.class, event -> {
            var request = event.data();
            var entry = Entry.of(EntryKind.REQUEST, request.instanceId(), event, zone)
                    .with(List.of(request.initiatorId()))
                    .in(request.departmentId());
            return DECIDED.contains(request.outcome()) ? entry.ended() : entry.dropped();
        });
    }

    private static void work(EventHandlers handlers, ZoneId zone) {
        on(handlers, WorkItemAssignedV1.class, event -> {
            var work = event.data();
            return Entry.of(EntryKind.WORK, work.workItemId(), event, zone)
                    .begun()
                    .with(List.of(work.ownerId()))
                    .in(work.departmentId())
                    .due(work.dueDate());
        });
        on(handlers, WorkItemTransferredV1.class, event -> {
            var work = event.data();
            return Entry.of(EntryKind.WORK, work.workItemId(), event, zone)
                    .with(List.of(work.ownerId()))
                    .in(work.departmentId())
                    .due(work.dueDate());
        });
        on(
                handlers,
                WorkItemDueDateChangedV1.class,
                event -> Entry.of(EntryKind.WORK, event.data().workItemId(), event, zone)
                        .due(event.data().dueDate()));
        on(
                handlers,
                WorkItemBecameLateV1.class,
                event -> Entry.of(EntryKind.WORK, event.data().workItemId(), event, zone)
                        .late());
        on(
                handlers,
                WorkItemOwnerMovedV1.class,
                event -> Entry.of(EntryKind.WORK, event.data().workItemId(), event, zone)
                        .in(event.data().departmentId()));
        on(handlers, WorkItemHandedOverV1.class, event -> {
            var work = event.data();
            var entry = Entry.of(EntryKind.WORK, work.workItemId(), event, zone).in(work.departmentId());
            return work.status().equals(OPEN) ? entry.with(List.of(work.waitsForId())) : entry;
        });
        on(handlers, WorkItemCompletedV1.class, event -> {
            var work = event.data();
            return Entry.of(EntryKind.WORK, work.workItemId(), event, zone)
                    .with(List.of(work.ownerId()))
                    .in(work.departmentId())
                    .due(work.dueDate())
                    .ended(work.onTime());
        });
        on(
                handlers,
                WorkItemCancelledV1.class,
                event -> Entry.of(EntryKind.WORK, event.data().workItemId(), event, zone)
                        .dropped());
    }

    private static void risks(EventHandlers handlers, ZoneId zone) {
        on(handlers, RiskRegisteredV1.class, event -> {
            var risk = event.data();
            return Entry.of(EntryKind.RISK, risk.riskId(), event, zone)
                    .begun()
                    .with(List.of(risk.ownerId()))
                    .in(risk.departmentId());
        });
        on(handlers, RiskChangedV1.class, event -> {
            var risk = event.data();
            return Entry.of(EntryKind.RISK, risk.riskId(), event, zone)
                    .with(List.of(risk.ownerId()))
                    .in(risk.departmentId());
        });
        on(
                handlers,
                RiskAssessmentOpenedV1.class,
                event -> Entry.of(EntryKind.RISK, event.data().riskId(), event, zone)
                        .reopened());
        on(
                handlers,
                RiskClosedV1.class,
                event -> Entry.of(EntryKind.RISK, event.data().riskId(), event, zone)
                        .ended());
        on(handlers, WarningRaisedV1.class, event -> {
            var warning = event.data();
            return Entry.of(EntryKind.WARNING, warning.warningId(), event, zone)
                    .begun()
                    .with(List.of(warning.ownerId()))
                    .in(warning.departmentId());
        });
        on(
                handlers,
                WarningClosedV1.class,
                event -> Entry.of(EntryKind.WARNING, event.data().warningId(), event, zone)
                        .ended());
    }

    private static <E extends PublishedEvent> void on(
            EventHandlers handlers, Class<E> type, Function<ReceivedEvent<E>, Entry> says) {
        handlers.effects(type, event -> says.apply(event).effects());
    }
}
