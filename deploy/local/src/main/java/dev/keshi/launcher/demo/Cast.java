package dev.keshi.launcher.demo;

import dev.keshi.demo.Personas;
import dev.keshi.infrastructure.process.LocalFailure;
import dev.keshi.launcher.demo.Organisation.Employee;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Who plays which part in the demo: the login name of each. */
public record Cast(Map<Part, String> logins) {

    public Cast {
        logins = Map.copyOf(logins);
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
        BUSY_MANAGER,
        /** Those who rate the employee as peers. */
        FIRST_COLLEAGUE,
        SECOND_COLLEAGUE,
        THIRD_COLLEAGUE;

        /** The word that stands for the part on the command line. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Cast of(Organisation organisation) {
        var logins = new EnumMap<Part, String>(Part.class);
        logins.put(Part.EMPLOYEE, Personas.EMPLOYEE);
        logins.put(Part.MANAGER, Personas.DEPARTMENT_MANAGER);
        logins.put(Part.DEPUTY, Personas.DEPUTY_IN_CHARGE);
        logins.put(Part.HR, Personas.PERSONNEL);
        logins.put(Part.AUDITOR, Personas.AUDITOR);
        Employee busy = organisation
                .employeeFarFrom(Set.copyOf(logins.values()))
                .orElseThrow(() -> tooSmall("a second department"));
        logins.put(Part.BUSY_EMPLOYEE, busy.login());
        logins.put(Part.BUSY_MANAGER, organisation.managerOf(busy).orElseThrow().login());
        var peers = List.of(Part.FIRST_COLLEAGUE, Part.SECOND_COLLEAGUE, Part.THIRD_COLLEAGUE);
        List<Employee> colleagues = organisation.colleaguesOf(Personas.EMPLOYEE, Set.copyOf(logins.values()));
        if (colleagues.size() < peers.size()) {
            throw tooSmall("three more people");
        }
        for (int number = 0; number < peers.size(); number++) {
            logins.put(peers.get(number), colleagues.get(number).login());
        }
        return new Cast(logins);
    }

    private static LocalFailure tooSmall(String lacking) {
        return new LocalFailure(
                "The demo enterprise is too small to have %s: choose more people with --people.".formatted(lacking));
    }
}
