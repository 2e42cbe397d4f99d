package dev.keshi.chaos;

import dev.keshi.launcher.platform.PortBase;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was typed after {@code ./keshi chaos}.
 *
 * @param only ids of faults; empty for all
 */
record Wanted(Scale scale, long seed, Set<String> only, boolean json, Optional<PortBase> ports) {

    static final List<String> FAULTS = List.of("F1", "F2", "F3", "F5", "F6", "F7", "F8", "F9", "F12", "F13");

    static final String USAGE = "usage: ./keshi chaos short|full [--seed N] [--only F3,F7] [--json] [--port-base P]";

    Wanted {
        only = Set.copyOf(only);
        if (!FAULTS.containsAll(only)) {
            throw new IllegalArgumentException("of %s only %s are faults that can be tried".formatted(only, FAULTS));
        }
    }

    /** @throws IllegalArgumentException when something else was typed */
    static Wanted parse(List<String> typed) {
        Optional<Scale> scale = Optional.empty();
        long seed = 1;
        var only = new TreeSet<String>();
        boolean json = false;
        Optional<PortBase> ports = Optional.empty();
        var rest = typed.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            switch (word) {
                case "short" -> scale = Optional.of(Scale.SHORT);
                case "full" -> scale = Optional.of(Scale.FULL);
                case "--json" -> json = true;
                case "--seed" -> seed = number(value(rest, word));
                case "--only" ->
                    Arrays.stream(value(rest, word).split(","))
                            .map(id -> id.strip().toUpperCase(Locale.ROOT))
                            .forEach(only::add);
                case "--port-base" -> ports = Optional.of(PortBase.of(value(rest, word)));
                default -> throw new IllegalArgumentException("'%s' is not understood here".formatted(word));
            }
        }
        return new Wanted(
                scale.orElseThrow(() -> new IllegalArgumentException("short or full is missing")),
                seed,
                only,
                json,
                ports);
    }

    boolean includes(String fault) {
        return only.isEmpty() || only.contains(fault);
    }

    private static String value(java.util.Iterator<String> rest, String option) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " wants a value");
        }
        return rest.next();
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--seed wants a number, not '%s'".formatted(text), e);
        }
    }
}
