package dev.keshi.notification.delivery;

import dev.keshi.contracts.risk.WarningAcknowledgedV1;
import dev.keshi.contracts.risk.WarningClosedV1;
import dev.keshi.contracts.risk.WarningEscalatedV1;
import dev.keshi.contracts.risk.WarningRaisedV1;
import dev.keshi.messaging.consumer.ReceivedEvent;
import dev.keshi.notification.inbox.InboxChange;
import dev.keshi.notification.inbox.InboxChange.SettleTarget;
import dev.keshi.notification.inbox.InboxChange.Tell;
import dev.keshi.notification.inbox.Name;
import dev.keshi.notification.inbox.Notice;
import dev.keshi.notification.inbox.NotificationId;
import dev.keshi.notification.inbox.Settlement;
import dev.keshi.notification.inbox.Settlement.Reason;
import dev.keshi.notification.inbox.Subject;
import dev.keshi.notification.inbox.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The table of warnings: each waits for who answers for the indicator, once it is escalated for the manager above too, until either takes note or
 * it is closed.
 */
public final class WarningNews {

    private WarningNews() {}

    /** News also to the owner who has reported the figure: that it warns follows from those before it. */
    public static List<InboxChange> ofRaising(ReceivedEvent<WarningRaisedV1> raised) {
        var warning = raised.data();
        var subject = subject(warning.name(), warning.nameEn(), warning.warningId(), warning.riskId());
        return List.of(tell(warning.ownerId(), Template.WARNING_RAISED, subject, null, raised));
    }

    /** The owner is told that the manager knows, in the place of the first word. */
    public static List<InboxChange> ofEscalation(ReceivedEvent<WarningEscalatedV1> escalated) {
        var warning = escalated.data();
        var name = Objects.requireNonNullElse(warning.name(), "");
        var subject = subject(name, warning.nameEn(), warning.warningId(), warning.riskId());
        var changes = new ArrayList<InboxChange>();
        if (!warning.ownerId().equals(warning.escalatedTo())) {
            changes.add(tell(warning.ownerId(), Template.WARNING_PASSED_UP, subject, warning.escalatedTo(), escalated));
        }
        changes.add(tell(warning.escalatedTo(), Template.WARNING_ESCALATED, subject, warning.ownerId(), escalated));
        return changes;
    }

    /** Whoever takes note first settles it for both. */
    public static List<InboxChange> ofAcknowledgement(ReceivedEvent<WarningAcknowledgedV1> acknowledged) {
        var warning = acknowledged.data();
        return settle(warning.warningId(), Reason.ACKNOWLEDGED, warning.acknowledgedBy(), acknowledged);
    }

    public static List<InboxChange> ofClosing(ReceivedEvent<WarningClosedV1> closed) {
        return settle(closed.data().warningId(), Reason.OVER, null, closed);
    }

    private static Subject.OfTarget subject(String name, @Nullable String nameEn, String warningId, String riskId) {
        return new Subject.OfTarget(new Name(name, nameEn), null, target(warningId, riskId));
    }

    private static InboxChange tell(
            String recipientId,
            Template template,
            Subject.OfTarget subject,
            @Nullable String personId,
            ReceivedEvent<?> event) {
        return new Tell(new Notice(
                NotificationId.ofWarning(subject.target().id(), recipientId),
                recipientId,
                template,
                subject,
                personId,
                event.time(),
                event.id(),
                true));
    }

    private static List<InboxChange> settle(
            String warningId, Reason reason, @Nullable String by, ReceivedEvent<?> event) {
        return List.of(new SettleTarget(target(warningId, null), new Settlement(reason, by, event.time())));
    }

    private static Subject.Target target(String warningId, @Nullable String riskId) {
        return new Subject.Target("risk", "warnings", warningId, riskId);
    }
}
