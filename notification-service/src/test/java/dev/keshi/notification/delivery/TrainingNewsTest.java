package dev.keshi.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.EventCatalogue;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.training.AssignmentEndedV1;
import dev.keshi.contracts.training.CertificateExpiredV1;
import dev.keshi.contracts.training.CertificateExpiringV1;
import dev.keshi.contracts.training.CourseAssignedV1;
import dev.keshi.contracts.training.EnrolmentMovedUpV1;
import dev.keshi.contracts.training.EnrolmentWithdrawnV1;
import dev.keshi.contracts.training.SessionCancelledV1;
import dev.keshi.messaging.consumer.ReceivedEvent;
import dev.keshi.notification.inbox.InboxChange;
import dev.keshi.notification.inbox.InboxChange.SettleTold;
import dev.keshi.notification.inbox.InboxChange.Tell;
import dev.keshi.notification.inbox.Notice;
import dev.keshi.notification.inbox.NotificationId;
import dev.keshi.notification.inbox.Settlement;
import dev.keshi.notification.inbox.Settlement.Reason;
import dev.keshi.notification.inbox.Template;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrainingNewsTest {

    private static final Instant NOW = Instant.parse("2026-04-09T08:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-04-10");

    @Test
    void whatFollowsFromARuleIsAssignedByTheSystem() {
        var assigned = new CourseAssignedV1("a-1", "ann", "d-1", "T-1", "WEAK_INDICATOR", null, DAY, "quality");

        assertThat(told(TrainingNews.ofAssignment(event(assigned))))
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.recipientId()).isEqualTo("ann");
                    assertThat(notice.personId()).isEqualTo("system");
                    assertThat(notice.template()).isEqualTo(Template.WEAK_INDICATOR_COURSE_ASSIGNED);
                    assertThat(notice.unread()).isTrue();
                });
    }

    @Test
    void whatNeedNotBeTakenIsSettledForTheOneWhoHadToTakeIt() {
        var ended = new AssignmentEndedV1("a-1", "ann", "d-1", "T-1", "CANCELLED", "tom");

        assertThat(TrainingNews.ofEnd(event(ended)))
                .containsExactly(new SettleTold(
                        Set.of(NotificationId.ofAssignment("a-1", "ann")), new Settlement(Reason.OVER, "tom", NOW)));
    }

    @Test
    void whoeverMovesUpIsNotToldWhoGaveThePlaceBack() {
        assertThat(told(TrainingNews.ofMovingUp(event(new EnrolmentMovedUpV1("s-1", "T-1", "ann", "d-1")))))
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.personId()).isNull();
                    assertThat(notice.unread()).isTrue();
                });
    }

    @Test
    void whoeverWaitedInVainIsToldAndWhoeverWithdrewIsNot() {
        assertThat(told(TrainingNews.ofWithdrawal(withdrawn("HELD"))))
                .extracting(notice -> notice.recipientId() + " " + notice.template())
                .containsExactly("ann ENROLMENT_NOT_PLACED");
        assertThat(TrainingNews.ofWithdrawal(withdrawn("WITHDRAWN"))).isEmpty();
        assertThat(TrainingNews.ofWithdrawal(withdrawn("LEFT"))).isEmpty();
    }

    private static ReceivedEvent<EnrolmentWithdrawnV1> withdrawn(String cause) {
        return event(new EnrolmentWithdrawnV1("s-1", "T-1", "ann", "d-1", cause));
    }

    @Test
    void aCancelledSessionIsNewsToEachOnceAndNoneToWhoCancelledIt() {
        var cancelled = new SessionCancelledV1("s-1", "T-1", "讲师生病", List.of("ann", "tom", "ann"));

        assertThat(told(TrainingNews.ofCancellation(event(cancelled))))
                .extracting(notice -> notice.recipientId() + " " + notice.unread())
                .containsExactly("ann true", "tom false");
    }

    @Test
    void theEndOfACertificateTakesThePlaceOfItsAnnouncement() {
        var expiring = told(TrainingNews.ofExpiring(event(new CertificateExpiringV1("c-1", "T-1", "ann", DAY))));
        var expired = told(TrainingNews.ofExpiry(event(new CertificateExpiredV1("c-1", "T-1", "ann", DAY, false))));
        var renewed = TrainingNews.ofExpiry(event(new CertificateExpiredV1("c-1", "T-1", "ann", DAY, true)));

        assertThat(expired).extracting(Notice::template).containsExactly(Template.CERTIFICATE_EXPIRED);
        assertThat(expired.getFirst().id()).isEqualTo(expiring.getFirst().id());
        assertThat(renewed).singleElement().isInstanceOf(SettleTold.class);
    }

    private static List<Notice> told(List<InboxChange> changes) {
        return changes.stream()
                .filter(Tell.class::isInstance)
                .map(change -> ((Tell) change).notice())
                .toList();
    }

    private static <E extends PublishedEvent> ReceivedEvent<E> event(E data) {
        var contract = EventCatalogue.describe(data.getClass());
        return new ReceivedEvent<>(
                "e-1",
                contract.type(),
                contract.topic(),
                contract.aggregate(),
                "k",
                1,
                1,
                NOW,
                "tom",
                null,
                data,
                new byte[0]);
    }
}
