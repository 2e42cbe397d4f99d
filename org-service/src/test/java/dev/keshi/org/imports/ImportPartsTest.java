package dev.keshi.org.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.org.PersonId;
import dev.keshi.org.department.DepartmentCode;
import dev.keshi.org.department.DepartmentId;
import dev.keshi.org.department.DepartmentImportService;
import dev.keshi.org.department.DepartmentKind;
import dev.keshi.org.department.DepartmentName;
import dev.keshi.org.department.Deputy;
import dev.keshi.org.department.Leadership;
import dev.keshi.org.person.Assignment;
import dev.keshi.org.person.EmployeeNumber;
import dev.keshi.org.person.PersonCommand;
import dev.keshi.org.person.PersonDetails;
import dev.keshi.org.person.PersonImportService;
import dev.keshi.org.position.Headcount;
import dev.keshi.org.position.PositionCode;
import dev.keshi.org.position.PositionCommand;
import dev.keshi.org.position.PositionId;
import dev.keshi.org.position.PositionTitle;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * An import that was accepted by one version of the service may be carried out by the next: what is kept in the meantime
 * is an agreement between them. A change that breaks a test here needs a way to read the former shape.
 */
class ImportPartsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void departmentsAreKeptInAShapeThatLaterVersionsRead() {
        var group = new DepartmentImportService.Listed(
                new DepartmentCode("KS"),
                DepartmentKind.DEPARTMENT,
                new DepartmentName("科时集团", Optional.of("Keshi Group")),
                Optional.empty(),
                new Leadership(
                        Optional.of(new PersonId("p-1")),
                        List.of(new Deputy(
                                new PersonId("p-2"),
                                new Deputy.Area("生产制造", Optional.of("Manufacturing")),
                                List.of(new DepartmentId("d-plant"))))),
                DAY);
        var team = new DepartmentImportService.Listed(
                new DepartmentCode("G1"),
                DepartmentKind.FUNCTIONAL_GROUP,
                new DepartmentName("数据分析组", Optional.empty()),
                Optional.of(new DepartmentId("d-ks")),
                Leadership.VACANT,
                DAY);

        keeps(List.of(group, team), ImportParts::departments, """
                [{"code":{"value":"KS"},"kind":"DEPARTMENT","name":{"chinese":"科时集团","english":"Keshi Group"},"parent":null,
                  "leadership":{"manager":{"value":"p-1"},"deputies":[{"person":{"value":"p-2"},
                    "area":{"chinese":"生产制造","english":"Manufacturing"},"inChargeOf":[{"value":"d-plant"}]}]},
                  "openedOn":"2026-03-01"},
                 {"code":{"value":"G1"},"kind":"FUNCTIONAL_GROUP","name":{"chinese":"数据分析组","english":null},
                  "parent":{"value":"d-ks"},"leadership":{"manager":null,"deputies":[]},"openedOn":"2026-03-01"}]
                """);
    }

    @Test
    void positionsAreKeptInAShapeThatLaterVersionsRead() {
        var manager = new PositionCommand.Define(
                new PositionCode("MGR"),
                new PositionCommand.PositionContent(
                        new PositionTitle("部门经理", Optional.of("Manager")),
                        Optional.of(new DepartmentId("d-ks")),
                        Optional.of(new Headcount(20))),
                Optional.of("department-manager"));
        var clerk = new PositionCommand.Define(
                new PositionCode("CLERK"),
                new PositionCommand.PositionContent(
                        new PositionTitle("文秘人员", Optional.empty()), Optional.empty(), Optional.empty()),
                Optional.empty());

        keeps(List.of(manager, clerk), ImportParts::positions, """
                [{"code":{"value":"MGR"},"content":{"title":{"chinese":"部门经理","english":"Manager"},
                  "department":{"value":"d-ks"},"headcount":{"holders":20}},"template":"department-manager"},
                 {"code":{"value":"CLERK"},"content":{"title":{"chinese":"文秘人员","english":null},
                  "department":null,"headcount":null},"template":null}]
                """);
    }

    @Test
    void peopleAreKeptInAShapeThatLaterVersionsRead() {
        var complete = new PersonEntry(
                new PersonImportService.Listed(
                        new PersonCommand.Hire(
                                new EmployeeNumber("100001"),
                                new PersonDetails(
                                        "陈建国",
                                        Optional.of("chen@keshi.example"),
                                        Optional.of("+86 10 5550001"),
                                        Optional.of("chen")),
                                new Assignment(
                                        new DepartmentId("d-ks"),
                                        Optional.of(new PositionId("o-mgr")),
                                        Optional.of(new PersonId("p-2"))),
                                DAY,
                                DAY.plusDays(1)),
                        Optional.of(LocalDate.of(2026, 12, 31))),
                Set.of("HR"));
        var plain = new PersonEntry(
                new PersonImportService.Listed(
                        new PersonCommand.Hire(
                                new EmployeeNumber("100002"),
                                new PersonDetails("李娜", Optional.empty(), Optional.empty(), Optional.empty()),
                                new Assignment(new DepartmentId("d-ks"), Optional.empty(), Optional.empty()),
                                DAY,
                                DAY),
                        Optional.empty()),
                Set.of());

        keeps(List.of(complete, plain), ImportParts::people, """
                [{"person":{"hire":{"employeeNumber":{"value":"100001"},
                    "details":{"name":"陈建国","email":"chen@keshi.example","phone":"+86 10 5550001","loginName":"chen"},
                    "assignment":{"department":{"value":"d-ks"},"position":{"value":"o-mgr"},"reportsTo":{"value":"p-2"}},
                    "hiredOn":"2026-03-01","assignedOn":"2026-03-02"},"separatedOn":"2026-12-31"},"roles":["HR"]},
                 {"person":{"hire":{"employeeNumber":{"value":"100002"},
                    "details":{"name":"李娜","email":null,"phone":null,"loginName":null},
                    "assignment":{"department":{"value":"d-ks"},"position":null,"reportsTo":null},
                    "hiredOn":"2026-03-01","assignedOn":"2026-03-01"},"separatedOn":null},"roles":[]}]
                """);
    }

    /** Both directions: what is written is the shape, and what has the shape is read. */
    private static <T> void keeps(List<T> rows, Function<Imports.Part, List<T>> read, String shape) {
        assertThat(JSON.readTree(ImportParts.json(rows))).isEqualTo(JSON.readTree(shape));
        assertThat(read.apply(new Imports.Part(rows.size(), shape))).isEqualTo(rows);
    }
}
