package dev.keshi.org.imports.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one file row by row, in memory that does not grow with the file. Takes what spreadsheets write: byte order marks,
 * UTF-8, UTF-16 and GBK, commas, semicolons and tabs, a {@code sep=} line, any line ends, quoted cells.
 *
 * <p>A cell that begins with {@code =}, {@code +}, {@code -} or {@code @} is refused and not neutralised: a changed cell
 * would be kept as somebody's name without anybody having written it. Telephone numbers may begin with {@code +}.
 */
public final class TableReader {

    private static final int LARGEST_CELL = 8 << 20;
    private static final String FORMULA_STARTS = "=+-@\t\r＝＋－＠";
    private static final Pattern SEPARATOR_LINE = Pattern.compile("(?i)\"?sep=([^\"])\"?");
    private static final String SEPARATORS = ",;\t；，|";

    private final ImportTable table;
    private final Findings findings;

    public TableReader(ImportTable table, Findings findings) {
        this.table = table;
        this.findings = findings;
    }

    /** Hands over every row in order, sound or not; what is wrong is reported. */
    public void read(Path file, Consumer<TableRow> rows) {
        try {
            var encoding = TextEncoding.of(file);
            if (encoding.isEmpty()) {
                findings.ofFile(table, "import-encoding");
                return;
            }
            read(file, encoding.get(), rows);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void read(Path file, TextEncoding encoding, Consumer<TableRow> rows) throws IOException {
        int number = 0;
        try (var text = new BufferedReader(encoding.open(file), 1 << 16);
                var records = open(text)) {
            TableHeader header = null;
            for (CsvRecord csv : records) {
                number++;
                if (header == null) {
                    var read = TableHeader.read(table, csv.getFields(), findings);
                    if (read.isEmpty()) {
                        return;
                    }
                    header = read.get();
                    findings.headerIs(header);
                } else if (number - 1 > table.mostRows()) {
                    findings.ofFile(table, "import-too-many-rows", table.mostRows());
                    return;
                } else if (!isBlank(csv)) {
                    rows.accept(row(header, number, csv));
                }
            }
            if (header == null) {
                findings.ofFile(table, "import-empty");
            }
        } catch (CsvParseException broken) {
            findings.ofRow(table, number + 1, "import-unreadable-row");
        }
    }

    private static CsvReader<CsvRecord> open(BufferedReader text) throws IOException {
        return CsvReader.builder()
                .fieldSeparator(separator(text))
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(false)
                .skipEmptyLines(false)
                .maxBufferSize(LARGEST_CELL)
                .ofCsvRecord(text);
    }

    /** By the {@code sep=} line that Excel writes and reads, else by what separates the first line. */
    private static char separator(BufferedReader text) throws IOException {
        text.mark(1 << 15);
        var head = new char[1 << 14];
        int length = Math.max(0, text.read(head, 0, head.length));
        text.reset();
        var line = new String(head, 0, length).lines().findFirst().orElse("");
        var told = SEPARATOR_LINE.matcher(line);
        if (told.matches()) {
            var unused = text.readLine();
            return told.group(1).charAt(0);
        }
        return (char) SEPARATORS
                .chars()
                .boxed()
                .max((left, right) -> Long.compare(count(line, left), count(line, right)))
                .filter(most -> count(line, most) > 0)
                .orElse((int) ',')
                .intValue();
    }

    private static long count(String line, int separator) {
        return line.chars().filter(character -> character == separator).count();
    }

    private static boolean isBlank(CsvRecord csv) {
        return csv.getFields().stream().allMatch(String::isBlank);
    }

    private TableRow row(TableHeader header, int number, CsvRecord csv) {
        var columns = table.columns();
        var cells = new @Nullable String[columns.size()];
        boolean sound = true;
        if (csv.getFieldCount() > header.cells() && !restIsBlank(csv, header.cells())) {
            findings.ofRow(table, number, "import-too-many-cells", header.cells());
            sound = false;
        }
        for (int i = 0; i < cells.length; i++) {
            int place = header.places().get(i);
            var raw = place >= 0 && place < csv.getFieldCount() ? csv.getField(place) : "";
            var code = wrong(columns.get(i), raw);
            if (code.isEmpty()) {
                var cell = trimmed(raw);
                cells[i] = cell.isEmpty() ? null : cell;
            } else {
                sound = false;
                findings.ofCell(
                        table,
                        number,
                        columns.get(i).name(),
                        code.get(),
                        columns.get(i).longest());
            }
        }
        return new TableRow(header, number, cells, findings, sound);
    }

    private static Optional<String> wrong(Column column, String raw) {
        var cell = raw.length() > column.longest() ? raw : trimmed(raw);
        if (cell.length() > column.longest()) {
            return Optional.of("import-cell-too-long");
        }
        if (cell.isEmpty()) {
            return column.required() ? Optional.of("import-cell-missing") : Optional.empty();
        }
        char first = cell.charAt(0);
        boolean plus = first == '+' && column.mayBeginWithPlus();
        if (FORMULA_STARTS.indexOf(first) >= 0 && !plus) {
            return Optional.of("import-formula");
        }
        return cell.codePoints().anyMatch(Character::isISOControl)
                ? Optional.of("import-control-character")
                : Optional.empty();
    }

    private static boolean restIsBlank(CsvRecord csv, int from) {
        return List.copyOf(csv.getFields()).subList(from, csv.getFieldCount()).stream()
                .allMatch(String::isBlank);
    }

    /** Also of the spaces that word processors and Chinese input methods write. */
    private static String trimmed(String raw) {
        int from = 0;
        int to = raw.length();
        while (from < to && isSpace(raw.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(raw.charAt(to - 1))) {
            to--;
        }
        return raw.substring(from, to);
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || character == '\ufeff';
    }
}
