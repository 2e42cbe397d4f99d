package dev.keshi.org.person;

import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.sweep.Swept;
import dev.keshi.org.PersonId;
import dev.keshi.org.timeline.Due;
import dev.keshi.service.time.EnterpriseTime;
import java.time.LocalDate;

/** Publishes what was planned once its day has come. To look again changes nothing: whoever comes second finds nothing left to tell. */
final class PersonDueFacts implements Swept {

    private static final CommandContext CONTEXT = CommandContext.of("system:org-service");

    private final People people;
    private final EnterpriseTime time;

    PersonDueFacts(People people, EnterpriseTime time) {
        this.people = people;
        this.time = time;
    }

    @Override
    public String name() {
        return "planned-people";
    }

    @Override
    public String doPart(String after) {
        var today = time.today();
        var due = people.due(today, Due.parse(after));
        each(due, Due::id, one -> comeIntoForce(new PersonId(one.id()), today));
        return due.isEmpty() ? DONE : due.getLast().place();
    }

    private void comeIntoForce(PersonId id, LocalDate today) {
        people.inTransaction(() -> people.change(id, CONTEXT, person -> person.comeIntoForce(today)));
    }
}
