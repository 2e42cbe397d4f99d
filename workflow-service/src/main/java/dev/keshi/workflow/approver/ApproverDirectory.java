package dev.keshi.workflow.approver;

import java.util.List;
import java.util.Optional;

/** The organisation as this service knows it; answers about today. Never calls another service. */
public interface ApproverDirectory {

    /** Empty for an unknown person and for one who has left. */
    Optional<Colleague> colleague(PersonId id);

    /** Empty for an unknown or closed department. */
    Optional<Department> department(DepartmentId id);

    /**
     * Who holds a role today, without those who have left.
     *
     * @param most so many at most
     */
    List<PersonId> holdersOf(RoleName role, int most);
}
