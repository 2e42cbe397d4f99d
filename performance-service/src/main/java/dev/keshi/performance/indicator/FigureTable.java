package dev.keshi.performance.indicator;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.keshi.service.time.WrittenTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads figures out of a CSV file in UTF-8 with the columns {@code personId}, {@code on} and {@code amount}, and {@code base} where amounts
 * are compared with something: the target, the last month, what was actual, all that were handled. All that is wrong is found, not the first only.
 */
final class FigureTable {

    static final int MOST_ROWS = 2_000;
    static final int MOST_FINDINGS = 100;

    private static final List<String> COLUMNS = List.of("personId", "on", "amount");
    private static final String BASE = "base";
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,4})?");

    /** What was meant as a number, though it may not be one that is taken. */
    private static final Pattern MEANT_AS_NUMBER = Pattern.compile("[-+]?[0-9.,]*([eE][-+]?[0-9]+)?");

    private static final Pattern PERSON = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final int HEADER = 1;

    private final String indicator;
    private final Formula.Kind formula;
    private final LocalDate today;
    private final List<FigureDocument> figures = new ArrayList<>();
    private final List<Integer> rows = new ArrayList<>();
    private final List<FigureFinding> findings = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    /** @param formula that the figures are for; most of those that divide take no base below zero */
    FigureTable(IndicatorCode indicator, Formula.Kind formula, LocalDate today) {
        this.indicator = indicator.value();
        this.formula = formula;
        this.today = today;
    }

    List<FigureDocument> figures() {
        return figures;
    }

    /** The first of them in the order of the rows. */
    List<FigureFinding> findings() {
        return findings.stream()
                .sorted(Comparator.comparingInt(FigureFinding::row))
                .limit(MOST_FINDINGS)
                .toList();
    }

    /** Of each figure the row that it stands in: the line of the file, empty ones counted. */
    List<Integer> rows() {
        return rows;
    }

    void find(int row, String column, String code) {
        findings.add(new FigureFinding(row, column, code));
    }

    void read(byte[] csv) {
        int line = 0;
        try (var records = CsvReader.builder()
                .skipEmptyLines(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text(csv))) {
            int number = 0;
            for (var row : records) {
                number++;
                line = Math.toIntExact(row.getStartingLineNumber());
                if (number == HEADER) {
                    if (!isHeader(line, row)) {
                        return;
                    }
                } else if (number > MOST_ROWS + HEADER) {
                    find(line, "", "figure-rows-too-many");
                    return;
                } else {
                    read(line, row);
                }
            }
            if (number <= HEADER) {
                find(HEADER, "", "figure-rows-missing");
            }
        } catch (CharacterCodingException notUtf8) {
            find(HEADER, "", "figure-encoding");
        } catch (CsvParseException broken) {
            find(line + 1, "", "figure-row-unreadable");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String text(byte[] csv) throws CharacterCodingException {
        var text =
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(csv)).toString();
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private boolean isHeader(int line, CsvRecord row) {
        var expected = new ArrayList<>(COLUMNS);
        if (formula.hasBase()) {
            expected.add(BASE);
        }
        if (!row.getFields().stream().map(String::strip).toList().equals(expected)) {
            find(line, String.join(",", expected), "figure-header");
            return false;
        }
        return true;
    }

    private void read(int number, CsvRecord row) {
        if (row.getFieldCount() != COLUMNS.size() + (formula.hasBase() ? 1 : 0)) {
            find(number, "", "figure-row-cells");
            return;
        }
        var person = person(number, row.getField(0).strip());
        var day = day(number, row.getField(1).strip());
        var amount = number(number, "amount", row.getField(2).strip());
        var base = formula.hasBase() ? base(number, row.getField(3).strip()) : Optional.of(BigDecimal.ONE);
        if (person.isPresent() && day.isPresent() && amount.isPresent() && base.isPresent()) {
            if (!seen.add(person.get() + ' ' + day.get())) {
                find(number, "", "figure-twice");
            }
            if (formula == Formula.Kind.COMPLEMENT && !isPart(amount.get(), base.get())) {
                find(number, "amount", "figure-amount-no-part");
            }
            figures.add(new FigureDocument(indicator, person.get(), day.get(), amount.get(), base.get()));
            rows.add(number);
        }
    }

    private Optional<String> person(int number, String cell) {
        if (PERSON.matcher(cell).matches()) {
            return Optional.of(cell);
        }
        find(number, "personId", "figure-person-missing");
        return Optional.empty();
    }

    private Optional<LocalDate> day(int number, String cell) {
        try {
            var day = WrittenTime.day(cell);
            if (!day.isAfter(today)) {
                return Optional.of(day);
            }
            find(number, "on", "figure-day-to-come");
        } catch (DateTimeException noDay) {
            find(number, "on", "figure-day");
        }
        return Optional.empty();
    }

    /** The formula divides by it. */
    private Optional<BigDecimal> base(int number, String cell) {
        if (!MEANT_AS_NUMBER.matcher(cell).matches()) {
            find(number, BASE, FigureFinding.BASE_TEXT);
            return Optional.empty();
        }
        var base = number(number, BASE, cell);
        if (base.filter(value -> value.signum() == 0).isPresent()) {
            find(number, BASE, FigureFinding.BASE_ZERO);
            return Optional.empty();
        }
        if (formula.hasPositiveBase()
                && base.filter(value -> value.signum() < 0).isPresent()) {
            find(number, BASE, "figure-base-negative");
            return Optional.empty();
        }
        return base;
    }

    private static boolean isPart(BigDecimal amount, BigDecimal base) {
        return amount.signum() >= 0 && amount.compareTo(base) <= 0;
    }

    private Optional<BigDecimal> number(int number, String column, String cell) {
        if (NUMBER.matcher(cell).matches()) {
            return Optional.of(new BigDecimal(cell));
        }
        find(number, column, "figure-number");
        return Optional.empty();
    }
}
