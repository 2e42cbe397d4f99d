package dev.keshi.launcher.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.keshi.infrastructure.process.LocalFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The enterprise as its CSV files describe it, before anything was imported: who works where, and who manages that. */
final class Organisation {

    private final Map<String, String> managers = new HashMap<>();
    private final Map<String, Employee> people = new LinkedHashMap<>();

    record Employee(String number, String department, String login) {}

    static Organisation read(Path folder) {
        var organisation = new Organisation();
        for (NamedCsvRecord row : rows(folder.resolve("departments.csv"))) {
            organisation.manages(row.getField("manager"), row.getField("code"));
        }
        for (NamedCsvRecord row : rows(folder.resolve("people.csv"))) {
            organisation.add(new Employee(
                    row.getField("employeeNumber"), row.getField("departmentCode"), row.getField("loginName")));
        }
        return organisation;
    }

    Organisation add(Employee employee) {
        people.put(employee.number(), employee);
        return this;
    }

    Organisation manages(String number, String department) {
        managers.put(department, number);
        return this;
    }

    int size() {
        return people.size();
    }

    /** The first person, in the order of the file, whose department is managed by somebody else and is none of those of the people named. */
    Optional<Employee> employeeFarFrom(Set<String> logins) {
        List<String> taken = people.values().stream()
                .filter(person -> logins.contains(person.login()))
                .map(Employee::department)
                .toList();
        return people.values().stream()
                .filter(person -> !taken.contains(person.department()))
                .filter(person -> managerOf(person)
                        .filter(manager -> !manager.equals(person))
                        .isPresent())
                .findFirst();
    }

    /** Everybody else who has a login name, those of the same department first, in the order of the file. */
    List<Employee> colleaguesOf(String login, Set<String> taken) {
        var department = people.values().stream()
                .filter(person -> person.login().equals(login))
                .map(Employee::department)
                .findFirst();
        return people.values().stream()
                .filter(person -> !person.login().isEmpty() && !taken.contains(person.login()))
                .sorted(Comparator.comparing(person -> !department.equals(Optional.of(person.department()))))
                .toList();
    }

    Optional<Employee> managerOf(Employee person) {
        return Optional.ofNullable(managers.get(person.department())).map(people::get);
    }

    private static List<NamedCsvRecord> rows(Path file) {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream().toList();
        } catch (IOException e) {
            throw new LocalFailure(
                    "The demo file %s cannot be read (%s): check its owner and the disk.".formatted(file, e), e);
        }
    }
}
