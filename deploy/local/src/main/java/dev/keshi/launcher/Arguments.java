package dev.keshi.launcher;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was typed after the verb: words, flags such as {@code --json}, and options with a value such as {@code --people 1200}. */
final class Arguments {

    private final List<String> words = new ArrayList<>();
    private final Set<String> flags = new HashSet<>();
    private final Map<String, String> values = new HashMap<>();

    private Arguments() {}

    /**
     * @param knownFlags flags that the verb understands
     * @param knownOptions options that the verb understands; {@code --name value} and {@code --name=value} are the same
     * @throws UsageProblem when something else was typed
     */
    static Arguments parse(List<String> typed, Set<String> knownFlags, Set<String> knownOptions) {
        var arguments = new Arguments();
        var rest = typed.iterator();
        while (rest.hasNext()) {
            String text = rest.next();
            String name = text.contains("=") ? text.substring(0, text.indexOf('=')) : text;
            if (!text.startsWith("-")) {
                arguments.words.add(text);
            } else if (knownFlags.contains(text)) {
                arguments.flags.add(text);
            } else if (!knownOptions.contains(name)) {
                throw new UsageProblem("'%s' is not an option here".formatted(text));
            } else if (name.length() < text.length()) {
                arguments.values.put(name, text.substring(name.length() + 1));
            } else if (rest.hasNext()) {
                arguments.values.put(name, rest.next());
            } else {
                throw new UsageProblem("%s wants a value".formatted(text));
            }
        }
        return arguments;
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(values.get(option));
    }

    /** The one word that the verb wants. */
    String word(String meaning) {
        if (words.size() != 1) {
            throw new UsageProblem(
                    words.isEmpty() ? meaning + " is missing" : "too many words: " + String.join(" ", words));
        }
        return words.getFirst();
    }

    void requireNoWords() {
        if (!words.isEmpty()) {
            throw new UsageProblem("'%s' is not understood here".formatted(words.getFirst()));
        }
    }
}
