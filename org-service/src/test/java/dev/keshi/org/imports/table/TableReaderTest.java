package dev.keshi.org.imports.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableReaderTest {

    private static final String GOOD = """
            工号,姓名,部门编码,入职日期
            1001,联通,OPS,2026-03-01
            """;
    private static final String ENGLISH = "employeeNumber,name,departmentCode,hiredOn\n";

    @TempDir
    private Path folder;

    private final Findings findings = new Findings(10);

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "GB18030"})
    void textIsReadInTheEncodingItHas(String charset) throws IOException {
        assertThat(namesIn(GOOD.getBytes(Charset.forName(charset)))).containsExactly("联通");
        assertThat(findings.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,EFBBBF", "UTF-16LE,FFFE", "UTF-16BE,FEFF"})
    void aByteOrderMarkSaysTheEncodingAndIsNoPartOfTheHeader(String charset, String mark) throws IOException {
        var bytes = HexFormat.of().parseHex(mark);
        var text = GOOD.getBytes(Charset.forName(charset));
        var file = new byte[bytes.length + text.length];
        System.arraycopy(bytes, 0, file, 0, bytes.length);
        System.arraycopy(text, 0, file, bytes.length, text.length);

        assertThat(namesIn(file)).containsExactly("联通");
        assertThat(findings.isEmpty()).isTrue();
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        assertThat(namesIn(new byte[] {'a', (byte) 0xFF, (byte) 0xFF, '\n'})).isEmpty();
        assertThat(codes()).containsExactly("import-encoding");
    }

    @Test
    void aZipOrSpreadsheetFileIsRefused() throws IOException {
        assertThat(namesIn(new byte[] {'P', 'K', 3, 4, 20, 0, (byte) 0x80, (byte) 0xFF, 0, 0}))
                .isEmpty();
        assertThat(findings.isEmpty()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void separatorsOfSpreadsheetsAreUnderstood(String separator) throws IOException {
        assertThat(namesIn(GOOD.replace(",", separator))).containsExactly("联通");
    }

    @Test
    void aSeparatorLineIsNoHeader() throws IOException {
        assertThat(namesIn("sep=;\r\n" + GOOD.replace(",", ";"))).containsExactly("联通");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=\"", "sep=", "\"sep=\"\"", "sep"})
    void aBrokenSeparatorLineIsAHeaderThatNobodyKnows(String line) throws IOException {
        assertThat(namesIn(line + "\r\n" + GOOD)).isEmpty();
        assertThat(findings.isEmpty()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void anyLineEndWillDo(String lineEnd) throws IOException {
        assertThat(namesIn(GOOD.replace("\n", lineEnd))).containsExactly("联通");
        assertThat(findings.isEmpty()).isTrue();
    }

    @Test
    void headersAreKnownInBothLanguagesHoweverTheyAreWritten() throws IOException {
        assertThat(namesIn(" Employee Number ,姓 名,department_code,HiredOn*\n1001,张伟,OPS,2026-03-01\n"))
                .containsExactly("张伟");
        assertThat(findings.isEmpty()).isTrue();
    }

    @Test
    void theRowIsThatOfTheSpreadsheetAlsoAfterACellWithLineBreaks() throws IOException {
        namesIn(ENGLISH + "1001,\"张\n伟\",OPS,2026-03-01\n\n1002,,OPS,2026-03-01\n");

        assertThat(findings.kept())
                .extracting(ImportFinding::row, ImportFinding::column, ImportFinding::code)
                .containsExactly(tuple(2, "name", "import-control-character"), tuple(4, "name", "import-cell-missing"));
    }

    @Test
    void everyMissingColumnIsNamedInBothLanguages() throws IOException {
        namesIn("工号,邮箱\n1001,a@keshi.example\n");

        assertThat(codes()).containsExactly("import-column-missing", "import-column-missing", "import-column-missing");
        assertThat(findings.kept().getFirst().args()).containsExactly("name", "姓名");
        assertThat(findings.kept()).allMatch(finding -> finding.row() == 1);
    }

    @Test
    void aColumnThatNobodyKnowsIsNotSilentlyLost() throws IOException {
        namesIn("工号,姓名,部门编码,入职日期,姓名,花名\n1001,张伟,OPS,2026-03-01,,阿伟\n");

        assertThat(codes()).containsExactly("import-column-twice", "import-column-unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)", "＝HYPERLINK()", " =1+1"})
    void aFormulaIsRefused(String formula) throws IOException {
        namesIn(ENGLISH + "1001,\"" + formula + "\",OPS,2026-03-01\n");

        assertThat(codes()).containsExactly("import-formula");
        assertThat(findings.kept().getFirst().row()).isEqualTo(2);
    }

    @Test
    void aTelephoneNumberMayBeginWithPlus() throws IOException {
        var rows =
                rowsIn("employeeNumber,name,departmentCode,hiredOn,phone\n1001,张伟,OPS,2026-03-01,+86 138 0000 0000\n");

        assertThat(rows.getFirst().text("phone")).hasValue("+86 138 0000 0000");
        assertThat(findings.isEmpty()).isTrue();
    }

    @Test
    void aCellOfAMillionCharactersIsReportedAndTheNextRowRead() throws IOException {
        var names = namesIn(ENGLISH + "1001," + "伟".repeat(1_000_000) + ",OPS,2026-03-01\n1002,李娜,OPS,2026-03-01\n");

        assertThat(codes()).containsExactly("import-cell-too-long");
        assertThat(findings.kept().getFirst().row()).isEqualTo(2);
        assertThat(names).contains("李娜");
    }

    @Test
    void aQuoteThatNeverEndsIsReportedWithoutReadingOnForever() throws IOException {
        namesIn(ENGLISH + "1001,张伟,OPS,2026-03-01\n1002,\"" + "李".repeat(20_000_000));

        assertThat(findings.kept().getFirst().row()).isEqualTo(3);
        assertThat(codes()).containsAnyOf("import-unreadable-row", "import-cell-too-long");
    }

    @Test
    void textAfterAClosingQuoteIsReported() throws IOException {
        namesIn(ENGLISH + "1001,\"张\"伟,OPS,2026-03-01\n");

        assertThat(codes()).containsExactly("import-unreadable-row");
    }

    @Test
    void moreCellsThanColumnsAreReported() throws IOException {
        namesIn(ENGLISH + "1001,张伟,OPS,2026-03-01,and more\n1002,李娜,OPS,2026-03-01,,,\n");

        assertThat(codes()).containsExactly("import-too-many-cells");
    }

    @Test
    void anEmptyFileIsReported() throws IOException {
        namesIn("");

        assertThat(codes()).containsExactly("import-empty");
    }

    @Test
    void nullBytesAreNoText() throws IOException {
        namesIn(ENGLISH + "1001,张\0伟,OPS,2026-03-01\n");

        assertThat(codes()).containsExactly("import-control-character");
    }

    @Test
    void spacesOfChineseInputMethodsAreTrimmed() throws IOException {
        assertThat(namesIn(ENGLISH + "1001,\u3000张伟\u00a0 ,OPS,2026-03-01\n")).containsExactly("张伟");
    }

    @Test
    void findingsAreCountedBeyondThoseThatAreKept() throws IOException {
        namesIn(ENGLISH + "1001,,OPS,2026-03-01\n".repeat(500));

        assertThat(findings.kept()).hasSize(10);
        assertThat(findings.total()).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01",
                "2026/3/1",
                "2026.3.1",
                "2026年3月1日",
                "20260301",
                "2026-03-01 00:00:00",
                "2026/3/1 0:00"
            })
    void datesAreUnderstoodAsSpreadsheetsWriteThem(String date) throws IOException {
        assertThat(rowsIn(ENGLISH + "1001,张伟,OPS," + date + "\n").getFirst().date("hiredOn"))
                .hasValue(LocalDate.of(2026, 3, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30",
                "01/03/2026",
                "3/1/26",
                "45352",
                "1026-03-01",
                "today",
                "2026-13-01",
                "2026-03-01 09:00"
            })
    void aDateThatIsNoneIsReported(String date) throws IOException {
        assertThat(rowsIn(ENGLISH + "1001,张伟,OPS," + date + "\n").getFirst().date("hiredOn"))
                .isEmpty();
        assertThat(codes()).containsExactly("import-date");
    }

    private List<String> namesIn(String text) throws IOException {
        return namesIn(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> namesIn(byte[] bytes) throws IOException {
        return rowsIn(bytes).stream().flatMap(row -> row.text("name").stream()).toList();
    }

    private List<TableRow> rowsIn(String text) throws IOException {
        return rowsIn(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<TableRow> rowsIn(byte[] bytes) throws IOException {
        var file = Files.write(folder.resolve("people.csv"), bytes);
        var rows = new ArrayList<TableRow>();
        new TableReader(ImportTable.PEOPLE, findings).read(file, rows::add);
        return rows;
    }

    private List<String> codes() {
        return findings.kept().stream().map(ImportFinding::code).toList();
    }
}
