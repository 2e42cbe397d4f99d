package dev.keshi.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.keshi.contracts.EventCatalogue;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.workflow.RequestCommentedV1;
import dev.keshi.contracts.workflow.RequestEndedV1;
import dev.keshi.contracts.workflow.TaskCancelledV1;
import dev.keshi.contracts.workflow.TaskClaimedV1;
import dev.keshi.contracts.workflow.TaskCreatedV1;
import dev.keshi.contracts.workflow.TaskDecidedV1;
import dev.keshi.contracts.workflow.TaskReassignedV1;
import dev.keshi.contracts.workflow.TaskReleasedV1;
import dev.keshi.messaging.consumer.ReceivedEvent;
import dev.keshi.notification.Approval;
import dev.keshi.notification.inbox.InboxChange;
import dev.keshi.notification.inbox.InboxChange.Noticed;
import dev.keshi.notification.inbox.InboxChange.Settle;
import dev.keshi.notification.inbox.InboxChange.Tell;
import dev.keshi.notification.inbox.Notice;
import dev.keshi.notification.inbox.Settlement;
import dev.keshi.notification.inbox.Settlement.Reason;
import dev.keshi.notification.inbox.Template;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApprovalNewsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    private final Approval leave = Approval.of("ann");

    @Test
    void whoeverMustActIsTold() {
        var told = told(ApprovalNews.ofCreation(event((TaskCreatedV1) leave.assigned("desk", "tom"), "ann")));

        assertThat(told).singleElement().satisfies(notice -> {
            assertThat(notice.recipientId()).isEqualTo("tom");
            assertThat(notice.template()).isEqualTo(Template.TASK_ASSIGNED);
            assertThat(notice.unread()).isTrue();
        });
    }

    @Test
    void everyCandidateIsToldOfATaskThatIsNobodysYet() {
        var told = told(
                ApprovalNews.ofCreation(event((TaskCreatedV1) leave.offered("desk", "tom", "rita", "tom"), "ann")));

        assertThat(told).extracting(Notice::recipientId).containsExactly("tom", "rita");
        assertThat(told).extracting(Notice::template).containsOnly(Template.TASK_OFFERED);
        assertThat(told).extracting(Notice::id).doesNotHaveDuplicates();
    }

    @Test
    void aNextStepOfOnesOwnIsNewsAlthoughOneBroughtItAbout() {
        var told = told(ApprovalNews.ofCreation(event((TaskCreatedV1) leave.assigned("desk", "tom"), "tom")));

        assertThat(told)
                .singleElement()
                .satisfies(notice -> assertThat(notice.unread()).isTrue());
    }

    @Test
    void aClaimFreesTheOthersAndStaysWithTheOneWhoClaimed() {
        var changes = ApprovalNews.ofClaim(event((TaskClaimedV1) leave.claimed("desk", "tom"), "tom"));

        assertThat(changes)
                .containsExactly(
                        new Settle(
                                leave.instance(),
                                leave.task("desk"),
                                Set.of("tom"),
                                new Settlement(Reason.CLAIMED, "tom", NOW)),
                        new Noticed(leave.instance(), leave.task("desk"), "tom"));
    }

    @Test
    void aReleasedTaskIsNewsToTheCandidatesButNotToTheOneWhoReleasedIt() {
        var changes =
                ApprovalNews.ofRelease(event((TaskReleasedV1) leave.released("desk", "tom", "tom", "rita"), "tom"));

        assertThat(told(changes)).extracting(Notice::recipientId).containsExactly("tom", "rita");
        assertThat(told(changes)).extracting(Notice::unread).containsExactly(false, true);
        assertThat(settled(changes)).singleElement().satisfies(settle -> {
            assertThat(settle.except()).containsExactlyInAnyOrder("tom", "rita");
            assertThat(settle.settlement().reason()).isEqualTo(Reason.RELEASED);
        });
    }

    @Test
    void aReassignedTaskIsNewsToItsNewAssignee() {
        var changes = ApprovalNews.ofReassignment(
                event((TaskReassignedV1) leave.reassigned("desk", "rita", "admin"), "admin"));

        assertThat(told(changes)).singleElement().satisfies(notice -> {
            assertThat(notice.recipientId()).isEqualTo("rita");
            assertThat(notice.template()).isEqualTo(Template.TASK_GIVEN);
            assertThat(notice.personId()).isEqualTo("admin");
            assertThat(notice.unread()).isTrue();
        });
        assertThat(settled(changes))
                .singleElement()
                .satisfies(settle -> assertThat(settle.except()).containsExactly("rita"));
    }

    @Test
    void whoeverTakesATaskForOneselfKnowsOfIt() {
        var changes = ApprovalNews.ofReassignment(
                event((TaskReassignedV1) leave.reassigned("desk", "admin", "admin"), "admin"));

        assertThat(told(changes)).singleElement().satisfies(notice -> {
            assertThat(notice.template()).isEqualTo(Template.TASK_ASSIGNED);
            assertThat(notice.unread()).isFalse();
        });
    }

    @Test
    void aDecisionSettlesTheTaskForAllAndIsToldToTheInitiator() {
        var changes = ApprovalNews.ofDecision(event((TaskDecidedV1) leave.decided("desk", "APPROVED", "tom"), "tom"));

        assertThat(settled(changes))
                .singleElement()
                .satisfies(settle -> assertThat(settle.except()).isEmpty());
        assertThat(told(changes)).singleElement().satisfies(notice -> {
            assertThat(notice.recipientId()).isEqualTo("ann");
            assertThat(notice.template()).isEqualTo(Template.STEP_APPROVED);
            assertThat(notice.personId()).isEqualTo("tom");
        });
    }

    @Test
    void nobodyIsToldOfADecisionOfOnesOwn() {
        assertThat(told(ApprovalNews.ofDecision(
                        event((TaskDecidedV1) leave.decided("desk", "APPROVED", "ann"), "ann"))))
                .isEmpty();
        assertThat(told(ApprovalNews.ofDecision(
                        event((TaskDecidedV1) leave.decided("desk", "APPROVED", "system"), "ann"))))
                .isEmpty();
    }

    @Test
    void theDecisionThatEndsARequestAndItsOutcomeAreOneNotification() {
        var decision =
                told(ApprovalNews.ofDecision(event((TaskDecidedV1) leave.decided("desk", "REJECTED", "tom"), "tom")));
        var outcome = told(ApprovalNews.ofEnd(event((RequestEndedV1) leave.ended("REJECTED", "desk"), "tom")));

        assertThat(decision).extracting(Notice::template).containsExactly(Template.STEP_REJECTED);
        assertThat(outcome).extracting(Notice::template).containsExactly(Template.REQUEST_REJECTED);
        assertThat(outcome.getFirst().id()).isEqualTo(decision.getFirst().id());
    }

    @Test
    void anOutcomeWithoutADecisionIsANotificationOfItsOwn() {
        var outcome = told(ApprovalNews.ofEnd(event((RequestEndedV1) leave.ended("TERMINATED", null), "admin")));

        assertThat(outcome).singleElement().satisfies(notice -> {
            assertThat(notice.template()).isEqualTo(Template.REQUEST_TERMINATED);
            assertThat(notice.recipientId()).isEqualTo("ann");
        });
    }

    @Test
    void anOutcomeThatIsNotKnownIsNotToldAsAnother() {
        var ended = event((RequestEndedV1) leave.ended("TELEPORTED", null), "admin");
        var decided = event((TaskDecidedV1) leave.decided("desk", "TELEPORTED", "tom"), "tom");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApprovalNews.ofEnd(ended))
                .withMessageContaining("TELEPORTED");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApprovalNews.ofDecision(decided))
                .withMessageContaining("TELEPORTED");
    }

    @Test
    void whoeverWithdrawsIsNotToldSoAndNothingWaitsAnyMore() {
        var ended = ApprovalNews.ofEnd(event((RequestEndedV1) leave.ended("WITHDRAWN", null), "ann"));
        var cancelled =
                ApprovalNews.ofCancellation(event((TaskCancelledV1) leave.cancelled("desk", "WITHDRAWN"), "ann"));

        assertThat(told(ended)).isEmpty();
        assertThat(settled(ended)).singleElement().satisfies(settle -> {
            assertThat(settle.taskId()).isNull();
            assertThat(settle.except()).isEmpty();
        });
        assertThat(settled(cancelled))
                .singleElement()
                .satisfies(settle -> assertThat(settle.settlement().reason()).isEqualTo(Reason.WITHDRAWN));
    }

    @Test
    void aReasonOfALaterReleaseMeansThatTheTaskEnded() {
        var cancelled =
                ApprovalNews.ofCancellation(event((TaskCancelledV1) leave.cancelled("desk", "TELEPORTED"), "ann"));

        assertThat(settled(cancelled))
                .singleElement()
                .satisfies(settle -> assertThat(settle.settlement().reason()).isEqualTo(Reason.ENDED));
    }

    @Test
    void aCommentIsToldToThoseWhoTakePartButNotToItsAuthor() {
        var told = told(ApprovalNews.ofComment(
                event((RequestCommentedV1) leave.commented("tom", "ann", "tom", "rita", "ann"), "tom")));

        assertThat(told).extracting(Notice::recipientId).containsExactly("ann", "rita");
    }

    private static List<Notice> told(List<InboxChange> changes) {
        return changes.stream()
                .filter(Tell.class::isInstance)
                .map(change -> ((Tell) change).notice())
                .toList();
    }

    private static List<Settle> settled(List<InboxChange> changes) {
        return changes.stream()
                .filter(Settle.class::isInstance)
                .map(Settle.class::cast)
                .toList();
    }

    private static <E extends PublishedEvent> ReceivedEvent<E> event(E data, String actor) {
        var contract = EventCatalogue.describe(data.getClass());
        return new ReceivedEvent<>(
                "e-1",
                contract.type(),
                contract.topic(),
                contract.aggregate(),
                "key",
                1,
                1,
                NOW,
                actor,
                null,
                data,
                new byte[0]);
    }
}
