package dev.keshi.performance.indicator;

import static dev.keshi.performance.indicator.Formula.Kind.COMPLEMENT;
import static dev.keshi.performance.indicator.Formula.Kind.FORECAST_ACCURACY;
import static dev.keshi.performance.indicator.Formula.Kind.GROWTH;
import static dev.keshi.performance.indicator.Formula.Kind.RATIO;
import static dev.keshi.performance.indicator.Formula.Kind.SUM;
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
        var table =
                read(RATIO, "\ufeffpersonId,on,amount,base\r\np-1,2026-11-01,90.5,100\r\n\r\np-2,2026-11-22,-3,1\n");

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
        var table = read(RATIO, """
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

    /** A ratio of a base below zero may mean something; growth out of a loss does not. */
    @Test
    void aBaseThatWouldTurnTheValueRoundIsFound() {
        for (var formula : List.of(GROWTH, FORECAST_ACCURACY, COMPLEMENT)) {
            var rows = "personId,on,amount,base\n"
                    + "p-1,2026-11-01,1,-0.0001\n"
                    + "p-1,2026-11-02,1,0.0\n"
                    + "p-1,2026-11-03,1,last\n"
                    + "p-1,2026-11-04,1,1\n";
            assertThat(codes(read(formula, rows)))
                    .as(formula.name())
                    .containsExactly("figure-base-negative", "figure-base-zero", "figure-base-text");
            assertThat(codes(read(formula, "personId,on,amount\np-1,2026-11-01,1\n")))
                    .containsExactly("figure-header");
        }
        assertThat(codes(read(RATIO, "personId,on,amount,base\np-1,2026-11-01,1,-1\n")))
                .isEmpty();
    }

    @Test
    void noMoreComesBackThanWasHandledAndNoLessThanNothing() {
        var table = read(
                COMPLEMENT,
                "personId,on,amount,base\n"
                        + "p-1,2026-11-01,5,4\n"
                        + "p-1,2026-11-02,-1,4\n"
                        + "p-1,2026-11-03,4,4\n"
                        + "p-1,2026-11-04,0,4\n");

        assertThat(table.findings())
                .extracting(finding -> finding.row() + " " + finding.column() + " " + finding.code())
                .containsExactly("2 amount figure-amount-no-part", "3 amount figure-amount-no-part");
        assertThat(codes(read(GROWTH, "personId,on,amount,base\np-1,2026-11-01,-5,4\n")))
                .isEmpty();
        assertThat(codes(read(FORECAST_ACCURACY, "personId,on,amount,base\np-1,2026-11-01,-5,4\n")))
                .isEmpty();
    }

    @Test
    void whatIsNoTableIsRefusedAtOnce() {
        assertThat(codes(read(SUM, ""))).containsExactly("figure-rows-missing");
        assertThat(codes(read(SUM, "personId,on,amount\n"))).containsExactly("figure-rows-missing");
        assertThat(codes(read(SUM, "personId,on,amount,base\np-1,2026-11-01,1,1\n")))
                .containsExactly("figure-header");
        var notUtf8 = new FigureTable(CODE, SUM, TODAY);
        notUtf8.read(new byte[] {(byte) 0xc3, (byte) 0x28});
        assertThat(codes(notUtf8)).containsExactly("figure-encoding");
        assertThat(codes(read(SUM, "personId,on,amount\n" + "p-1,x,1\n".repeat(FigureTable.MOST_ROWS + 1))))
                .hasSize(FigureTable.MOST_FINDINGS);
        assertThat(codes(read(SUM, "personId,on,amount\n\"p-1,2026-11-01,1\n" + "p-2,2026-11-01,1\n".repeat(3))))
                .isNotEmpty();
    }

    @Test
    void rowsAreThoseOfTheFileAndWhatIsFoundLaterIsToldInTheirOrder() {
        var table = read(SUM, "personId,on,amount\n\n\np-1,2026-11-01,1\nbad id!,2026-11-01,1\np-2,x,1\n");

        assertThat(table.rows()).containsExactly(4);
        table.find(4, "personId", "figure-person-missing");

        assertThat(table.findings())
                .extracting(finding -> finding.row() + " " + finding.code())
                .containsExactly("4 figure-person-missing", "5 figure-person-missing", "6 figure-day");
        assertThat(table.figures()).hasSize(1);
    }

    private static List<String> codes(FigureTable table) {
        return table.findings().stream().map(FigureFinding::code).toList();
    }

    private static FigureTable read(Formula.Kind formula, String csv) {
        var table = new FigureTable(CODE, formula, TODAY);
        table.read(csv.getBytes(StandardCharsets.UTF_8));
        return table;
    }
}
