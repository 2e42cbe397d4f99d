package dev.keshi.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratorTest {

    private static final List<String> FILES = List.of("departments.csv", "positions.csv", "people.csv");

    @TempDir
    private Path folder;

    @Test
    void theSameSeedGivesTheSameFiles() throws IOException {
        Generator.write(1_200, 7, folder.resolve("a"));
        Generator.write(1_200, 7, folder.resolve("b"));
        Generator.write(1_200, 8, folder.resolve("c"));

        for (var file : FILES) {
            assertThat(folder.resolve("a").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("b").resolve(file));
        }
        assertThat(Files.mismatch(folder.resolve("a/people.csv"), folder.resolve("c/people.csv")))
                .isNotEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 1_200, 20_000})
    void everyPersonHasANumberALoginNameAndADepartmentOfItsOwn(int people) {
        var enterprise = Enterprise.of(people, 1);

        assertThat(enterprise.people()).hasSize(people);
        assertThat(enterprise.departments()).doesNotHaveDuplicates();
        assertThat(enterprise.people()).extracting(Worker::employeeNumber).doesNotHaveDuplicates();
        assertThat(enterprise.people())
                .extracting(Worker::loginName)
                .doesNotHaveDuplicates()
                .doesNotContain("admin")
                .allMatch(name -> name.matches("[a-z]+\\.[a-z]+\\d*"));
        assertThat(new HashSet<>(enterprise.departments()))
                .containsAll(
                        enterprise.people().stream().map(Worker::departmentCode).toList());
        assertThat(new HashSet<>(enterprise.positions()))
                .containsAll(
                        enterprise.people().stream().map(Worker::positionCode).toList());
    }

    @Test
    void twelveHundredPeopleWorkInSeventyDepartmentsAHundredThousandInFiveThousand() {
        assertThat(Enterprise.of(1_200, 1).departments()).hasSize(70);
        assertThat(Enterprise.of(100_000, 1).departments()).hasSize(5_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 1_200})
    void theEmployeeOfTheTourHasAManagerAndADeputyInCharge(int people) throws IOException {
        var enterprise = Generator.write(people, 3, folder);
        var numbers = new HashMap<String, String>();
        enterprise.people().forEach(worker -> numbers.put(worker.loginName(), worker.employeeNumber()));
        var employee = enterprise.people().stream()
                .filter(worker -> worker.loginName().equals(Personas.EMPLOYEE))
                .findFirst()
                .orElseThrow();
        var department = departmentRow(employee.departmentCode());

        assertThat(department.get("manager")).isEqualTo(numbers.get(Personas.DEPARTMENT_MANAGER));
        assertThat(department.get("deputyInCharge")).isEqualTo(numbers.get(Personas.DEPUTY_IN_CHARGE));
        assertThat(departmentRow(department.get("parentCode")).get("deputies"))
                .contains(numbers.get(Personas.DEPUTY_IN_CHARGE) + ":运营与人力");
    }

    @Test
    void everyDepartmentIsLedAndEveryPersonaIsThere() throws IOException {
        var enterprise = Generator.write(1_200, 3, folder);

        for (var code : enterprise.departments()) {
            assertThat(departmentRow(code).get("manager")).as(code).isNotEmpty();
        }
        assertThat(enterprise.people())
                .extracting(Worker::loginName)
                .containsAll(
                        Personas.ALL.stream().map(Personas.Persona::loginName).toList());
    }

    /** Cells of the demo's departments hold no commas. */
    private Map<String, String> departmentRow(String code) throws IOException {
        var lines = Files.readAllLines(folder.resolve("departments.csv"));
        var header = lines.getFirst().split(",", -1);
        var cells = lines.stream()
                .map(line -> line.split(",", -1))
                .filter(row -> row[0].equals(code))
                .findFirst()
                .orElseThrow();
        var row = new HashMap<String, String>();
        for (int i = 0; i < header.length; i++) {
            row.put(header[i], cells[i]);
        }
        return row;
    }
}
