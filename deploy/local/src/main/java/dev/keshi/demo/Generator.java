package dev.keshi.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;

/**
 * Writes {@code departments.csv}, {@code positions.csv} and {@code people.csv}:
 *
 * <pre>{@code
 * java -cp local-launcher.jar dev.keshi.demo.Generator --people 1200 --seed 1 --out DIR
 * }</pre>
 *
 * 1,200 people work in about 70 departments, 100,000 in about 5,000.
 */
public final class Generator {

    /** A smaller enterprise would not have all personas. */
    static final int FEWEST_PEOPLE = 50;

    private static final int MOST_PEOPLE = 200_000;

    private int people = 1_200;
    private long seed = 1;
    private Path out = Path.of(".");

    private Generator() {}

    public static void main(String[] args) throws IOException {
        var generator = new Generator();
        try {
            generator.read(new ArrayDeque<>(List.of(args)));
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.err.println("Usage: --people N (" + FEWEST_PEOPLE + " to " + MOST_PEOPLE + ") --seed S --out DIR");
            System.exit(2);
        }
        var enterprise = write(generator.people, generator.seed, generator.out);
        System.out.printf(
                "%d departments, %d positions, %d people in %s%n",
                enterprise.departments().size(),
                enterprise.positions().size(),
                enterprise.people().size(),
                generator.out);
    }

    /** Makes the enterprise and writes its three files into a folder, which is made when it is missing. */
    public static Enterprise write(int people, long seed, Path folder) throws IOException {
        var enterprise = Enterprise.of(people, seed);
        Files.createDirectories(folder);
        enterprise.writeTo(folder);
        return enterprise;
    }

    private void read(ArrayDeque<String> args) {
        while (!args.isEmpty()) {
            var name = args.remove();
            if (args.isEmpty()) {
                throw new IllegalArgumentException("A value is missing after " + name);
            }
            var value = args.remove();
            switch (name) {
                case "--people" -> people = (int) number(name, value, FEWEST_PEOPLE, MOST_PEOPLE);
                case "--seed" -> seed = number(name, value, Long.MIN_VALUE, Long.MAX_VALUE);
                case "--out" -> out = Path.of(value);
                default -> throw new IllegalArgumentException("Unknown option " + name);
            }
        }
    }

    private static long number(String name, String text, long least, long most) {
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notOne) {
            throw new IllegalArgumentException(name + " must be a number: " + text, notOne);
        }
        throw new IllegalArgumentException(name + " must be " + least + " to " + most);
    }
}
