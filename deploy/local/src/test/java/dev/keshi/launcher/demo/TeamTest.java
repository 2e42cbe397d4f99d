package dev.keshi.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.demo.Generator;
import dev.keshi.launcher.demo.Organisation.Employee;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TeamTest {

    private static final Pattern SALES = Pattern.compile(".*-SA");

    @TempDir
    Path folder;

    @Test
    void aTeamIsTheFirstSuchDepartmentWithThoseWhoAreWantedBeforeOthersAndWithoutItsManager() {
        var organisation = new Organisation()
                .add(new Employee("1", "B1-SA", "boss"))
                .add(new Employee("2", "B1-SA", "ann"))
                .add(new Employee("3", "B1-SA", "bob"))
                .add(new Employee("4", "B1-SA", "cat"))
                .add(new Employee("5", "B1-SA", ""))
                .add(new Employee("6", "B2-SA", "other"))
                .manages("1", "B1-SA")
                .manages("6", "B2-SA");

        assertThat(organisation.team(SALES, Set.of("cat"), 2))
                .contains(new Team("B1-SA", "boss", List.of("cat", "ann")));
    }

    @Test
    void aDepartmentThatNobodyLeadsOrInWhichNobodyElseWorksIsNone() {
        var organisation = new Organisation()
                .add(new Employee("1", "B1-SA", "alone"))
                .add(new Employee("2", "B2-SA", "ann"))
                .manages("1", "B1-SA")
                .manages("", "B2-SA");

        assertThat(organisation.team(SALES, Set.of(), 9)).isEmpty();
    }

    @Test
    void theEnterpriseHasTeamsOfSalesQualityAndTheOffice() throws IOException {
        Generator.write(1200, 1, folder);
        var organisation = Organisation.read(folder);

        assertThat(organisation.team(SALES, Set.of(), 9).orElseThrow().members())
                .hasSize(9);
        assertThat(organisation
                        .team(Pattern.compile(".*-QA"), Set.of(), 9)
                        .orElseThrow()
                        .members())
                .hasSize(9);
        assertThat(organisation
                        .team(Pattern.compile("KS-ADM"), Set.of(), 9)
                        .orElseThrow()
                        .members())
                .hasSizeGreaterThan(3);
    }
}
