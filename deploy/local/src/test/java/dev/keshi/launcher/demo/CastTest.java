package dev.keshi.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keshi.demo.Generator;
import dev.keshi.infrastructure.process.LocalFailure;
import dev.keshi.launcher.demo.Cast.Part;
import dev.keshi.launcher.demo.Organisation.Employee;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CastTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {50, 150, 1200})
    void everyPartIsPlayedBySomebodyElse(int people) throws IOException {
        Generator.write(people, 1, folder);

        var cast = Cast.of(Organisation.read(folder));

        assertThat(cast.logins()).containsOnlyKeys(Part.values());
        assertThat(new HashSet<>(cast.logins().values())).hasSize(Part.values().length);
    }

    @Test
    void theBusyOnesWorkInADepartmentWhereNobodyElseOfTheCastDoes() {
        var organisation = new Organisation()
                .add(new Employee("1", "A", "ann"))
                .add(new Employee("2", "A", "amy"))
                .add(new Employee("3", "B", "bob"))
                .add(new Employee("4", "B", "ben"))
                .manages("1", "A")
                .manages("3", "B");

        assertThat(organisation.employeeFarFrom(Set.of("ann")).map(Employee::login))
                .contains("ben");
        assertThat(organisation.employeeFarFrom(Set.of("ann", "ben"))).isEmpty();
    }

    @Test
    void anEnterpriseOfOneDepartmentIsTooSmall() {
        assertThatExceptionOfType(LocalFailure.class)
                .isThrownBy(() -> Cast.of(new Organisation()))
                .withMessageContaining("--people");
    }
}
