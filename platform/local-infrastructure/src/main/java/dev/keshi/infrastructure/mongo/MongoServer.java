package dev.keshi.infrastructure.mongo;

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
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

/**
 * A private mongod: a replica set of one member on the loopback address, with authentication on and server-side JavaScript off. Its
 * data survives {@link #stop()}, {@code kill -9} and a change of its port.
 */
public final class MongoServer {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(20);

    private final StateFolder state;
    private final Port port;
    private final LongConsumer born;
    private final LocalProcess process;

    /** @param born is told the pid of the process as soon as it exists */
    public MongoServer(StateFolder state, Port port, LongConsumer born) {
        this.state = state;
        this.port = port;
        this.born = born;
        this.process = new LocalProcess(state.run("mongod"));
    }

    /** Starts the server unless it runs; returns when it accepts writes. */
    public MongoAccounts start(Progress progress) {
        if (process.isRunning()) {
            requireSamePort();
        } else {
            launch(progress);
        }
        var set = new ReplicaSet(port, state.secrets().password("mongodb-administrator"));
        set.prepare(START);
        return new MongoAccounts(set.administrator(), "mongodb://" + set.member() + "/?" + ReplicaSet.OPTION);
    }

    public void stop() {
        process.stop(STOP);
    }

    /** Ends the server as a power cut would. */
    public void kill() {
        process.kill();
    }

    public OptionalLong pid() {
        return process.pid();
    }

    private void launch(Progress progress) {
        state.requireSpace();
        port.requireFree("MongoDB");
        Path program = MongodProgram.onThisMachine(progress).find();
        Path settings = state.run("mongod.conf");
        write(settings, new MongodSettings(state, port).text());
        process.start(
                List.of(program.toString(), "--config", settings.toString()), Map.of(), state.log("mongod"), born);
        write(state.run("mongod.port"), Integer.toString(port.number()));
        if (!process.awaitWhileRunning(START, port::answers)) {
            process.stop(STOP);
            throw new LocalFailure("mongod did not start (%s): see %s."
                    .formatted(MongodLog.lastError(state.log("mongod")), state.log("mongod")));
        }
    }

    private void requireSamePort() {
        String running = read(state.run("mongod.port"));
        if (!running.equals(Integer.toString(port.number()))) {
            throw new LocalFailure(
                    "MongoDB already runs on port %s: stop it with ./keshi down before it can use port %d."
                            .formatted(running, port.number()));
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
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
