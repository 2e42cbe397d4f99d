package dev.keshi.org.imports.table;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which cell of a row belongs to which column.
 *
 * @param places for each column of the table the number of its cell, -1 when the file has none
 * @param labels for each column the header as it stands in the file, or its Chinese name
 * @param cells number of cells in the header
 */
record TableHeader(ImportTable table, List<Integer> places, List<String> labels, int cells) {

    /** Empty, with findings, when the header is not that of the table. */
    static Optional<TableHeader> read(ImportTable table, List<String> headers, Findings findings) {
        int before = findings.total();
        var columns = table.columns();
        var places = new Integer[columns.size()];
        var labels = new String[columns.size()];
        for (int i = 0; i < columns.size(); i++) {
            places[i] = -1;
            labels[i] = columns.get(i).chinese();
        }
        for (int cell = 0; cell < headers.size(); cell++) {
            place(table, headers.get(cell).strip(), cell, places, labels, findings);
        }
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).required() && places[i] < 0) {
                findings.ofHeader(
                        table,
                        columns.get(i).name(),
                        "import-column-missing",
                        columns.get(i).name(),
                        columns.get(i).chinese());
            }
        }
        return findings.total() > before
                ? Optional.empty()
                : Optional.of(new TableHeader(table, List.of(places), List.of(labels), headers.size()));
    }

    private static void place(
            ImportTable table,
            String header,
            int cell,
            Integer[] places,
            @Nullable String[] labels,
            Findings findings) {
        if (header.isEmpty()) {
            return;
        }
        var column = table.meantBy(header);
        if (column.isEmpty()) {
            findings.ofHeader(table, shortened(header), "import-column-unknown");
        } else if (places[column.get()] >= 0) {
            findings.ofHeader(table, shortened(header), "import-column-twice");
        } else {
            places[column.get()] = cell;
            labels[column.get()] = header;
        }
    }

    String labelOf(String column) {
        return labels.get(table.indexOf(column));
    }

    private static String shortened(String header) {
        return header.length() <= 60 ? header : header.substring(0, 60) + "…";
    }
}
