package dev.keshi.demo;

import dev.keshi.demo.Unit.Staffing;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A row of {@code structure.csv}: a department as the plan of a head office, a region, a factory, a branch or a subsidiary has it. What
 * stands in braces, such as {@code {city}}, is filled in for each of them.
 *
 * @param ifWanted whether it is left out once there are as many departments as asked for
 * @param opens how long after the department above; empty for those that opened one by one
 * @param areas fields of work that its deputies are in charge of, each {@code Chinese/English}
 * @param inArea the English name of the field of work above that it belongs to, or empty
 */
record Blueprint(
        String plan,
        String code,
        String above,
        String name,
        String nameEn,
        boolean group,
        boolean ifWanted,
        Optional<Period> opens,
        List<String> areas,
        String inArea,
        Staffing staffing) {

    private static final List<Blueprint> ALL = read();

    static List<Blueprint> ofPlan(String plan) {
        return ALL.stream().filter(row -> row.plan.equals(plan)).toList();
    }

    Blueprint filledIn(Map<String, String> values) {
        return new Blueprint(
                plan,
                filledIn(code, values),
                filledIn(above, values),
                filledIn(name, values),
                filledIn(nameEn, values),
                group,
                ifWanted,
                opens,
                areas,
                inArea,
                staffing);
    }

    private static String filledIn(String text, Map<String, String> values) {
        String filled = text;
        for (var value : values.entrySet()) {
            filled = filled.replace('{' + value.getKey() + '}', value.getValue());
        }
        return filled;
    }

    private static List<Blueprint> read() {
        var file = Objects.requireNonNull(Blueprint.class.getResourceAsStream("structure.csv"));
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(Blueprint::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cells stand in the order of the head line; none of them has a comma or quotes. */
    private static Blueprint of(String line) {
        var cells = List.of(line.split(",", -1)).iterator();
        return new Blueprint(
                cells.next(),
                cells.next(),
                cells.next(),
                cells.next(),
                cells.next(),
                cells.next().equals("group"),
                cells.next().equals("if-wanted"),
                Optional.of(cells.next()).filter(text -> !text.isEmpty()).map(Period::parse),
                list(cells.next()),
                cells.next(),
                new Staffing(cells.next(), cells.next(), Integer.parseInt(cells.next()), list(cells.next())));
    }

    private static List<String> list(String text) {
        return Stream.of(text.split(";")).filter(each -> !each.isEmpty()).toList();
    }
}
