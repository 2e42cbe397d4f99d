package dev.keshi.org.person;

import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Versioned;
import dev.keshi.org.PersonId;
import dev.keshi.org.department.DepartmentId;
import dev.keshi.org.timeline.Due;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Where people are kept. */
interface People {

    /** All or nothing; the body may run more than once. */
    <T> T inTransaction(Supplier<T> body);

    Optional<Versioned<PersonDocument>> find(PersonId id);

    Map<PersonId, Versioned<PersonDocument>> findAll(Collection<PersonId> ids);

    /** The known ones among those ids. */
    Set<PersonId> known(Collection<PersonId> ids);

    /** Makes sure that personal data of these people can be encrypted; not to be called inside a transaction. */
    void prepareKeys(Collection<PersonId> ids);

    Versioned<PersonDocument> create(CommandContext context, Person person);

    void createMissing(CommandContext context, List<Person> people);

    /**
     * Changes a person. Whoever leaves by it loses the account as well; a caller that may bring that about runs it in a
     * transaction, so that neither happens without the other.
     */
    Versioned<PersonDocument> change(PersonId id, CommandContext context, Consumer<Person> decide);

    /** Who has one of these e-mail addresses: address to person. */
    Map<String, PersonId> ownersOfEmails(Collection<String> emails);

    boolean anyoneIn(DepartmentId department, LocalDate from);

    /** People for whom something planned came into force up to a day, a few at a time, by their days. @param after the last one before; empty for the first */
    List<Due> due(LocalDate today, Optional<Due> after);
}
