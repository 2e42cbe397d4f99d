package dev.keshi.benchmarks.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows of equal columns for the terminal. */
final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    Table(String... head) {
        rows.add(List.of(head));
    }

    Table row(Object... cells) {
        var row = new ArrayList<String>();
        for (var cell : cells) {
            row.add(cell instanceof Double number ? number(number) : String.valueOf(cell));
        }
        rows.add(row);
        return this;
    }

    private static String number(double number) {
        return String.format(
                Locale.ROOT, Math.abs(number) >= 100 ? "%,.0f" : Math.abs(number) >= 10 ? "%.1f" : "%.3f", number);
    }

    void print() {
        var text = new StringBuilder();
        for (var row : rows) {
            for (int column = 0; column < row.size(); column++) {
                text.append(padded(row.get(column), width(column), column == 0)).append("  ");
            }
            text.append('\n');
        }
        System.out.println(text);
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private static String padded(String cell, int width, boolean left) {
        var fill = " ".repeat(width - cell.length());
        return left ? cell + fill : fill + cell;
    }
}
