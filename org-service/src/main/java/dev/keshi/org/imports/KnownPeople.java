package dev.keshi.org.imports;

import dev.keshi.org.PersonId;
import dev.keshi.org.person.PersonImportService;
import java.util.Collection;
import java.util.Map;

/** What is known of people before an import. */
interface KnownPeople {

    /** The known ones among these people. */
    Map<PersonId, PersonImportService.Known> known(Collection<PersonId> ids);

    /** Who has one of these e-mail addresses. */
    Map<String, PersonId> ownersOfEmails(Collection<String> emails);

    /** Who has one of these login names. */
    Map<String, PersonId> ownersOfLoginNames(Collection<String> names);
}
