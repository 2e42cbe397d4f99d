package dev.keshi.performance.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTableTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final IndicatorCode CODE = new IndicatorCode("sales-target");

    @Test
    void readsRowsWithTheirBase() {
        var table = read(true, "\ufeffpersonId,on,amount,base\r\np-1,2026-11-01,90.5,100\r\n\r\np-2,2026-11-22,-3,1\n");

        assertThat(table.findings()).isEmpty();
        assertThat(table.figures())
                .containsExactly(
                        new FigureDocument(
                                "sales-target",
                                "p-1",
                                LocalDate.of(2026, 11, 1),
                                new BigDecimal("90.5"),
                                new BigDecimal("100")),
                        new FigureDocument("sales-target", "p-2", TODAY, new BigDecimal("-3"), BigDecimal.ONE));
    }

    @Test
    void everythingThatIsWrongIsFound() {
        var table = read(true, """
                personId,on,amount,base
                p-1,2026-02-30,1,1
                p-1,2026-11-23,1,1
                p-1,2026-11-01,=1+1,1
                p-1,2026-11-02,1,0
                p-1,2026-11-03,1
                p-1,2026-11-04,1,1
                p-1,2026-11-04,2,1
                p 1,2026-11-05,1e9,1
                p-1,2026-11-06,1,people
                p-1,2026-11-07,1,1e9
                p-1,2026-11-08,1,
                p-1,2026-11-09,1,=1+1
                """);

        assertThat(table.findings())
                .extracting(finding -> finding.row() + " " + finding.column() + " " + finding.code())
                .containsExactly(
                        "2 on figure-day",
                        "3 on figure-day-to-come",
                        "4 amount figure-number",
                        "5 base figure-base-zero",
                        "6  figure-row-cells",
                        "8  figure-twice",
                        "9 personId figure-person-missing",
                        "9 amount figure-number",
                        "10 base figure-base-text",
                        "11 base figure-number",
                        "12 base figure-number",
                        "13 base figure-base-text");
    }

    @Test
    void whatIsNoTableIsRefusedAtOnce() {
        assertThat(codes(read(false, ""))).containsExactly("figure-rows-missing");
        assertThat(codes(read(false, "personId,on,amount\n"))).containsExactly("figure-rows-missing");
        assertThat(codes(read(false, "personId,on,amount,base\np-1,2026-11-01,1,1\n")))
                .containsExactly("figure-header");
        var notUtf8 = new FigureTable(CODE, false, TODAY);
        notUtf8.read(new byte[] {(byte) 0xc3, (byte) 0x28});
        assertThat(codes(notUtf8)).containsExactly("figure-encoding");
        assertThat(codes(read(false, "personId,on,amount\n" + "p-1,x,1\n".repeat(FigureTable.MOST_ROWS + 1))))
                .hasSize(FigureTable.MOST_FINDINGS);
        assertThat(codes(read(false, "personId,on,amount\n\"p-1,2026-11-01,1\n" + "p-2,2026-11-01,1\n".repeat(3))))
                .isNotEmpty();
    }

    private static List<String> codes(FigureTable table) {
        return table.findings().stream().map(FigureFinding::code).toList();
    }

    private static FigureTable read(boolean withBase, String csv) {
        var table = new FigureTable(CODE, withBase, TODAY);
        table.read(csv.getBytes(StandardCharsets.UTF_8));
        return table;
    }
}
