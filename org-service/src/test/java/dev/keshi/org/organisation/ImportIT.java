package dev.keshi.org.organisation;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.org.PersonId;
import dev.keshi.org.account.AccountId;
import dev.keshi.org.account.AccountQueries;
import dev.keshi.org.department.DepartmentCode;
import dev.keshi.org.department.DepartmentId;
import dev.keshi.test.Eventually;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.events.SeenEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.MockMvc;

@RunningOrgService
class ImportIT {

    private static final String IMPORTS = "/api/org/v1/imports";
    private static final String PEOPLE = "/api/org/v1/people";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> ORGANISATION =
            List.of("departments", "positions", "people", "accounts", "person_keys", "imports", "import_parts");
    private static final Set<String> PEOPLE_OF_THE_ENTERPRISE =
            IntStream.rangeClosed(1001, 1700).mapToObj(ImportIT::id).collect(toSet());
    private static final Set<String> DEPARTMENTS_OF_THE_ENTERPRISE =
            IntStream.range(1, 12).mapToObj(i -> department("D" + i)).collect(toSet());

    private final Caller admin;
    private final Caller hr;
    private final MongoTemplate mongo;
    private final AccountQueries accounts;

    ImportIT(@Autowired MockMvc mvc, @Autowired MongoTemplate mongo, @Autowired AccountQueries accounts) {
        this.admin = new Caller(mvc, "p-admin", "ADMIN");
        this.hr = new Caller(mvc, "p-hr", "HR");
        this.mongo = mongo;
        this.accounts = accounts;
    }

    @BeforeEach
    void thereIsATopAndNoImportIsRunning() {
        var top = Map.of("code", "TOP", "name", "科时集团", "openedOn", "2001-01-01");
        assertThat(hr.create("/api/org/v1/departments", "top", top).status()).isEqualTo(201);
        Eventually.holds(
                PATIENCE, () -> mongo.getCollection("imports").countDocuments(new Document("active", true)) == 0);
    }

    @Test
    void anEnterpriseIsImportedOnceHoweverOftenTheFilesAreSent(EventProbe probe) {
        var files = CsvFiles.enterprise(12, 700);

        var first = completed(admin.upload(IMPORTS, files));
        assertThat(progress(first, "departments")).containsEntry("created", 11).containsEntry("changed", 1);
        assertThat(progress(first, "people")).containsEntry("created", 700).containsEntry("done", 700);

        var again = completed(admin.upload(IMPORTS, files));
        assertThat(progress(again, "departments")).containsEntry("created", 0).containsEntry("unchanged", 12);
        assertThat(progress(again, "positions")).containsEntry("unchanged", 1);
        assertThat(progress(again, "people")).containsEntry("created", 0).containsEntry("unchanged", 700);

        probe.await(712, ImportIT::isOfTheEnterprise, PATIENCE);
        assertThat(probe.drain())
                .filteredOn(ImportIT::isOfTheEnterprise)
                .hasSize(712)
                .noneMatch(event -> event.json().contains("张伟") || event.json().contains("@keshi.example"))
                .extracting(event -> event.key() + '/' + event.sequence())
                .doesNotHaveDuplicates();
        assertThat(mongo.getCollection("import_parts").countDocuments()).isZero();
        whatChangedIsChangedAndNothingElse();
        accountsAreInvited();
    }

    /** 700 people are hired, 11 departments opened, and the one above them, which is older than the import, gets its leaders. */
    private static boolean isOfTheEnterprise(SeenEvent event) {
        return switch (event.type()) {
            case "keshi.org.person-hired.v1" -> PEOPLE_OF_THE_ENTERPRISE.contains(event.key());
            case "keshi.org.department-opened.v1" -> DEPARTMENTS_OF_THE_ENTERPRISE.contains(event.key());
            case "keshi.org.department-leadership-changed.v1" -> event.key().equals(department("TOP"));
            default -> false;
        };
    }

    private static String department(String code) {
        return DepartmentId.of(new DepartmentCode(code)).value();
    }

    private void whatChangedIsChangedAndNothingElse() {
        var people = CsvFiles.people(12, 700)
                .replace("1050,张伟50,", "1050,张卫50,")
                .replace("1060,张伟60,D3", "1060,张伟60,D4")
                .replace("p70@keshi", "p70.new@keshi");
        var departments = CsvFiles.departments(12).replace("D5,第5部,TOP", "D5,第五部,D6");

        var changed = completed(hr.upload(
                IMPORTS, Map.of("people", CsvFiles.bytes(people), "departments", CsvFiles.bytes(departments))));

        assertThat(progress(changed, "people")).containsEntry("changed", 3).containsEntry("unchanged", 697);
        assertThat(progress(changed, "departments")).containsEntry("changed", 1);
        var moved = hr.read(PEOPLE + "/" + id(1060) + "/record").json();
        assertThat(moved.get("assignments")).hasSize(2);
        assertThat(hr.read(PEOPLE + "?name=张卫").json().get("items")).hasSize(1);
    }

    private void accountsAreInvited() {
        assertThat(accounts.find(AccountId.of(id(1010)))).hasValueSatisfying(account -> {
            assertThat(account.state().loginName()).isEqualTo("p10");
            assertThat(account.state().status()).isEqualToIgnoringCase("invited");
        });
    }

