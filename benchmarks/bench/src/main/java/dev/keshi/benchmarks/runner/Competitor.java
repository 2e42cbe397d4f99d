package dev.keshi.benchmarks.runner;

import dev.keshi.benchmarks.load.Conversation;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A contender in a process and on a class path of its own. */
final class Competitor implements AutoCloseable {

    /** The second compiler is on, unlike on a laptop; the same for all. */
    static final List<String> FLAGS = List.of("-Xms1g", "-Xmx1g", "-XX:+UseParallelGC", "-XX:+UseCompactObjectHeaders");

    private final Contestant contestant;
    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter orders;
    private final JsonMapper json = JsonMapper.builder().build();

    /**
     * @param name in tables
     * @param module whose class path it runs on
     * @param application main class
     */
    record Contestant(String name, String module, String application) {}

    Competitor(Contestant contestant, Path root, Path log, List<String> extraFlags, Map<String, String> environment) {
        this.contestant = contestant;
        try {
            var builder = new ProcessBuilder(command(contestant, root, extraFlags));
            builder.environment().putAll(environment);
            builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
            process = builder.start();
            answers = process.inputReader(StandardCharsets.UTF_8);
            orders = process.outputWriter(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        answer(log);
    }

    String name() {
        return contestant.name();
    }

    long pid() {
        return process.pid();
    }

    /** @throws IllegalStateException when the contender could not do it: its log says why */
    JsonNode ask(String order) {
        System.err.printf("%tT %s: %s%n", LocalTime.now(), name(), order);
        try {
            orders.write(order + "\n");
            orders.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer(null);
    }

    private JsonNode answer(@Nullable Path log) {
        try {
            for (var line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.startsWith(Conversation.ANSWER)) {
                    var answer = json.readTree(line.substring(Conversation.ANSWER.length()));
                    if (answer.has("failure")) {
                        throw new IllegalStateException(
                                name() + ": " + answer.get("failure").asString());
                    }
                    return answer;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException(name() + " has ended" + (log == null ? "" : ": see " + log));
    }

    private static List<String> command(Contestant contestant, Path root, List<String> extraFlags) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(extraFlags);
        command.add("-cp");
        command.add(classPath(root, contestant.module()));
        command.add(contestant.application());
        return command;
    }

    static String classPath(Path root, String module) throws IOException {
        var target = root.resolve("benchmarks").resolve(module).resolve("target");
        return target.resolve("classes") + File.pathSeparator + Files.readString(target.resolve("classpath"));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
