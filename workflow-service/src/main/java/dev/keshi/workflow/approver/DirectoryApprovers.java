package dev.keshi.workflow.approver;

import dev.keshi.directory.Directory;
import dev.keshi.directory.DirectoryDepartment;
import dev.keshi.directory.DirectoryPerson;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Finds approvers in this service's own copy of the organisation. */
final class DirectoryApprovers implements ApproverDirectory {

    private final Directory directory;

    DirectoryApprovers(Directory directory) {
        this.directory = directory;
    }

    @Override
    public Optional<Colleague> colleague(PersonId id) {
        return directory.person(id.value()).filter(DirectoryPerson::employed).map(DirectoryApprovers::colleague);
    }

    @Override
    public Optional<Department> department(DepartmentId id) {
        return directory
                .department(id.value())
                .filter(DirectoryDepartment::open)
                .map(DirectoryApprovers::department);
    }

    @Override
    public List<PersonId> holdersOf(RoleName role, int most) {
        return directory.holders(role.value(), most).stream().map(PersonId::new).toList();
    }

    private static Colleague colleague(DirectoryPerson person) {
        return new Colleague(
                new PersonId(person.id()),
                new DepartmentId(person.departmentId()),
                person.reportsTo() == null ? null : new PersonId(person.reportsTo()));
    }

    private static Department department(DirectoryDepartment department) {
        return new Department(
                new DepartmentId(department.id()),
                department.parentId() == null ? null : new DepartmentId(department.parentId()),
                department.managerId() == null ? null : new PersonId(department.managerId()),
                department.deputies().stream()
                        .map(deputy -> new Department.Deputy(
                                new PersonId(deputy.personId()),
                                deputy.inChargeOf().stream()
                                        .map(DepartmentId::new)
                                        .collect(java.util.stream.Collectors.toCollection(LinkedHashSet::new))))
                        .toList());
    }
}
