package dev.keshi.performance.indicator;

/**
 * What is wrong with a row of an import.
 *
 * @param row from 1, the header
 * @param column name of the column; empty text when the whole row is meant
 * @param code what is wrong
 */
public record FigureFinding(int row, String column, String code) {

    static final String BASE_ZERO = "figure-base-zero";
    static final String BASE_TEXT = "figure-base-text";
}
