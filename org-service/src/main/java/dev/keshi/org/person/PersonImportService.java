package dev.keshi.org.person;

import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Versioned;
import dev.keshi.org.ImportOutcome;
import dev.keshi.org.PersonId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/** The door for importing people. */
@Service
public class PersonImportService {

    private final People people;

    PersonImportService(People people) {
        this.people = people;
    }

    /** A person as he or she shall be. The first day counts only for somebody new. */
    public record Listed(PersonCommand.Hire hire, Optional<LocalDate> separatedOn) {

        PersonId id() {
            return PersonId.ofEmployeeNumber(hire.employeeNumber().value());
        }
    }

    /** What is known of somebody already. */
    public record Known(LocalDate hiredOn, Optional<LocalDate> separatedOn) {}

    /** The known ones among these people. */
    public Map<PersonId, Known> known(Collection<PersonId> ids) {
        var known = new HashMap<PersonId, Known>();
        people.findAll(ids)
                .forEach((id, person) -> known.put(
                        id,
                        new Known(
                                person.state().hiredOn(),
                                Optional.ofNullable(person.state().separatedOn()))));
        return known;
    }

    /** Who has one of these e-mail addresses. */
    public Map<String, PersonId> ownersOfEmails(Collection<String> emails) {
        return people.ownersOfEmails(emails);
    }

    /**
     * Hires who is new and changes what differs, from a day on. A person who was changed otherwise meanwhile, so that it
     * cannot be done any more, is skipped. Repeating it changes nothing.
     */
    public ImportOutcome carryOut(CommandContext context, List<Listed> listed, LocalDate day) {
        var known = people.findAll(listed.stream().map(Listed::id).toList());
        people.prepareKeys(listed.stream().map(Listed::id).toList());
        var fresh = new ArrayList<Person>();
        var outcome = ImportOutcome.NOTHING;
        for (var one : listed) {
            var existing = Optional.ofNullable(known.get(one.id()));
            if (existing.isEmpty()) {
                fresh.add(hired(one, day));
            } else {
                outcome = outcome.plus(change(context, existing.get(), one, day));
            }
        }
        people.createMissing(context, fresh);
        return outcome.plus(new ImportOutcome(fresh.size(), 0, 0, 0));
    }

    private static Person hired(Listed listed, LocalDate day) {
        var person = Person.hire(listed.hire(), day);
        listed.separatedOn().ifPresent(end -> person.separate(end, day));
        return person;
    }

    private ImportOutcome change(
            CommandContext context, Versioned<PersonDocument> existing, Listed listed, LocalDate day) {
        Consumer<Person> decide = person -> bringUpToDate(person, listed, day);
        try {
            var wouldBe = existing.state().toPerson();
            decide.accept(wouldBe);
            if (PersonDocument.of(wouldBe).isSameAs(existing.state())) {
                return new ImportOutcome(0, 0, 1, 0);
            }
            var unused = listed.separatedOn().isPresent()
                    ? people.inTransaction(() -> people.change(listed.id(), context, decide))
                    : people.change(listed.id(), context, decide);
            return new ImportOutcome(0, 1, 0, 0);
        } catch (PersonProblem meanwhile) {
            return new ImportOutcome(0, 0, 0, 1);
        }
    }

    private static void bringUpToDate(Person person, Listed listed, LocalDate day) {
        person.changeDetails(listed.hire().details(), day);
        var from = day.isBefore(listed.hire().assignedOn()) ? listed.hire().assignedOn() : day;
        if (person.state().separatedOn().isEmpty()) {
            person.transfer(listed.hire().assignment(), from, day);
        }
        if (!listed.separatedOn().equals(person.state().separatedOn())) {
            listed.separatedOn().ifPresent(end -> person.separate(end, day));
        }
    }
}
