package dev.keshi.notification;

import dev.keshi.contracts.workflow.WorkItemAssignedV1;
import dev.keshi.contracts.workflow.WorkItemBecameLateV1;
import dev.keshi.contracts.workflow.WorkItemCancelledV1;
import dev.keshi.contracts.workflow.WorkItemCompletedV1;
import dev.keshi.contracts.workflow.WorkItemDueDateChangedV1;
import dev.keshi.contracts.workflow.WorkItemHandedOverV1;
import dev.keshi.contracts.workflow.WorkItemReportedV1;
import dev.keshi.contracts.workflow.WorkItemReturnedV1;
import dev.keshi.contracts.workflow.WorkItemTransferredV1;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The events of one work item, in the words of workflow-service.
 *
 * @param assigner absent when an event led to it
 */
public record WorkOfAnn(String id, String ann, @Nullable String assigner) {

    public static final String TITLE = "整理三月客户反馈";
    public static final LocalDate DUE = LocalDate.parse("2026-04-10");

    private static final Instant NOON = Instant.parse("2026-04-09T04:00:00Z");

    public static WorkOfAnn of(String ann, @Nullable String assigner) {
        return new WorkOfAnn(UUID.randomUUID().toString(), ann, assigner);
    }

    public WorkItemAssignedV1 assigned() {
        return new WorkItemAssignedV1(
                id, TITLE, ann, "d-1", assigner, assigner == null ? "EVENT" : "PERSON", null, DUE, "HIGH");
    }

    public WorkItemTransferredV1 transferred(String to, String by) {
        return new WorkItemTransferredV1(id, TITLE, to, "d-1", ann, assigner, DUE, "HIGH", by);
    }

    public WorkItemDueDateChangedV1 due(LocalDate day, String by) {
        return new WorkItemDueDateChangedV1(id, TITLE, ann, "d-1", assigner, day, DUE, by);
    }

    public WorkItemBecameLateV1 late() {
        return new WorkItemBecameLateV1(id, TITLE, ann, "d-1", assigner, DUE);
    }

    public WorkItemReportedV1 reported() {
        return new WorkItemReportedV1(id, TITLE, ann, "d-1", String.valueOf(assigner), DUE, NOON, true);
    }

    /** @param to for whom it waits now, since somebody left */
    public WorkItemHandedOverV1 handedOver(String status, String to, String cause) {
        return new WorkItemHandedOverV1(id, TITLE, ann, "d-1", assigner, DUE, status, to, cause);
    }

    public WorkItemReturnedV1 returned(String by) {
        return new WorkItemReturnedV1(id, TITLE, ann, "d-1", assigner, DUE, 1, by);
    }

    /** @param by who accepted it; absent when nobody had to */
    public WorkItemCompletedV1 completed(@Nullable String by) {
        return new WorkItemCompletedV1(
                id, TITLE, ann, "d-1", assigner, "PERSON", null, "HIGH", DUE, DUE, NOON, NOON, NOON, true, 0, 0, by);
    }

    public WorkItemCancelledV1 cancelled(String by) {
        return new WorkItemCancelledV1(id, TITLE, ann, "d-1", assigner, by);
    }
}
