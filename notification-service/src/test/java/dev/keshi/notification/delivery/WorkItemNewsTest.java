package dev.keshi.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.EventCatalogue;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.messaging.consumer.ReceivedEvent;
import dev.keshi.notification.WorkOfAnn;
import dev.keshi.notification.inbox.InboxChange;
import dev.keshi.notification.inbox.InboxChange.SettleWork;
import dev.keshi.notification.inbox.InboxChange.Tell;
import dev.keshi.notification.inbox.Notice;
import dev.keshi.notification.inbox.Settlement;
import dev.keshi.notification.inbox.Settlement.Reason;
import dev.keshi.notification.inbox.Template;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkItemNewsTest {

    private static final Instant NOW = Instant.parse("2026-04-09T08:00:00Z");

    private final WorkOfAnn work = WorkOfAnn.of("ann", "tom");

    @Test
    void whoeverHasToDoItIsToldAndWhoAssignedItToOneselfKnows() {
        assertThat(told(WorkItemNews.ofAssignment(event(work.assigned()))))
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.recipientId()).isEqualTo("ann");
                    assertThat(notice.template()).isEqualTo(Template.WORK_ITEM_ASSIGNED);
                    assertThat(notice.personId()).isEqualTo("tom");
                    assertThat(notice.unread()).isTrue();
                });
        assertThat(told(WorkItemNews.ofAssignment(
                        event(WorkOfAnn.of("ann", "ann").assigned()))))
                .extracting(Notice::unread)
                .containsExactly(false);
        assertThat(told(WorkItemNews.ofAssignment(
                        event(WorkOfAnn.of("ann", null).assigned()))))
                .extracting(Notice::personId)
                .containsExactly("system");
    }

    @Test
    void aReportEndsTheOwnersMoveAndBeginsTheAssigners() {
        var changes = WorkItemNews.ofReport(event(work.reported()));

        assertThat(changes.getFirst())
                .isEqualTo(new SettleWork(work.id(), Set.of("tom"), new Settlement(Reason.REPORTED, "ann", NOW)));
        assertThat(told(changes)).singleElement().satisfies(notice -> {
            assertThat(notice.recipientId()).isEqualTo("tom");
            assertThat(notice.template()).isEqualTo(Template.WORK_ITEM_REPORTED);
        });
    }

    @Test
    void aReturnBeginsTheOwnersMoveAgainInThePlaceOfTheFirstNotification() {
        var changes = WorkItemNews.ofReturn(event(work.returned("vice")));

        assertThat(changes.getFirst())
                .isEqualTo(new SettleWork(work.id(), Set.of("ann"), new Settlement(Reason.RETURNED, "vice", NOW)));
        assertThat(told(changes))
                .extracting(Notice::id)
                .isEqualTo(told(WorkItemNews.ofAssignment(event(work.assigned()))).stream()
                        .map(Notice::id)
                        .toList());
    }

    @Test
    void lateWorkIsNewsToWhoHasToDoItAndToWhoWaitsForIt() {
        assertThat(told(WorkItemNews.ofLateness(event(work.late()))))
                .extracting(notice -> notice.recipientId() + " " + notice.template())
                .containsExactly("ann WORK_ITEM_LATE", "tom ASSIGNED_WORK_ITEM_LATE");
        assertThat(told(WorkItemNews.ofLateness(event(WorkOfAnn.of("ann", "ann").late()))))
                .hasSize(1);
        assertThat(told(WorkItemNews.ofLateness(event(WorkOfAnn.of("ann", null).late()))))
                .hasSize(1);
    }

    @Test
    void aTransferLeavesItToItsNewOwnerOnly() {
        var changes = WorkItemNews.ofTransfer(event(work.transferred("rita", "tom")));

        assertThat(changes.getFirst())
                .isEqualTo(new SettleWork(work.id(), Set.of("rita"), new Settlement(Reason.REASSIGNED, "tom", NOW)));
        assertThat(told(changes)).extracting(Notice::recipientId).containsExactly("rita");
    }

    @Test
    void whatSomebodyWhoLeftHasNotDoneWaitsForTheLeaderOnly() {
        var changes = WorkItemNews.ofHandover(event(work.handedOver("OPEN", "rita", "OWNER_LEFT")));

        assertThat(changes.getFirst())
                .isEqualTo(new SettleWork(work.id(), Set.of("rita"), new Settlement(Reason.REASSIGNED, "system", NOW)));
        assertThat(told(changes)).singleElement().satisfies(notice -> {
            assertThat(notice.recipientId()).isEqualTo("rita");
            assertThat(notice.template()).isEqualTo(Template.WORK_ITEM_LEFT_BEHIND);
            assertThat(notice.personId()).isEqualTo("ann");
            assertThat(notice.unread()).isTrue();
        });
        assertThat(told(WorkItemNews.ofHandover(event(work.handedOver("REPORTED", "rita", "ASSIGNER_LEFT")))))
                .extracting(Notice::template)
                .containsExactly(Template.WORK_ITEM_REPORTED);
        assertThat(told(WorkItemNews.ofHandover(event(work.handedOver("OPEN", "ann", "CAME_BACK")))))
                .extracting(Notice::template)
                .containsExactly(Template.WORK_ITEM_ASSIGNED);
    }

    @Test
    void aNewDueDateIsNewsUnlessOneSetItOneself() {
        assertThat(told(WorkItemNews.ofDueDate(event(work.due(WorkOfAnn.DUE.plusDays(1), "tom")))))
                .extracting(Notice::unread)
                .containsExactly(true);
        assertThat(told(WorkItemNews.ofDueDate(event(work.due(WorkOfAnn.DUE.plusDays(1), "ann")))))
                .extracting(Notice::unread)
                .containsExactly(false);
    }

    @Test
    void acceptedWorkIsNewsToItsOwnerAndWorkThatNobodyHadToAcceptIsNot() {
        var accepted = WorkItemNews.ofCompletion(event(work.completed("tom")));
        assertThat(accepted.getFirst())
                .isEqualTo(new SettleWork(work.id(), Set.of(), new Settlement(Reason.COMPLETED, "tom", NOW)));
        assertThat(told(accepted))
                .extracting(notice -> notice.recipientId() + " " + notice.template())
                .containsExactly("ann WORK_ITEM_ACCEPTED");

        assertThat(WorkItemNews.ofCompletion(event(work.completed(null))))
                .containsExactly(new SettleWork(work.id(), Set.of(), new Settlement(Reason.COMPLETED, "ann", NOW)));
    }

    @Test
    void cancelledWorkWaitsForNobody() {
        assertThat(WorkItemNews.ofCancellation(event(work.cancelled("tom"))))
                .containsExactly(new SettleWork(work.id(), Set.of(), new Settlement(Reason.CANCELLED, "tom", NOW)));
    }

    private static List<Notice> told(List<InboxChange> changes) {
        return changes.stream()
                .filter(Tell.class::isInstance)
                .map(change -> ((Tell) change).notice())
                .toList();
    }

    private <E extends PublishedEvent> ReceivedEvent<E> event(E data) {
        var contract = EventCatalogue.describe(data.getClass());
        return new ReceivedEvent<>(
                "e-1",
                contract.type(),
                contract.topic(),
                contract.aggregate(),
                work.id(),
                1,
                1,
                NOW,
                "tom",
                null,
                data,
                new byte[0]);
    }
}
