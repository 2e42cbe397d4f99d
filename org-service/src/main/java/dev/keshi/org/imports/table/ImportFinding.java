package dev.keshi.org.imports.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something in a file that is not as it must be.
 *
 * @param row as a spreadsheet shows it: the header is row 1; 0 for the file as a whole
 * @param column header as it stands in the file, or as it should; absent for a row or file as a whole
 * @param code stable, also the key of its message
 * @param args what the message names; never the content of a personal cell
 */
public record ImportFinding(
        ImportTable table, int row, @Nullable String column, String code, List<Object> args) {

    public ImportFinding {
        args = List.copyOf(args);
    }
}
