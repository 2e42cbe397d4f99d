package dev.keshi.org.department;

import dev.keshi.org.PersonId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who leads a department: at most one manager, and deputies who each appear once. */
public record Leadership(Optional<PersonId> manager, List<Deputy> deputies) {

    public static final Leadership VACANT = new Leadership(Optional.empty(), List.of());

    public Leadership {
        deputies = List.copyOf(deputies);
        var people = new HashSet<PersonId>();
        manager.ifPresent(people::add);
        for (var deputy : deputies) {
            if (!people.add(deputy.person())) {
                throw new IllegalArgumentException(
                        "Twice in one leadership: " + deputy.person().value());
            }
        }
    }

    Leadership managedBy(Optional<PersonId> person) {
        return new Leadership(person, deputies);
    }

    Leadership withDeputies(List<Deputy> others) {
        return new Leadership(manager, others);
    }

    Stream<PersonId> people() {
        return Stream.concat(manager.stream(), deputies.stream().map(Deputy::person));
    }
}
