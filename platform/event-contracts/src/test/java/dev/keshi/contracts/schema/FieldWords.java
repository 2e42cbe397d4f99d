package dev.keshi.contracts.schema;

import java.util.Optional;
import java.util.Set;

/**
 * What the fields of events mean: {@code fields.properties} (Chinese) and {@code fields_en.properties} beside the records. A line {@code name=} holds for all
 * records of the package, {@code Record.name=} for one.
 */
public enum FieldWords {
    CHINESE("fields.properties"),
    ENGLISH("fields_en.properties");

    private final String file;

    FieldWords(String file) {
        this.file = file;
    }

    public String file() {
        return file;
    }

    /** Empty when nobody has said it. */
    public Optional<String> of(Class<?> record, String field) {
        return beside(record).find(line(record, field));
    }

    /** The line that the words of a field stand in. */
    String line(Class<?> record, String field) {
        var own = record.getSimpleName() + "." + field;
        return beside(record).find(own).isPresent() ? own : field;
    }

    Set<String> lines(Class<?> record) {
        return beside(record).lines();
    }

    private Words beside(Class<?> record) {
        return Words.in(record.getResource(file));
    }
}
