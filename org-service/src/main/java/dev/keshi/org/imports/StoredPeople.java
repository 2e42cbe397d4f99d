package dev.keshi.org.imports;

import dev.keshi.org.PersonId;
import dev.keshi.org.account.AccountQueries;
import dev.keshi.org.person.PersonImportService;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** People and their accounts as they are kept. */
record StoredPeople(PersonImportService people, AccountQueries accounts) implements KnownPeople {

    @Override
    public Map<PersonId, PersonImportService.Known> known(Collection<PersonId> ids) {
        return people.known(ids);
    }

    @Override
    public Map<String, PersonId> ownersOfEmails(Collection<String> emails) {
        return people.ownersOfEmails(emails);
    }

    @Override
    public Map<String, PersonId> ownersOfLoginNames(Collection<String> names) {
        var owners = new HashMap<String, PersonId>();
        accounts.owners(names).forEach((name, person) -> owners.put(name, new PersonId(person)));
        return owners;
    }
}
