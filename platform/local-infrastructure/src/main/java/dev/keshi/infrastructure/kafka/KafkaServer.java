package dev.keshi.infrastructure.kafka;

import dev.keshi.infrastructure.process.LocalFailure;
import dev.keshi.infrastructure.process.LocalProcess;
import dev.keshi.infrastructure.process.Port;
import dev.keshi.infrastructure.process.Progress;
import dev.keshi.infrastructure.process.StateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.apache.kafka.common.Uuid;

/**
 * A private Kafka broker that is its own controller, on the loopback address. Its data survives {@link #stop()}, {@code kill -9} and
 * a change of its ports.
 */
public final class KafkaServer {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final Duration RECORDING = Duration.ofMinutes(3);
    private static final List<String> FLAGS = List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError");

    private final StateFolder state;
    private final Port broker;
    private final Port controller;
    private final LongConsumer born;
    private final List<BrokerListener> more;
    private final Supplier<List<String>> classes;
    private final LocalProcess process;

    /** @param born is told the pid of the process as soon as it exists */
    public KafkaServer(StateFolder state, Port broker, Port controller, LongConsumer born) {
        this(state, broker, controller, born, List.of());
    }

    /** @param more doors beside the usual one */
    public KafkaServer(StateFolder state, Port broker, Port controller, LongConsumer born, List<BrokerListener> more) {
        this(state, broker, controller, born, more, KafkaServer::known);
    }

    private KafkaServer(
            StateFolder state,
            Port broker,
            Port controller,
            LongConsumer born,
            List<BrokerListener> more,
            Supplier<List<String>> classes) {
        this.more = List.copyOf(more);
        this.classes = classes;
        this.state = state;
        this.broker = broker;
        this.controller = controller;
        this.born = born;
        this.process = new LocalProcess(state.run("kafka"));
    }

    /** Starts the broker unless it runs; returns its bootstrap address when it serves. */
    public String start(Progress progress) {
        if (process.isRunning()) {
            requireSamePort();
        } else {
            launch(progress);
        }
        BrokerReadiness.at(bootstrap()).await(START, process::isRunning);
        return bootstrap();
    }

    public String bootstrap() {
        return "127.0.0.1:" + broker.number();
    }

    public void stop() {
        process.stop(STOP);
    }

    /** Ends the broker as a power cut would. */
    public void kill() {
        process.kill();
    }

    public OptionalLong pid() {
        return process.pid();
    }

    /**
     * Starts a broker in an empty folder and stops it again, to record the classes that it loads.
     *
     * @param cache is written when the broker has ended; not there, when that has failed
     */
    public static void record(StateFolder empty, Path cache, Progress progress) {
        var ports = Port.free(2);
        var recorded = new KafkaServer(
                empty, ports.get(0), ports.get(1), pid -> {}, List.of(), () -> List.of("-XX:AOTCacheOutput=" + cache));
        try {
            recorded.start(progress);
        } finally {
            recorded.process.stop(RECORDING);
        }
    }

    private void launch(Progress progress) {
        state.requireSpace();
        broker.requireFree("Kafka");
        controller.requireFree("Kafka's controller");
        Path settings = write("kafka.properties", new BrokerSettings(broker, controller, data(), more).text());
        Path logging = write("kafka-log4j2.properties", BrokerLogging.TEXT);
        if (!Files.exists(data())) {
            progress.say("Preparing the folder of the Kafka broker");
            format(logging);
        }
        process.start(
                java(classes.get(), logging, "kafka.Kafka", settings.toString()), Map.of(), state.log("kafka"), born);
        write("kafka.port", Integer.toString(broker.number()));
        if (!process.awaitWhileRunning(START, broker::answers)) {
            process.stop(STOP);
            throw new LocalFailure("The Kafka broker did not start: see %s.".formatted(state.log("kafka")));
        }
    }

    /** Formats a draft and renames it: a crash in the middle leaves no half-made folder behind. */
    private void format(Path logging) {
        Path draft = state.data("kafka.new");
        Path settings = write("kafka-format.properties", new BrokerSettings(broker, controller, draft, more).text());
        var formatting = java(
                known(),
                logging,
                "kafka.tools.StorageTool",
                "format",
                "--ignore-formatted",
                "-t",
                Uuid.randomUuid().toString(),
                "-c",
                settings.toString());
        try {
            Process tool = new ProcessBuilder(formatting)
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(state.log("kafka").toFile()))
                    .start();
            if (tool.waitFor() != 0) {
                throw new LocalFailure(
                        "The folder of the Kafka broker cannot be prepared: see %s.".formatted(state.log("kafka")));
            }
            Files.move(draft, data());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("Interrupted while preparing the Kafka broker.", e);
        }
    }

    private static List<String> known() {
        return BrokerCache.ofThisBuild().flags();
    }

    private static List<String> java(List<String> classes, Path logging, String... main) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(classes);
        command.add("-Dlog4j2.configurationFile=" + logging);
        command.addAll(List.of("-cp", BrokerClassPath.find().argument()));
        command.addAll(List.of(main));
        return command;
    }

    private Path data() {
        return state.data("kafka");
    }

    private void requireSamePort() {
        String running = read(state.run("kafka.port"));
        if (!running.equals(Integer.toString(broker.number()))) {
            throw new LocalFailure("Kafka already runs on port %s: stop it with ./keshi down before it can use port %d."
                    .formatted(running, broker.number()));
        }
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(state.run(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
