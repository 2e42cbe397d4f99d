package dev.keshi.org.imports.table;

import java.util.Locale;

/**
 * A column of an import file.
 *
 * @param name English header
 * @param chinese Chinese header
 * @param required whether the column must be there and no cell of it empty
 * @param longest most characters of a cell
 * @param mayBeginWithPlus whether a cell that begins with {@code +} can be what it seems: a telephone number
 */
public record Column(String name, String chinese, boolean required, int longest, boolean mayBeginWithPlus) {

    static Column required(String name, String chinese, int longest) {
        return new Column(name, chinese, true, longest, false);
    }

    static Column optional(String name, String chinese, int longest) {
        return new Column(name, chinese, false, longest, false);
    }

    static Column phone(String name, String chinese, int longest) {
        return new Column(name, chinese, false, longest, true);
    }

    boolean isCalled(String header) {
        return plain(header).equals(plain(name)) || plain(header).equals(chinese);
    }

    private static String plain(String header) {
        return header.replaceAll("[\\s\u00a0\u3000_*-]", "").toLowerCase(Locale.ROOT);
    }
}
