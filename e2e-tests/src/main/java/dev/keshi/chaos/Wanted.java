package dev.keshi.chaos;

import dev.keshi.chaos.fault.Fault;
import dev.keshi.chaos.fault.Strike;
import dev.keshi.launcher.platform.PortBase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was typed after {@code ./keshi chaos}.
 *
 * @param only ids of faults; empty for all
 * @param strike what strikes must have in their name
 * @param rounds how many of each fault; 0 for as many as the scale says
 * @param patches see {@link UnusualSurroundings}
 * @param patience how long the platform may take to come to rest: a sabotaged one never does
 */
record Wanted(
        Scale scale,
        long seed,
        Set<String> only,
        boolean json,
        Optional<PortBase> ports,
        Optional<String> strike,
        int rounds,
        List<Path> patches,
        Duration patience) {

    static final List<String> FAULTS = List.of("F1", "F2", "F3", "F5", "F6", "F7", "F8", "F9", "F12", "F13");

    static final String USAGE =
            "usage: ./keshi chaos short|full [--seed N] [--only F3,F7] [--json] [--port-base P] [--strike TEXT] [--rounds N]";

    Wanted {
        only = Set.copyOf(only);
        patches = List.copyOf(patches);
        if (!FAULTS.containsAll(only)) {
            throw new IllegalArgumentException("of %s only %s are faults that can be tried".formatted(only, FAULTS));
        }
        if (rounds < 0) {
            throw new IllegalArgumentException("%d rounds cannot be tried".formatted(rounds));
        }
    }

    /** @throws IllegalArgumentException when something else was typed */
    static Wanted parse(List<String> typed) {
        Optional<Scale> scale = Optional.empty();
        long seed = 1;
        var only = new TreeSet<String>();
        boolean json = false;
        Optional<PortBase> ports = Optional.empty();
        Optional<String> strike = Optional.empty();
        int rounds = 0;
        var patches = new ArrayList<Path>();
        var patience = Settling.PROMISED;
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
                case "--strike" -> strike = Optional.of(value(rest, word));
                case "--rounds" -> rounds = (int) number(value(rest, word));
                case "--patience" -> patience = Duration.ofSeconds(number(value(rest, word)));
                case "--patch" -> patches.add(Path.of(value(rest, word)).toAbsolutePath());
                default -> throw new IllegalArgumentException("'%s' is not understood here".formatted(word));
            }
        }
        return new Wanted(
                scale.orElseThrow(() -> new IllegalArgumentException("short or full is missing")),
                seed,
                only,
                json,
                ports,
                strike,
                rounds,
                patches,
                patience);
    }

    boolean includes(String fault) {
        return only.isEmpty() || only.contains(fault);
    }

    /** How long it may take, when it is the whole. */
    Optional<Duration> goal() {
        return only.isEmpty() && strike.isEmpty() && rounds == 0 ? scale.goal() : Optional.empty();
    }

    /** Those that are wanted, and have a strike that is. */
    List<Fault> among(List<Fault> all) {
        return all.stream()
                .filter(fault -> includes(fault.id()))
                .filter(fault -> !chosen(Experiment.strikes(fault, seed)).isEmpty())
                .toList();
    }

    /** @throws IllegalArgumentException when none of them is wanted, with the names of the strikes that there are */
    void requireOne(List<Fault> all) {
        if (among(all).isEmpty()) {
            throw new IllegalArgumentException("no strike has '%s' in its name; there are:%n%s"
                    .formatted(
                            strike.orElse(""),
                            all.stream()
                                    .filter(fault -> includes(fault.id()))
                                    .map(this::named)
                                    .collect(Collectors.joining(System.lineSeparator()))));
        }
    }

    private String named(Fault fault) {
        return "  %s %s: %s"
                .formatted(
                        fault.id(),
                        fault.title(),
                        Experiment.strikes(fault, seed).stream()
                                .map(Strike::what)
                                .distinct()
                                .sorted()
                                .collect(Collectors.joining("; ")));
    }

    /** The strikes of a fault that are wanted. */
    List<Strike> chosen(List<Strike> all) {
        var some = all.stream()
                .filter(one -> one.what().contains(strike.orElse("")))
                .toList();
        return rounds == 0 || some.isEmpty()
                ? some
                : Stream.iterate(0, number -> number + 1)
                        .limit(rounds)
                        .map(number -> some.get(number % some.size()))
                        .toList();
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
            throw new IllegalArgumentException("a number is wanted, not '%s'".formatted(text), e);
        }
    }
}
