package dev.keshi.org.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keshi.org.PersonId;
import dev.keshi.org.department.DepartmentImportService;
import dev.keshi.org.department.DepartmentKind;
import dev.keshi.org.department.DepartmentTree;
import dev.keshi.org.department.DepartmentTree.Node;
import dev.keshi.org.imports.table.ImportTable;
import dev.keshi.org.person.PersonImportService;
import dev.keshi.org.timeline.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final String TREE = """
            code,name,kind,parentCode,manager,deputies,deputyInCharge,openedOn
            KS,科时集团,,,1,2:生产制造/Manufacturing;3:市场,,2001-01-01
            PLANT,一厂,,KS,4,,2,2005-01-01
            LINE,一车间,,PLANT,,,,2006-01-01
            SALES,销售部,,KS,,,3,2005-01-01
            G1,数据分析组,职能小组,SALES,,,,2020-01-01
            """;
    private static final String POSTS =
            "code,title,departmentCode,headcount,template\nMGR,部门经理,,,department-manager\nREP,销售代表,SALES,20,\n";
    private static final String HEAD =
            "employeeNumber,name,departmentCode,positionCode,reportsTo,email,loginName,roles,hiredOn,separatedOn\n";
    private static final String PEOPLE = HEAD + """
            1,陈建国,KS,MGR,,chen@keshi.example,chen,,2001-01-01,
            2,李娜,KS,,1,li@keshi.example,li,,2002-01-01,
            3,王芳,KS,,1,,,,2003-01-01,
            4,刘洋,PLANT,MGR,2,,,HR,2004-01-01,
            5,赵敏,G1,REP,,,,,2021-01-01,
            """;

    @TempDir
    private Path folder;

    private final Map<ImportTable, Path> files = new EnumMap<>(ImportTable.class);
    private final Map<PersonId, PersonImportService.Known> knownPeople = new HashMap<>();
    private final Map<String, PersonId> knownEmails = new HashMap<>();
    private List<Node> knownDepartments = List.of();

    @Test
    void aGoodImportListsThoseAboveBeforeThoseBelow() {
        var checked = check(reversed(TREE), POSTS, PEOPLE);

        assertThat(checked.departments())
                .extracting(department -> department.code().value())
                .startsWith("KS")
                .endsWith("G1", "LINE");
        assertThat(checked.positions()).hasSize(2);
        assertThat(checked.people()).isEqualTo(5);
    }

    @Test
    void aDeputyIsInChargeOfTheDepartmentsThatSaySo() {
        var top = check(TREE, POSTS, PEOPLE).departments().getFirst();

        var production = top.leadership().deputies().getFirst();
        assertThat(production.person()).isEqualTo(PersonId.ofEmployeeNumber("2"));
        assertThat(production.area().english()).hasValue("Manufacturing");
        assertThat(production.inChargeOf()).containsExactly(DepartmentCheck.idOf("PLANT"));
    }

    @Test
    void nobodyWorksInADepartmentBeforeItExists() {
        var entries = new ArrayList<PersonEntry>();
        check(TREE, POSTS, PEOPLE).readPeople().accept(entries::add);

        assertThat(entries.get(3).person().hire().hiredOn()).isEqualTo("2004-01-01");
        assertThat(entries.get(3).person().hire().assignedOn()).isEqualTo("2005-01-01");
        assertThat(entries.get(3).roles()).containsExactlyInAnyOrder("EMPLOYEE", "HR");
    }

    @Test
    void everythingThatIsWrongIsFoundAtOnce() {
        var tree = TREE + "X,某部,,NOWHERE,99,nonsense,9,1999-01-01\nPLANT,又一厂,,KS,,,,2005-01-01\n";
        var people = PEOPLE + """
                5,钱进,SALES,NONE,77,not-an-address,9bad,ADMIN,2021-02-30,
                6,孙莉,VOID,REP,6,chen@keshi.example,chen,,2021-01-01,2020-01-01
                """;

        assertThat(findings(tree, POSTS, people))
                .contains(
                        "departments 7 parentCode import-unknown-department",
                        "departments 7 manager import-unknown-person",
                        "departments 7 deputies import-deputies",
                        "departments 8 code import-duplicate",
                        "people 7 positionCode import-unknown-position",
                        "people 7 reportsTo import-unknown-person",
                        "people 7 email import-email",
                        "people 7 loginName import-login-name",
                        "people 7 roles import-role",
                        "people 7 hiredOn import-date",
                        "people 8 departmentCode import-unknown-department",
                        "people 8 reportsTo import-own-superior",
                        "people 8 separatedOn import-separated-before-hired");
    }

    @Test
    void whatStandsInARowWithAWrongCellIsNotUnknownToOthers() {
        var tree = TREE + "W,某部,,KS,,,,2005-13-01\nV,某部之下,,W,,,,2006-01-01\n";
        var people = PEOPLE + "71,孙莉,W,,,,,,2021-13-01,\n72,周强,V,,71,,,,2021-01-01,\n";

        assertThat(findings(tree, POSTS, people))
                .containsExactly("departments 7 openedOn import-date", "people 7 hiredOn import-date");
    }

    @Test
    void aCycleIsReportedAtEachOfItsDepartments() {
        var tree = TREE + "A,甲,,C,,,,\nB,乙,,A,,,,\nC,丙,,B,,,,\nD,丁,,C,,,,\n";

        assertThat(findings(tree, POSTS, PEOPLE))
                .containsExactly(
                        "departments 7 parentCode import-cycle",
                        "departments 8 parentCode import-cycle",
                        "departments 9 parentCode import-cycle");
    }

    @Test
    void aCycleThatOnlyExistingDepartmentsCloseIsFound() {
        knownDepartments = List.of(node("KS", null), node("A", "KS"), node("B", "A"), node("C", "B"));

        assertThat(findings("code,name,parentCode\nA,甲,C\n", "", ""))
                .containsExactly("departments 2 parentCode import-cycle");
    }

    @Test
    void unknownDepartmentsParentsAndManagersAreReported() {
        var tree = TREE + "X,某部,,NOWHERE,99,,,\nY,某组之下,,G1,,,,\n";

        assertThat(findings(tree, POSTS, PEOPLE + "6,孙莉,VOID,,98,,,,2021-01-01,\n"))
                .containsExactly(
                        "departments 7 parentCode import-unknown-department",
                        "departments 7 manager import-unknown-person",
                        "departments 8 parentCode import-parent-is-group",
                        "people 7 departmentCode import-unknown-department",
                        "people 7 reportsTo import-unknown-person");
    }

    @Test
    void aManagerMayBeSomebodyWhoWorksHereAlreadyButNotSomebodyWhoLeft() {
        knownPeople.put(
                PersonId.ofEmployeeNumber("50"), new PersonImportService.Known(TODAY.minusYears(1), Optional.empty()));
        knownPeople.put(
                PersonId.ofEmployeeNumber("51"),
                new PersonImportService.Known(TODAY.minusYears(1), Optional.of(TODAY.minusDays(3))));

        assertThat(findings(TREE + "X,某部,,KS,50,,,\nY,又某部,,KS,51,,,\n", POSTS, PEOPLE))
                .containsExactly("departments 8 manager import-unknown-person");
    }

    @Test
    void thereIsOneTop() {
        assertThat(findings(TREE + "KS2,另一集团,,,,,,\n", POSTS, PEOPLE))
                .containsExactly("departments 7 parentCode import-second-top");
        knownDepartments = List.of(node("OLD", null));
        assertThat(findings(TREE, POSTS, PEOPLE)).containsExactly("departments 2 parentCode import-second-top");
    }

    @Test
    void aDeputyInChargeIsADeputyOfADepartmentAbove() {
        assertThat(findings(TREE + "X,某部,,SALES,,,4,\n", POSTS, PEOPLE))
                .containsExactly("departments 7 deputyInCharge import-no-such-deputy");
    }

    @Test
    void aDepartmentIsNotOlderThanTheOneAbove() {
        assertThat(findings(TREE + "X,某部,,SALES,,,,1990-01-01\n", POSTS, PEOPLE))
                .containsExactly("departments 7 openedOn import-opened-before-parent");
    }

    @Test
    void aPositionOfADepartmentIsGivenInItAndBelow() {
        assertThat(findings(TREE, POSTS, PEOPLE + "6,孙莉,PLANT,REP,,,,,2021-01-01,\n7,周杰,SALES,REP,,,,,2021-01-01,\n"))
                .containsExactly("people 7 positionCode import-position-elsewhere");
    }

    @Test
    void duplicatesAreReportedWithTheRowTheyRepeat() {
        var rejected =
                reject(TREE, POSTS + "REP,又一代表,SALES,,\n", PEOPLE + "2,李四,KS,,,LI@keshi.example,LI,,2002-01-01,\n");

        assertThat(rejected.findings())
                .extracting(finding -> finding.table().wireName() + ' ' + finding.column() + ' ' + finding.args())
                .containsExactly(
                        "positions code [3]", "people employeeNumber [3]", "people email [3]", "people loginName [3]");
    }

    @Test
    void anAddressOfSomebodyElseIsTaken() {
        knownEmails.put("li@keshi.example", PersonId.ofEmployeeNumber("900"));

        assertThat(findings(TREE, POSTS, PEOPLE)).containsExactly("people 3 email import-email-taken");
    }

    @Test
    void aLineThatLeadsBackIsReportedAtEveryoneOnIt() {
        var people = PEOPLE
                + "6,孙莉,KS,,7,,,,2021-01-01,\n7,周杰,KS,,8,,,,2021-01-01,\n8,吴刚,KS,,7,,,,2021-01-01,\n9,郑爽,KS,,9,,,,2021-01-01,\n";

        assertThat(findings(TREE, POSTS, people))
                .containsExactly(
                        "people 8 reportsTo import-reporting-cycle",
                        "people 9 reportsTo import-reporting-cycle",
                        "people 10 reportsTo import-own-superior");
    }

    @Test
    void nobodyGivesARoleThatHeDoesNotHold() {
        write(ImportTable.DEPARTMENTS, TREE);
        write(ImportTable.POSITIONS, POSTS);
        write(ImportTable.PEOPLE, PEOPLE + "6,孙莉,KS,,,,,AUDITOR,2021-01-01,\n");

        assertThat(importCheck().check(files, Set.of("ADMIN"), TODAY).people()).isEqualTo(6);
        assertThatExceptionOfType(ImportProblem.Rejected.class)
                .isThrownBy(() -> importCheck().check(files, Set.of("HR"), TODAY))
                .satisfies(
                        rejected -> assertThat(texts(rejected)).containsExactly("people 7 roles import-role-not-held"));
    }

    @Test
    void whoIsKnownKeepsTheFirstDayAndStaysGone() {
        knownPeople.put(
                PersonId.ofEmployeeNumber("1"),
                new PersonImportService.Known(LocalDate.of(2000, 1, 1), Optional.of(TODAY.minusDays(3))));

        assertThat(findings(TREE, POSTS, PEOPLE))
                .contains("people 2 hiredOn import-hired-differs", "people 2 separatedOn import-person-left");
    }

    private CheckedTables check(String departments, String positions, String people) {
        write(ImportTable.DEPARTMENTS, departments);
        write(ImportTable.POSITIONS, positions);
        write(ImportTable.PEOPLE, people);
        return importCheck().check(files, Set.of("ADMIN"), TODAY);
    }

    private List<String> findings(String departments, String positions, String people) {
        return texts(reject(departments, positions, people));
    }

    private ImportProblem.Rejected reject(String departments, String positions, String people) {
        try {
            check(departments, positions, people);
        } catch (ImportProblem.Rejected rejected) {
            return rejected;
        }
        throw new AssertionError("Nothing was found");
    }

    private static List<String> texts(ImportProblem.Rejected rejected) {
        return rejected.findings().stream()
                .map(finding -> finding.table().wireName()
                        + ' '
                        + finding.row()
                        + ' '
                        + finding.column()
                        + ' '
                        + finding.code())
                .toList();
    }

    private ImportCheck importCheck() {
        return new ImportCheck(
                day -> new DepartmentImportService.Known(7, new DepartmentTree(knownDepartments), Map.of()),
                Map::of,
                new People(),
                "department-manager"::equals);
    }

    private void write(ImportTable table, String text) {
        if (text.isEmpty()) {
            files.remove(table);
            return;
        }
        try {
            files.put(table, Files.writeString(folder.resolve(table.wireName()), text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String reversed(String text) {
        var lines = text.lines().toList();
        return lines.getFirst()
                + '\n'
                + String.join("\n", lines.subList(1, lines.size()).reversed());
    }

    private static Node node(String code, String parent) {
        var start = LocalDate.of(2000, 1, 1);
        return new Node(
                DepartmentCheck.idOf(code),
                DepartmentKind.DEPARTMENT,
                start,
                Optional.empty(),
                parent == null ? Timeline.empty() : Timeline.from(start, DepartmentCheck.idOf(parent)));
    }

    private final class People implements KnownPeople {

        @Override
        public Map<PersonId, PersonImportService.Known> known(Collection<PersonId> ids) {
            return knownPeople;
        }

        @Override
        public Map<String, PersonId> ownersOfEmails(Collection<String> emails) {
            return knownEmails;
        }

        @Override
        public Map<String, PersonId> ownersOfLoginNames(Collection<String> names) {
            return Map.of();
        }
    }
}
