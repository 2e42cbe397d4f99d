package dev.keshi.org.department;

import dev.keshi.messaging.CommandContext;
import dev.keshi.service.time.EnterpriseTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what was planned once its day has come. Replicas need no lease for it: each change is a compare-and-set, and
 * whoever comes second finds nothing left to tell.
 */
final class DepartmentDueFacts {

    private static final Logger log = LoggerFactory.getLogger(DepartmentDueFacts.class);
    private static final CommandContext CONTEXT = CommandContext.of("system:org-service");

    private final Departments departments;
    private final EnterpriseTime time;

    DepartmentDueFacts(Departments departments, EnterpriseTime time) {
        this.departments = departments;
        this.time = time;
    }

    void comeIntoForce() {
        var today = time.today();
        try {
            for (var due = departments.due(today); !due.isEmpty(); due = departments.due(today)) {
                long revision = departments.structure().revision();
                due.forEach(
                        id -> departments.change(id, CONTEXT, revision, department -> department.comeIntoForce(today)));
            }
        } catch (RuntimeException later) {
            log.warn("What comes into force today is published with the next attempt", later);
        }
    }
}
