package dev.keshi.risk.indicator;

import dev.keshi.directory.Superiors;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.sweep.Swept;
import dev.keshi.service.time.EnterpriseTime;
import java.util.List;
import java.util.Optional;

/** Tells the manager above of a warning that nobody took note of in time, once. */
final class WarningEscalation implements Swept {

    private static final int AT_ONCE = 100;

    private final MongoWarnings warnings;
    private final Superiors superiors;
    private final EnterpriseTime time;

    WarningEscalation(MongoWarnings warnings, Superiors superiors, EnterpriseTime time) {
        this.warnings = warnings;
        this.superiors = superiors;
        this.time = time;
    }

    @Override
    public String name() {
        return "escalations";
    }

    @Override
    public String doPart(String after) {
        var due = warnings.escalatingBy(time.today(), after, AT_ONCE);
        each(due, id -> id, this::escalate);
        return due.size() < AT_ONCE ? DONE : due.getLast();
    }

    private void escalate(String id) {
        var unused = warnings.change(id, CommandContext.of("system:escalations"), warning -> decide(id, warning));
    }

    private Change<WarningDocument> decide(String id, WarningDocument warning) {
        if (!warning.isToBeEscalatedOn(time.today())) {
            return new Change<>(warning, List.of());
        }
        Optional<String> above = superiors.managerAbove(warning.ownerId(), warning.departmentId());
        var escalated = warning.escalated(above.orElse(null));
        return new Change<>(
                escalated,
                above.map(to -> IndicatorEvents.escalated(id, escalated, to)).stream()
                        .toList());
    }
}