    @Test
    void filesThatExcelMadeInChineseAreUnderstood() {
        var people = "sep=;\r\n" + "工号;姓名;部门编码;电话;入职日期\r\n9001;\"欧阳;修\";XTOP;+86 10 8888 8888;2015/3/1\r\n";
        var departments = "部门编码,部门名称,成立日期,类型,上级部门编码\r\nXTOP,翰林院,2001年1月1日,部门,TOP\r\n";

        var accepted =
                admin.upload(IMPORTS, Map.of("departments", CsvFiles.gbk(departments), "people", CsvFiles.gbk(people)));

        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        completed(accepted);
        assertThat(admin.read(PEOPLE + "/" + id(9001)).json().get("name").asString())
                .isEqualTo("欧阳;修");
    }

    @Test
    void aFileWithAnyErrorWritesNothingAndSaysWhereItIsWrong() {
        var before = counts();
        var people = CsvFiles.people(3, 50)
                + "1051,=HYPERLINK(1),NOWHERE,OA,not-an-address,p51,2015-02-30\n"
                + "1050,张伟," + "D1" + "," + "伟".repeat(1_000_000) + ",,,2015-03-01\n";

        var files = CsvFiles.of(CsvFiles.departments(3).replace("D1,第1部,TOP", "D1,第1部,D1"), "code,title\n,\n", people);
        var chinese = admin.upload(IMPORTS, "zh-CN", files);
        var english = admin.upload(IMPORTS, "en", files);

        assertThat(chinese.status()).isEqualTo(422);
        assertThat(chinese.code()).isEqualTo("import-rejected");
        var found = new HashMap<String, String>();
        chinese.json()
                .get("errors")
                .forEach(error -> found.put(
                        error.get("file").asString()
                                + ' '
                                + error.get("row").asInt()
                                + ' '
                                + error.get("column").asString(),
                        error.get("code").asString()
                                + ' '
                                + error.get("message").asString()));
        assertThat(found)
                .containsEntry("departments 3 上级部门编码", "import-cycle 上级关系形成循环：D1 → D1")
                .containsEntry("people 52 姓名", "import-formula 单元格不能以 = + - @ 开头，以免被电子表格当作公式执行")
                .containsEntry("people 52 入职日期", "import-date 日期无效，请写作 2026-03-01 或 2026/3/1")
                .containsEntry("people 52 邮箱", "import-email 邮箱地址无效")
                .containsEntry("people 53 岗位编码", "import-cell-too-long 内容过长，最多 40 个字符");
        assertThat(english.json().get("errors").toString()).contains("must not begin with = + - or @");
        assertThat(chinese.body().length()).isLessThan(20_000);
        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void aCheckWritesNothing() {
        var before = counts();
        var departments = "code,name,parentCode\nCHECK,某部,TOP\n";

        var summary = hr.upload(IMPORTS + "/check", Map.of("departments", CsvFiles.bytes(departments)));

        assertThat(summary.status()).as(summary.body()).isEqualTo(200);
        assertThat(summary.json().get("departments").asInt()).isEqualTo(1);
        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void oneTableMayBeThePlainBody() {
        var accepted = hr.uploadCsv(IMPORTS + "?table=positions", CsvFiles.bytes("code,title\nPLAIN,文秘人员\n"));

        assertThat(progress(completed(accepted), "positions")).containsEntry("created", 1);
        assertThat(hr.uploadCsv(IMPORTS, CsvFiles.bytes("code,title\nPLAIN,文秘人员\n"))
                        .code())
                .isEqualTo("import-no-table");
        assertThat(hr.upload(IMPORTS, Map.of("salaries", CsvFiles.bytes("a,b\n")))
                        .code())
                .isEqualTo("import-unknown-table");
    }

    @Test
    void aTableThatIsSentTwiceIsRefusedInTheCallersLanguage() {
        var positions = new Caller.File("positions", CsvFiles.bytes("code,title\nTWICE,文秘人员\n"));

        var english = hr.upload(IMPORTS, "en", List.of(positions, positions));
        var chinese = hr.upload(IMPORTS, "zh-CN", List.of(positions, positions));

        assertThat(english.status()).isEqualTo(400);
        assertThat(english.code()).isEqualTo("import-table-twice");
        assertThat(english.json().get("title").asString()).isEqualTo("The table positions was uploaded twice");
        assertThat(chinese.json().get("title").asString()).isEqualTo("表 positions 上传了两次");
    }

    @Test
    void onlyPersonnelAndAdministratorsImport(@Autowired MockMvc mvc) {
        var employee = new Caller(mvc, "p-1", "EMPLOYEE");

        assertThat(employee.upload(IMPORTS, CsvFiles.enterprise(2, 2)).status()).isEqualTo(403);
        assertThat(employee.read(IMPORTS).status()).isEqualTo(403);
        assertThat(hr.read(IMPORTS + "/unknown").status()).isEqualTo(404);
    }

    private Caller.Answer completed(Caller.Answer accepted) {
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        Eventually.holds(
                PATIENCE,
                () -> admin.read(accepted.location())
                        .json()
                        .get("state")
                        .asString()
                        .equals("COMPLETED"));
        return admin.read(accepted.location());
    }

    private static Map<String, Object> progress(Caller.Answer job, String table) {
        var found = new HashMap<String, Object>();
        job.json().get("tables").forEach(one -> {
            if (one.get("table").asString().equals(table)) {
                found.put("done", one.get("done").asInt());
                one.get("outcome").forEachEntry((name, count) -> found.put(name, count.asInt()));
            }
        });
        return found;
    }

    private Map<String, Long> counts() {
        var counts = new HashMap<String, Long>();
        Set<String> collections = new TreeSet<>(ORGANISATION);
        collections.forEach(name -> counts.put(name, mongo.getCollection(name).countDocuments()));
        return counts;
    }

    private static String id(int number) {
        return PersonId.ofEmployeeNumber(Integer.toString(number)).value();
    }
}
