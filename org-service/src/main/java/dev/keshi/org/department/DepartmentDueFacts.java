package dev.keshi.org.department;

import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.sweep.Swept;
import dev.keshi.service.time.EnterpriseTime;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes what was planned once its day has come. To look again changes nothing: whoever comes second finds nothing left to tell. */
final class DepartmentDueFacts implements Swept {

    private static final Logger log = LoggerFactory.getLogger(DepartmentDueFacts.class);
    private static final CommandContext CONTEXT = CommandContext.of("system:org-service");
    private static final String REST = "rest";

    private final Departments departments;
    private final EnterpriseTime time;

    DepartmentDueFacts(Departments departments, EnterpriseTime time) {
        this.departments = departments;
        this.time = time;
    }

    @Override
    public String name() {
        return "planned-departments";
    }

    /** What has come into force is due no more, so there is no place to go on from. */
    @Override
    public String doPart(String after) {
        var today = time.today();
        long done = departments.due(today).stream()
                .filter(id -> comesIntoForce(id, today))
                .count();
        return done == 0 ? DONE : REST;
    }

    /** One that cannot be published now holds up no other. */
    private boolean comesIntoForce(DepartmentId id, LocalDate today) {
        try {
            departments.change(id, CONTEXT, departments.structure().revision(), one -> one.comeIntoForce(today));
            return true;
        } catch (AggregateFailure later) {
            log.warn("What comes into force of {} is published with the next attempt: {}", id, later.getMessage());
            return false;
        }
    }
}
