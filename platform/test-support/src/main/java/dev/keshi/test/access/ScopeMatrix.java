package dev.keshi.test.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Each operation of a service with what each person is answered: lines of {@code METHOD /path/{id} | 200 404 | body}. An operation that the
 * OpenAPI document describes and that has no line here has not been thought of.
 */
public final class ScopeMatrix {

    private final List<String> people;
    private final List<Row> rows;

    private ScopeMatrix(List<String> people, List<Row> rows) {
        this.people = List.copyOf(people);
        this.rows = List.copyOf(rows);
    }

    /**
     * One line of the table.
     *
     * @param answers how what each of the people is answered begins, in their order
     */
    public record Row(String operation, List<String> answers, String body) {

        public Row {
            answers = List.copyOf(answers);
        }

        public boolean reads() {
            return operation.startsWith("GET ");
        }

        /** Below the address of the service, with names of ids in braces. */
        public String path() {
            return operation.substring(operation.indexOf(' ') + 1);
        }
    }

    /** Asks the service. */
    public interface Asking {

        /**
         * @param expected how the answer should begin
         * @return status and, of a refusal, its code; several when it was asked in several ways
         */
        List<String> ask(Row row, String person, String expected);
    }

    public static ScopeMatrix of(List<String> people, String table) {
        return new ScopeMatrix(
                people,
                table.lines()
                        .filter(line -> !line.isBlank())
                        .map(line -> line.split("\\|", 3))
                        .map(cells -> new Row(
                                cells[0].strip(), Arrays.asList(cells[1].strip().split(" +")), cells[2].strip()))
                        .toList());
    }

    /** Who is answered otherwise than the table says; row by row, and within it person by person. */
    public List<String> wrong(Asking asking) {
        var wrong = new ArrayList<String>();
        for (var row : rows) {
            if (row.answers().size() != people.size()) {
                wrong.add(row.operation() + " has not as many answers as there are people");
                continue;
            }
            for (int i = 0; i < people.size(); i++) {
                var expected = row.answers().get(i);
                for (var given : asking.ask(row, people.get(i), expected)) {
                    if (!given.startsWith(expected)) {
                        wrong.add("%s by %s: %s instead of %s"
                                .formatted(row.operation(), people.get(i), given, expected));
                    }
                }
            }
        }
        return wrong;
    }

    /** Operations of the table, with whatever stands in braces, or behind a question mark, left out. */
    public SortedSet<String> operations() {
        return rows.stream().map(row -> shape(row.operation())).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The same of a service's OpenAPI document, without those that every service has.
     *
     * @param prefix address of the service, for example {@code /api/risk/v1}
     */
    public static SortedSet<String> described(JsonNode openApi, String prefix) {
        var described = new TreeSet<String>();
        openApi.get("paths")
                .propertyStream()
                .filter(path -> !path.getKey().contains("/operations/"))
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> described.add(shape(method.toUpperCase(Locale.ROOT) + " "
                                + path.getKey().replace(prefix, "")))));
        return described;
    }

    private static String shape(String operation) {
        return operation.replaceAll("\\{[^}]*}", "{}").replaceFirst("\\?.*", "");
    }
}
