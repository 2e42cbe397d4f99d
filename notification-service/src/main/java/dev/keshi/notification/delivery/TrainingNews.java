package dev.keshi.notification.delivery;

import dev.keshi.contracts.training.AssignmentCompletedV1;
import dev.keshi.contracts.training.AssignmentEndedV1;
import dev.keshi.contracts.training.CertificateExpiredV1;
import dev.keshi.contracts.training.CertificateExpiringV1;
import dev.keshi.contracts.training.CertificateRevokedV1;
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
import dev.keshi.notification.inbox.Subject;
import dev.keshi.notification.inbox.Subject.Target;
import dev.keshi.notification.inbox.Template;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The table of training. A course that has to be taken waits until it is taken or need not be; of a place in a session and of a
 * certificate the last word stands.
 */
public final class TrainingNews {

    private static final String SERVICE = "training";

    /** Who assigned what follows from a rule. */
    private static final String SYSTEM = "system";

    private static final String WAITED_IN_VAIN = "HELD";

    private TrainingNews() {}

    public static List<InboxChange> ofAssignment(ReceivedEvent<CourseAssignedV1> assigned) {
        var course = assigned.data();
        var by = Objects.requireNonNullElse(course.assignedBy(), SYSTEM);
        var subject = new Subject.OfCourse(
                course.courseCode(),
                course.dueOn(),
                new Target(SERVICE, "assignments", course.assignmentId(), course.courseCode()));
        return List.of(new Tell(new Notice(
                NotificationId.ofAssignment(course.assignmentId(), course.personId()),
                course.personId(),
                assignment(course.cause()),
                subject,
                by,
                assigned.time(),
                assigned.id(),
                !by.equals(course.personId()))));
    }

    private static Template assignment(String cause) {
        return switch (cause) {
            case "INDUCTION" -> Template.INDUCTION_COURSE_ASSIGNED;
            case "WEAK_INDICATOR" -> Template.WEAK_INDICATOR_COURSE_ASSIGNED;
            default -> Template.COURSE_ASSIGNED;
        };
    }

    public static List<InboxChange> ofCompletion(ReceivedEvent<AssignmentCompletedV1> completed) {
        var course = completed.data();
        return over(NotificationId.ofAssignment(course.assignmentId(), course.personId()), null, completed);
    }

    public static List<InboxChange> ofEnd(ReceivedEvent<AssignmentEndedV1> ended) {
        var course = ended.data();
        return over(NotificationId.ofAssignment(course.assignmentId(), course.personId()), course.endedBy(), ended);
    }

    /** Who gave the place back is nobody's business. */
    public static List<InboxChange> ofMovingUp(ReceivedEvent<EnrolmentMovedUpV1> movedUp) {
        var enrolment = movedUp.data();
        return List.of(place(
                enrolment.personId(),
                Template.ENROLMENT_MOVED_UP,
                enrolment.sessionId(),
                enrolment.courseCode(),
                null,
                movedUp));
    }

    /** Whoever gives a place back knows it; whoever waited until the session was held does not. */
    public static List<InboxChange> ofWithdrawal(ReceivedEvent<EnrolmentWithdrawnV1> withdrawn) {
        var enrolment = withdrawn.data();
        if (!enrolment.cause().equals(WAITED_IN_VAIN)) {
            return List.of();
        }
        return List.of(place(
                enrolment.personId(),
                Template.ENROLMENT_NOT_PLACED,
                enrolment.sessionId(),
                enrolment.courseCode(),
                null,
                withdrawn));
    }

    /** Those who had a place and those who waited for one. */
    public static List<InboxChange> ofCancellation(ReceivedEvent<SessionCancelledV1> cancelled) {
        var session = cancelled.data();
        return session.personIds().stream()
                .distinct()
                .map(person -> place(
                        person,
                        Template.SESSION_CANCELLED,
                        session.sessionId(),
                        session.courseCode(),
                        cancelled.actor(),
                        cancelled))
                .toList();
    }

    public static List<InboxChange> ofExpiring(ReceivedEvent<CertificateExpiringV1> expiring) {
        var certificate = expiring.data();
        return List.of(new Tell(new Notice(
                NotificationId.ofCertificate(certificate.certificateId(), certificate.personId()),
                certificate.personId(),
                Template.CERTIFICATE_EXPIRING,
                new Subject.OfCourse(
                        certificate.courseCode(),
                        certificate.expiresOn(),
                        certificate(certificate.certificateId(), certificate.courseCode())),
                null,
                expiring.time(),
                expiring.id(),
                true)));
    }

    /** Whoever has renewed it in time hears nothing of its end. */
    public static List<InboxChange> ofExpiry(ReceivedEvent<CertificateExpiredV1> expired) {
        var certificate = expired.data();
        var id = NotificationId.ofCertificate(certificate.certificateId(), certificate.personId());
        if (certificate.renewed()) {
            return over(id, null, expired);
        }
        return List.of(new Tell(new Notice(
                id,
                certificate.personId(),
                Template.CERTIFICATE_EXPIRED,
                new Subject.OfCourse(
                        certificate.courseCode(),
                        certificate.expiresOn(),
                        certificate(certificate.certificateId(), certificate.courseCode())),
                null,
                expired.time(),
                expired.id(),
                true)));
    }

    public static List<InboxChange> ofRevocation(ReceivedEvent<CertificateRevokedV1> revoked) {
        var certificate = revoked.data();
        return over(NotificationId.ofCertificate(certificate.certificateId(), certificate.personId()), null, revoked);
    }

    private static Target certificate(String id, String courseCode) {
        return new Target(SERVICE, "certificates", id, courseCode);
    }

    /** @param by who brought it about, where the recipient may know */
    private static InboxChange place(
            String recipientId,
            Template template,
            String sessionId,
            String courseCode,
            @Nullable String by,
            ReceivedEvent<?> event) {
        var target = new Target(SERVICE, Subject.OfCourse.SESSIONS, sessionId, courseCode);
        return new Tell(new Notice(
                NotificationId.ofPlace(sessionId, recipientId),
                recipientId,
                template,
                new Subject.OfCourse(courseCode, null, target),
                by,
                event.time(),
                event.id(),
                !recipientId.equals(by)));
    }

    private static List<InboxChange> over(NotificationId id, @Nullable String by, ReceivedEvent<?> event) {
        return List.of(new SettleTold(Set.of(id), new Settlement(Reason.OVER, by, event.time())));
    }
}
