package dev.keshi.notification.obligation;

import dev.keshi.contracts.workflow.WorkItemAssignedV1;
import dev.keshi.contracts.workflow.WorkItemBecameLateV1;
import dev.keshi.contracts.workflow.WorkItemCancelledV1;
import dev.keshi.contracts.workflow.WorkItemCompletedV1;
import dev.keshi.contracts.workflow.WorkItemDueDateChangedV1;
import dev.keshi.contracts.workflow.WorkItemHandedOverV1;
import dev.keshi.contracts.workflow.WorkItemReportedV1;
import dev.keshi.contracts.workflow.WorkItemReturnedV1;
import dev.keshi.contracts.workflow.WorkItemTransferredV1;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Work items: their owner's until they are reported, then whoever has to accept them; a leader's where that person has left. */
public final class WorkObligations {

    /** Reference of work that a measure of risk-service asked for: {@code risk-measure/RISK/MEASURE}, whatever follows. */
    private static final Pattern OF_MEASURE = Pattern.compile("risk-measure/[^/]+/([^/]+)(/.*)?");

    private static final String REPORTED = "REPORTED";

    private WorkObligations() {}

    public static ObligationChange of(WorkItemAssignedV1 work) {
        return owned(work.workItemId(), work.title(), work.ownerId(), work.dueDate())
                .standingFor(standsFor(work.originReference()));
    }

    public static ObligationChange of(WorkItemTransferredV1 work) {
        return owned(work.workItemId(), work.title(), work.ownerId(), work.dueDate());
    }

    /** Whose move it is does not change. */
    public static ObligationChange of(WorkItemDueDateChangedV1 work) {
        return about(work.workItemId(), work.title()).dueOn(work.dueDate());
    }

    /** Nothing changes but the day; who heard of it late knows what it is about. */
    public static ObligationChange of(WorkItemBecameLateV1 work) {
        return about(work.workItemId(), work.title());
    }

    public static ObligationChange of(WorkItemReportedV1 work) {
        return about(work.workItemId(), work.title())
                .waitsFor(ObligationKind.WORK_TO_ACCEPT, List.of(Holder.person(work.assignerId())))
                .dueOn(work.dueDate());
    }

    public static ObligationChange of(WorkItemReturnedV1 work) {
        return owned(work.workItemId(), work.title(), work.ownerId(), work.dueDate());
    }

    /** A leader acts instead of whoever has left. */
    public static ObligationChange of(WorkItemHandedOverV1 work) {
        var kind = work.status().equals(REPORTED) ? ObligationKind.WORK_TO_ACCEPT : ObligationKind.WORK_ITEM;
        return about(work.workItemId(), work.title())
                .waitsFor(kind, List.of(Holder.person(work.waitsForId())))
                .dueOn(work.dueDate());
    }

    public static ObligationChange of(WorkItemCompletedV1 work) {
        return about(work.workItemId(), work.title())
                .standingFor(standsFor(work.originReference()))
                .over();
    }

    public static ObligationChange of(WorkItemCancelledV1 work) {
        return about(work.workItemId(), work.title()).over();
    }

    /** Work that an event asked for stands for what the event is about. */
    private static Optional<ObligationId> standsFor(@Nullable String reference) {
        return Optional.ofNullable(reference)
                .map(OF_MEASURE::matcher)
                .filter(Matcher::matches)
                .map(found -> ObligationId.ofMeasure(found.group(1)));
    }

    private static ObligationChange owned(String workItemId, String title, String ownerId, LocalDate dueDate) {
        return about(workItemId, title)
                .waitsFor(List.of(Holder.person(ownerId)))
                .dueOn(dueDate);
    }

    private static ObligationChange about(String workItemId, String title) {
        return ObligationChange.of(ObligationId.ofWorkItem(workItemId)).about(Topic.of(title, null, workItemId, null));
    }
}
