package dev.keshi.training.organisation;

import dev.keshi.directory.Directory;
import dev.keshi.directory.DirectoryPerson;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.springframework.stereotype.Component;

/** The organisation as of today. */
@Component
public class OrganisationQueries {

    private final Directory directory;

    OrganisationQueries(Directory directory) {
        this.directory = directory;
    }

    /** @throws OrganisationProblem when nobody of that id works here */
    public void requireEmployed(String personId) {
        var person = directory.person(personId).orElseThrow(() -> new OrganisationProblem.NoSuchPerson(personId));
        if (!person.employed()) {
            throw new OrganisationProblem.PersonHasLeft(personId);
        }
    }

    /**
     * Where somebody works. Somebody out of the caller's reach is not told from somebody who does not exist.
     *
     * @param reach whether the caller reaches a person of a department
     * @throws OrganisationProblem when nobody of that id works here within reach
     */
    public String departmentOf(String personId, BiPredicate<String, String> reach) {
        var person = directory
                .person(personId)
                .filter(known -> reach.test(known.id(), known.departmentId()))
                .orElseThrow(() -> new OrganisationProblem.NoSuchPerson(personId));
        if (!person.employed()) {
            throw new OrganisationProblem.PersonHasLeft(personId);
        }
        return person.departmentId();
    }

    /** Where people work today, or worked when they left; who is in no department is absent. */
    public Map<String, String> departmentsOf(Collection<String> personIds) {
        return directory.departmentsOf(personIds);
    }

    /** Names that can be read; a person who was erased is absent. */
    public Map<String, String> names(Collection<String> personIds) {
        return directory.names(personIds);
    }

    /** Where somebody works; empty when nobody of that id works here. */
    public Optional<String> departmentIfEmployed(String personId) {
        return directory.person(personId).filter(DirectoryPerson::employed).map(DirectoryPerson::departmentId);
    }
}
