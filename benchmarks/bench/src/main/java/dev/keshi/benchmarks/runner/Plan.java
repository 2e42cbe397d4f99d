package dev.keshi.benchmarks.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What was asked for.
 *
 * @param quick fewer and shorter runs, whose figures only tell that all works
 * @param json the last line is one JSON object
 * @param portBase of the servers; 0 takes any that are free
 * @param heap of a service that is measured as it is, MiB; empty when the benchmark itself says it
 * @param only names of the contenders that take part; all when empty
 * @param flags more flags for the JVMs of the contenders, to look into them
 */
record Plan(
        String id,
        boolean quick,
        boolean json,
        int rounds,
        int seconds,
        int portBase,
        OptionalInt heap,
        List<String> only,
        List<String> flags) {

    static Plan of(String[] arguments) {
        var id = "";
        boolean quick = false;
        boolean json = false;
        int rounds = 0;
        int seconds = 0;
        int portBase = 0;
        var heap = OptionalInt.empty();
        List<String> only = List.of();
        var flags = new ArrayList<String>();
        var words = new ArrayList<>(List.of(arguments));
        while (!words.isEmpty()) {
            var word = words.removeFirst();
            switch (word) {
                case "--quick" -> quick = true;
                case "--json" -> json = true;
                case "--rounds" -> rounds = Integer.parseInt(words.removeFirst());
                case "--seconds" -> seconds = Integer.parseInt(words.removeFirst());
                case "--port-base" -> portBase = Integer.parseInt(words.removeFirst());
                case "--heap" -> heap = OptionalInt.of(Integer.parseInt(words.removeFirst()));
                case "--only" -> only = List.of(words.removeFirst().split(",", -1));
                case "--jvm" -> flags.add(words.removeFirst());
                default -> id = word;
            }
        }
        return new Plan(
                id,
                quick,
                json,
                rounds > 0 ? rounds : quick ? 1 : 3,
                seconds > 0 ? seconds : quick ? 3 : 8,
                portBase,
                heap,
                only,
                List.copyOf(flags));
    }

    boolean wants(String contender) {
        return only.isEmpty() || only.contains(contender);
    }
}
