package dev.keshi.risk.organisation;

import dev.keshi.directory.Access;
import dev.keshi.directory.Directory;
import dev.keshi.directory.DirectoryDepartment;
import dev.keshi.directory.DirectoryPerson;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The organisation as of today. */
@Component
public class OrganisationQueries {

    private final Directory directory;
    private final Access access;

    OrganisationQueries(Directory directory, Access access) {
        this.directory = directory;
        this.access = access;
    }

    /** @throws OrganisationProblem when nobody of that id works here */
    public void requireEmployed(String personId) {
        var person = directory.person(personId).orElseThrow(() -> new OrganisationProblem.NoSuchPerson(personId));
        if (!person.employed()) {
            throw new OrganisationProblem.PersonHasLeft(personId);
        }
    }

    /** @throws OrganisationProblem.NoSuchDepartment when it is not there or closed */
    public void requireDepartment(String departmentId) {
        if (directory.department(departmentId).filter(DirectoryDepartment::open).isEmpty()) {
            throw new OrganisationProblem.NoSuchDepartment(departmentId);
        }
    }

    /** Names that can be read; a person who was erased is absent. */
    public Map<String, String> names(Collection<String> personIds) {
        return directory.names(personIds);
    }

    public boolean worksIn(String personId, String departmentId) {
        return directory
                .person(personId)
                .filter(DirectoryPerson::employed)
                .filter(person -> person.departmentId().equals(departmentId))
                .isPresent();
    }

    /** Of somebody who works here. */
    public Optional<String> departmentOf(String personId) {
        return directory.person(personId).filter(DirectoryPerson::employed).map(DirectoryPerson::departmentId);
    }

    /** The department with all below it that are open. */
    public Set<String> departmentsWithin(String departmentId) {
        return access.departmentsWithin(departmentId);
    }
}
