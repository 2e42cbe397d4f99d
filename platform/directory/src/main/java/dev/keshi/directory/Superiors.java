package dev.keshi.directory;

import java.util.HashSet;
import java.util.Optional;

/** Who stands above somebody today: the nearest one on the way up who is somebody else and has not left. */
public final class Superiors {

    private final Directory directory;

    Superiors(Directory directory) {
        this.directory = directory;
    }

    /** To whom somebody reports who works here: as it is stated, else as the department tree says; empty when there is nobody above. */
    public Optional<String> superiorOf(String personId) {
        return directory
                .person(personId)
                .filter(DirectoryPerson::employed)
                .flatMap(person -> Optional.ofNullable(person.reportsTo())
                        .filter(stated -> comesIntoQuestion(stated, personId))
                        .or(() -> managerAbove(personId, person.departmentId())));
    }

    /** Who manages the department or, when that is the person, nobody or somebody who has left, the next one above. */
    public Optional<String> managerAbove(String personId, String departmentId) {
        var seen = new HashSet<String>();
        var at = directory.department(departmentId);
        while (at.isPresent() && seen.add(at.get().id())) {
            var manager = Optional.ofNullable(at.get().managerId()).filter(one -> comesIntoQuestion(one, personId));
            if (manager.isPresent()) {
                return manager;
            }
            at = Optional.ofNullable(at.get().parentId()).flatMap(directory::department);
        }
        return Optional.empty();
    }

    /** Of whom no event has told yet has not left. */
    private boolean comesIntoQuestion(String superior, String personId) {
        return !superior.equals(personId)
                && directory.person(superior).filter(known -> !known.employed()).isEmpty();
    }
}
