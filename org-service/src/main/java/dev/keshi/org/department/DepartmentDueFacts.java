package dev.keshi.org.department;

import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.sweep.Swept;
import dev.keshi.org.timeline.Due;
import dev.keshi.service.time.EnterpriseTime;
import java.time.LocalDate;

/** Publishes what was planned once its day has come. To look again changes nothing: whoever comes second finds nothing left to tell. */
final class DepartmentDueFacts implements Swept {

    private static final CommandContext CONTEXT = CommandContext.of("system:org-service");

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

    @Override
    public String doPart(String after) {
        var today = time.today();
        var due = departments.due(today, Due.parse(after));
        each(due, Due::id, one -> comeIntoForce(new DepartmentId(one.id()), today));
        return due.isEmpty() ? DONE : due.getLast().place();
    }

    private void comeIntoForce(DepartmentId id, LocalDate today) {
        departments.change(id, CONTEXT, departments.structure().revision(), one -> one.comeIntoForce(today));
    }
}
