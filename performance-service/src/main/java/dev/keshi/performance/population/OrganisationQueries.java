package dev.keshi.performance.population;

import dev.keshi.directory.Directory;
import dev.keshi.directory.DirectoryDepartment;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The tree of departments as of today, read through once for each piece of work. */
@Component
public class OrganisationQueries {

    private final Directory directory;

    OrganisationQueries(Directory directory) {
        this.directory = directory;
    }

    public boolean hasDepartment(String departmentId) {
        return directory.department(departmentId).isPresent();
    }

    public boolean isEmployed(String personId) {
        return directory.person(personId).filter(person -> person.employed()).isPresent();
    }

    /** Not of somebody whom no event has told of yet. */
    public boolean hasLeft(String personId) {
        return directory.hasLeft(personId);
    }

    /** Which of these have left, as {@link #hasLeft} says. */
    public Set<String> left(Collection<String> personIds) {
        return personIds.isEmpty() ? Set.of() : directory.left(personIds);
    }

    /** What is read is kept as long as the answer is. */
    public Tree tree() {
        return new Tree(directory, new ConcurrentHashMap<>());
    }

    /** Departments and those who lead them; several threads may ask. */
    public static final class Tree {

        private final Directory directory;
        private final Map<String, Optional<DirectoryDepartment>> known;

        private Tree(Directory directory, Map<String, Optional<DirectoryDepartment>> known) {
            this.directory = directory;
            this.known = known;
        }

        /** Reads these departments and all above them at once, level by level. */
        public Tree with(Collection<String> departments) {
            var wanted = unknown(departments.stream());
            while (!wanted.isEmpty()) {
                var found = directory.departments(wanted);
                wanted.forEach(id -> known.put(id, Optional.ofNullable(found.get(id))));
                wanted = unknown(found.values().stream()
                        .map(DirectoryDepartment::parentId)
                        .filter(Objects::nonNull));
            }
            return this;
        }

        private Set<String> unknown(Stream<String> departments) {
            return departments.filter(id -> !known.containsKey(id)).collect(Collectors.toSet());
        }

        /** Whether a department is another or lies below it. */
        public boolean isWithin(String departmentId, String root) {
            var seen = new HashSet<String>();
            var at = Optional.of(departmentId);
            while (at.isPresent() && seen.add(at.get())) {
                if (at.get().equals(root)) {
                    return true;
                }
                at = department(at.get()).map(DirectoryDepartment::parentId);
            }
            return false;
        }

        /**
         * Who judges a person's work: the one that is stated, else whoever manages the department, else, for its own manager,
         * the one above.
         */
        public Optional<String> superiorOf(String personId, Held held) {
            return superiorOf(personId, held, _ -> true);
        }

        /** The same among those who come into question: where one does not, it is whoever comes next on the way up. */
        public Optional<String> superiorOf(String personId, Held held, Predicate<String> comesIntoQuestion) {
            var another = comesIntoQuestion.and(superior -> !superior.equals(personId));
            if (held.reportsTo().filter(another).isPresent()) {
                return held.reportsTo();
            }
            var seen = new HashSet<String>();
            var at = department(held.departmentId());
            while (at.isPresent() && seen.add(at.get().id())) {
                var manager = at.get().managerId();
                if (manager != null && another.test(manager)) {
                    return Optional.of(manager);
                }
                at = Optional.ofNullable(at.get().parentId()).flatMap(this::department);
            }
            return Optional.empty();
        }

        private Optional<DirectoryDepartment> department(String id) {
            return known.computeIfAbsent(id, directory::department);
        }
    }
}
