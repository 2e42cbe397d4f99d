package dev.keshi.org.imports.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was found wrong in the files of one import: the first ones in full, all of them counted. */
public final class Findings {

    private final int mostKept;
    private final List<ImportFinding> kept = new ArrayList<>();
    private final Map<ImportTable, TableHeader> headers = new EnumMap<>(ImportTable.class);
    private int total;

    public Findings(int mostKept) {
        this.mostKept = mostKept;
    }

    public void ofFile(ImportTable table, String code, Object... args) {
        add(new ImportFinding(table, 0, null, code, List.of(args)));
    }

    public void ofHeader(ImportTable table, @Nullable String column, String code, Object... args) {
        add(new ImportFinding(table, 1, column, code, List.of(args)));
    }

    public void ofRow(ImportTable table, int row, String code, Object... args) {
        add(new ImportFinding(table, row, null, code, List.of(args)));
    }

    /** @param column English name of the column; shown as the file has it */
    public void ofCell(ImportTable table, int row, String column, String code, Object... args) {
        var header = headers.get(table);
        var label = header == null ? table.columns().get(table.indexOf(column)).chinese() : header.labelOf(column);
        add(new ImportFinding(table, row, label, code, List.of(args)));
    }

    void headerIs(TableHeader header) {
        headers.put(header.table(), header);
    }

    private void add(ImportFinding finding) {
        total++;
        if (kept.size() < mostKept) {
            kept.add(finding);
        }
    }

    /** In the order of the files and their rows. */
    public List<ImportFinding> kept() {
        return kept.stream()
                .sorted(Comparator.comparing(ImportFinding::table).thenComparing(ImportFinding::row))
                .toList();
    }

    public int total() {
        return total;
    }

    public boolean isEmpty() {
        return total == 0;
    }
}
