package dev.keshi.launcher.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.keshi.infrastructure.process.LocalFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The enterprise as its CSV files describe it, before anything was imported. */
public final class Organisation {

    private final Map<String, Department> departments = new LinkedHashMap<>();
    private final Map<String, Employee> people = new LinkedHashMap<>();

    /** @param deputyInCharge employee number of the deputy who is in charge (分管) of it; empty when that is said further up */
    public record Department(String code, String parent, String manager, String deputyInCharge) {}

    /** @param login empty for those who have no account */
    public record Employee(
            String number, String name, String department, String login, Set<String> roles, boolean left) {

        public Employee {
            roles = Set.copyOf(roles);
        }
    }

    public static Organisation read(Path folder) {
        var organisation = new Organisation();
        for (NamedCsvRecord row : rows(folder.resolve("departments.csv"))) {
            organisation.add(new Department(
                    field(row, "code"), field(row, "parentCode"), field(row, "manager"), field(row, "deputyInCharge")));
        }
        for (NamedCsvRecord row : rows(folder.resolve("people.csv"))) {
            organisation.add(new Employee(
                    field(row, "employeeNumber"),
                    field(row, "name"),
                    field(row, "departmentCode"),
                    field(row, "loginName"),
                    words(field(row, "roles")),
                    !field(row, "separatedOn").isEmpty()));
        }
        return organisation;
    }

    Organisation add(Department department) {
        departments.put(department.code(), department);
        return this;
    }

    Organisation add(Employee employee) {
        people.put(employee.number(), employee);
        return this;
    }

    public Collection<Employee> people() {
        return people.values();
    }

    public int departmentCount() {
        return departments.size();
    }

    /** Someone who works here and can sign in. */
    Optional<Employee> active(String number) {
        return Optional.ofNullable(people.get(number))
                .filter(person -> !person.left() && !person.login().isEmpty());
    }

    Optional<Employee> managerOf(Employee person) {
        return Optional.ofNullable(departments.get(person.department())).flatMap(own -> active(own.manager()));
    }

    /** The deputy in charge of the person's department, or of the nearest one above it that has one. */
    Optional<Employee> deputyInChargeOf(Employee person) {
        var passed = new LinkedHashSet<String>();
        Department next = departments.get(person.department());
        while (next != null && passed.add(next.code())) {
            Optional<Employee> deputy = active(next.deputyInCharge());
            if (deputy.isPresent()) {
                return deputy;
            }
            next = departments.get(next.parent());
        }
        return Optional.empty();
    }

    private static List<NamedCsvRecord> rows(Path file) {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream().toList();
        } catch (IOException e) {
            throw new LocalFailure(
                    "The demo file %s cannot be read (%s): run ./keshi reset --yes and ./keshi up.".formatted(file, e),
                    e);
        }
    }

    private static String field(NamedCsvRecord row, String name) {
        return row.findField(name).map(String::strip).orElse("");
    }

    private static Set<String> words(String text) {
        return text.isEmpty() ? Set.of() : new LinkedHashSet<>(List.of(text.split("[;,|\\s]+")));
    }
}
