package dev.keshi.notification.reminder;

import dev.keshi.directory.Access;
import dev.keshi.directory.Directory;
import dev.keshi.directory.DirectoryPerson;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.Ids;
import dev.keshi.messaging.sweep.Swept;
import dev.keshi.notification.obligation.DueObligation;
import dev.keshi.notification.obligation.DueObligationQueries;
import dev.keshi.notification.obligation.Holder;
import dev.keshi.notification.obligation.WaitingObligation;
import dev.keshi.service.time.EnterpriseTime;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Gives reminders and takes them back. Their ids follow from the obligation, its due date, the stage and who is reminded, so each
 * is given once, however often it is looked for and by however many replicas.
 */
@Service
class ReminderService implements Swept {

    private static final int AT_ONCE = 200;

    /** Longer than the obligation itself stays when it is over. */
    private static final Duration RETENTION = Duration.ofDays(90);

    private final DueObligationQueries obligations;
    private final MongoReminders reminders;
    private final Directory directory;
    private final Access access;
    private final EnterpriseTime time;

    ReminderService(
            DueObligationQueries obligations,
            MongoReminders reminders,
            Directory directory,
            Access access,
            EnterpriseTime time) {
        this.obligations = obligations;
        this.reminders = reminders;
        this.directory = directory;
        this.access = access;
        this.time = time;
    }

    @Override
    public String name() {
        return "reminders";
    }

    @Override
    public String doPart(String after) {
        var due = obligations.next(time.today(), after, AT_ONCE);
        each(due, DueObligation::id, this::lookAt);
        return due.size() < AT_ONCE ? DONE : due.getLast().place();
    }

    private void lookAt(DueObligation obligation) {
        takeBack(obligation);
        var plan = obligation
                .waiting()
                .map(waiting -> ReminderPlan.of(waiting, time.today()))
                .orElse(ReminderPlan.NOTHING);
        plan.now()
                .ifPresent(stage ->
                        give(obligation.id(), stage, obligation.waiting().orElseThrow()));
        // What stands for it may be cancelled without a word about this one.
        var tomorrow = time.today().plusDays(1);
        obligations.lookedAt(obligation, obligation.covered() ? Optional.of(tomorrow) : plan.next());
    }

    private void give(String obligationId, ReminderStage stage, WaitingObligation waiting) {
        var recipients = recipients(waiting);
        if (recipients.isEmpty()) {
            return;
        }
        var id = Ids.derived(
                "reminder",
                String.join("/", obligationId, waiting.dueOn().toString(), stage.name(), recipients.toString()));
        var reminder = new ReminderDocument(obligationId, stage, waiting.dueOn(), recipients, true, null);
        reminders.giveOnce(id, new Change<>(reminder, List.of(ReminderEvents.given(id, reminder, waiting))));
    }

    private void takeBack(DueObligation obligation) {
        for (var open : reminders.open(obligation.id())) {
            if (obligation
                    .waiting()
                    .filter(waiting -> holds(open.state(), waiting))
                    .isEmpty()) {
                reminders.change(
                        open.id(),
                        reminder -> reminder.open()
                                ? new Change<>(
                                        reminder.takenBack(time.now()
                                                .truncatedTo(ChronoUnit.MILLIS)
                                                .plus(RETENTION)),
                                        List.of(ReminderEvents.takenBack(open.id(), reminder)))
                                : new Change<>(reminder, List.of()));
            }
        }
    }

    /** It is due on the same day, and still waits for one of those who were reminded. */
    private boolean holds(ReminderDocument reminder, WaitingObligation waiting) {
        var stillHave = new HashSet<>(recipients(waiting));
        stillHave.retainAll(reminder.recipientIds());
        return reminder.dueOn().equals(waiting.dueOn()) && !stillHave.isEmpty();
    }

    /** Those who have left need no reminder; whoever is not known yet may have come just now. */
    private List<String> recipients(WaitingObligation waiting) {
        return waiting.holders().stream()
                .flatMap(this::people)
                .distinct()
                .filter(person ->
                        directory.person(person).map(DirectoryPerson::employed).orElse(true))
                .sorted()
                .toList();
    }

    private Stream<String> people(Holder holder) {
        return holder.departmentId()
                .map(department -> access.leadersOf(department).stream())
                .orElseGet(() -> Stream.of(holder.value()));
    }
}
