package dev.keshi.launcher.demo;

import dev.keshi.infrastructure.process.LocalFailure;
import dev.keshi.launcher.demo.Organisation.Employee;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Who plays which part in the demo, found in the organisation: an employee whose leave needs a manager and a deputy in charge, and others. */
public record Cast(Map<Part, Employee> players) {

    public Cast {
        players = Map.copyOf(players);
    }

    /** The parts that people of the enterprise play; the administrator is nobody of the enterprise. */
    public enum Part {
        /** Asks for leave. */
        EMPLOYEE,
        /** Manages the employee's department. */
        MANAGER,
        /** The deputy in charge (分管) of that department. */
        DEPUTY,
        HR,
        AUDITOR,
        /** Someone of another department, whose requests the tour takes for its figures. */
        BUSY_EMPLOYEE,
        BUSY_MANAGER;

        /** The word that stands for the part on the command line. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public static Cast of(Organisation organisation) {
        var players = new EnumMap<Part, Employee>(Part.class);
        List<Story> stories = organisation.people().stream()
                .filter(person -> person.roles().stream().allMatch("EMPLOYEE"::equals))
                .filter(person -> organisation.active(person.number()).isPresent())
                .flatMap(person -> organisation.managerOf(person).stream()
                        .flatMap(manager -> organisation.deputyInChargeOf(person).stream()
                                .map(deputy -> new Story(person, manager, deputy))))
                .filter(Story::hasThreePeople)
                .toList();
        Story story =
                stories.stream().findFirst().orElseThrow(() -> missing("leave needs a manager and a deputy in charge"));
        Story other = stories.stream()
                .filter(candidate -> candidate.sharesNobodyWith(story))
                .findFirst()
                .orElseThrow(() -> missing("works in a second department with a manager"));
        players.put(Part.EMPLOYEE, story.employee());
        players.put(Part.MANAGER, story.manager());
        players.put(Part.DEPUTY, story.deputy());
        players.put(Part.BUSY_EMPLOYEE, other.employee());
        players.put(Part.BUSY_MANAGER, other.manager());
        players.put(Part.HR, holder(organisation, "HR", players));
        players.put(Part.AUDITOR, holder(organisation, "AUDITOR", players));
        return new Cast(players);
    }

    public Employee player(Part part) {
        Employee player = players.get(part);
        if (player == null) {
            throw missing("plays " + part.word());
        }
        return player;
    }

    private static Employee holder(Organisation organisation, String role, Map<Part, Employee> taken) {
        return organisation.people().stream()
                .filter(person -> person.roles().contains(role))
                .filter(person -> organisation.active(person.number()).isPresent())
                .min(Comparator.comparing(taken.values()::contains))
                .orElseThrow(() -> missing("has the role " + role));
    }

    private static LocalFailure missing(String what) {
        return new LocalFailure("The demo files name nobody who %s: choose more people with --people.".formatted(what));
    }

    private record Story(Employee employee, Employee manager, Employee deputy) {

        boolean hasThreePeople() {
            return new HashSet<>(List.of(employee, manager, deputy)).size() == 3;
        }

        boolean sharesNobodyWith(Story other) {
            var all = Set.of(other.employee, other.manager, other.deputy);
            return !all.contains(employee) && !all.contains(manager);
        }
    }
}
