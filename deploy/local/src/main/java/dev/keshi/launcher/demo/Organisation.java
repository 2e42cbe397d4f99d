package dev.keshi.launcher.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.keshi.infrastructure.process.LocalFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The enterprise as its CSV files describe it, before anything was imported: who works where, and who manages that. */
final class Organisation {

    private final Map<String, String> managers = new LinkedHashMap<>();
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

    /**
     * The first department, in the order of the file, with such a code that is led by somebody and in which others work.
     *
     * @param first whose place is before that of others, when they work there
     * @param most how many of those who work there
     */
    Optional<Team> team(Pattern code, Set<String> first, int most) {
        return managers.entrySet().stream()
                .filter(led -> code.matcher(led.getKey()).matches())
                .flatMap(led -> Optional.ofNullable(people.get(led.getValue()))
                        .map(manager ->
                                new Team(led.getKey(), manager.login(), membersOf(led.getKey(), manager, first, most)))
                        .stream())
                .filter(team -> !team.manager().isEmpty() && !team.members().isEmpty())
                .findFirst();
    }

    private List<String> membersOf(String department, Employee manager, Set<String> first, int most) {
        return people.values().stream()
                .filter(person -> person.department().equals(department) && !person.equals(manager))
                .map(Employee::login)
                .filter(login -> !login.isEmpty())
                .sorted(Comparator.comparing(login -> !first.contains(login)))
                .limit(most)
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
