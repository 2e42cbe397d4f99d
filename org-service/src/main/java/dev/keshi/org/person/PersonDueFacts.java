package dev.keshi.org.person;

import dev.keshi.messaging.CommandContext;
import dev.keshi.service.time.EnterpriseTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what was planned once its day has come. Replicas need no lease for it: each change is a compare-and-set, and
 * whoever comes second finds nothing left to tell.
 */
final class PersonDueFacts {

    private static final Logger log = LoggerFactory.getLogger(PersonDueFacts.class);
    private static final CommandContext CONTEXT = CommandContext.of("system:org-service");

    private final People people;
    private final EnterpriseTime time;

    PersonDueFacts(People people, EnterpriseTime time) {
        this.people = people;
        this.time = time;
    }

    void comeIntoForce() {
        var today = time.today();
        try {
            for (var due = people.due(today); !due.isEmpty(); due = people.due(today)) {
                due.forEach(id ->
                        people.inTransaction(() -> people.change(id, CONTEXT, person -> person.comeIntoForce(today))));
            }
        } catch (RuntimeException later) {
            log.warn("What comes into force today is published with the next attempt", later);
        }
    }
}
