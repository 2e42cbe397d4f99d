package dev.keshi.org.imports.table;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A row whose cells are trimmed and of allowed length and kind. Readings of cells report what is wrong and answer nothing;
 * afterwards {@link #isSound} tells whether anything was.
 */
public final class TableRow {

    private final TableHeader header;
    private final int number;
    private final @Nullable String[] cells;
    private final Findings findings;
    private boolean sound;

    TableRow(TableHeader header, int number, @Nullable String[] cells, Findings findings, boolean sound) {
        this.header = header;
        this.number = number;
        this.cells = cells;
        this.findings = findings;
        this.sound = sound;
    }

    /** As a spreadsheet shows it: the header is row 1. */
    public int number() {
        return number;
    }

    public boolean isSound() {
        return sound;
    }

    public Optional<String> text(String column) {
        return Optional.ofNullable(cells[header.table().indexOf(column)]);
    }

    /** A cell of a row that may be wrong elsewhere; what is wrong with this one was reported when it was first read. */
    public Optional<String> readable(String column, Predicate<String> allowed) {
        return text(column).filter(allowed);
    }

    /** A cell that must look in some way. */
    public Optional<String> text(String column, Predicate<String> allowed, String code) {
        var text = text(column);
        if (text.isPresent() && !allowed.test(text.get())) {
            wrong(column, code);
            return Optional.empty();
        }
        return text;
    }

    public Optional<LocalDate> date(String column) {
        var text = text(column);
        var date = text.flatMap(Dates::read);
        if (text.isPresent() && date.isEmpty()) {
            wrong(column, "import-date");
        }
        return date;
    }

    public Optional<Integer> number(String column, int most) {
        var text = text(column);
        var number = text.filter(digits -> digits.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .filter(value -> value <= most);
        if (text.isPresent() && number.isEmpty()) {
            wrong(column, "import-number", most);
        }
        return number;
    }

    public void wrong(String column, String code, Object... args) {
        sound = false;
        findings.ofCell(header.table(), number, column, code, args);
    }
}
