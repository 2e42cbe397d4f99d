package dev.keshi.launcher.platform;

import dev.keshi.infrastructure.process.LocalFailure;
import dev.keshi.infrastructure.process.LocalProcess;
import dev.keshi.infrastructure.process.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

/** One replica of a service as a process that outlives the launcher. */
final class ServiceProcess {

    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final StateFolder state;
    private final PortBase ports;
    private final Replica replica;
    private final LongConsumer born;
    private final LocalProcess process;

    ServiceProcess(StateFolder state, PortBase ports, Replica replica, LongConsumer born) {
        this.state = state;
        this.ports = ports;
        this.replica = replica;
        this.born = born;
        this.process = new LocalProcess(state.run(replica.name()));
    }

    OptionalLong pid() {
        return process.pid();
    }

    /** Whether this very build runs on these very ports. */
    boolean runs(Program program) {
        return process.isRunning() && RunRecord.read(recordFile()).matches(program, ports.of(replica));
    }

    private Path temporaryFolder() {
        return state.run(replica.name() + ".tmp");
    }

    /** Uploads that were on their way when the service was killed hold personal data; nobody would remove them. */
    private static Path emptied(Path folder) {
        try {
            Folders.remove(folder);
            return Files.createDirectories(folder);
        } catch (IOException stays) {
            throw new LocalFailure("%s cannot be emptied: %s".formatted(folder, stays.getMessage()));
        }
    }

    /** Starts the service and returns when it is ready. */
    Duration start(Program program, List<String> flags, Map<String, String> environment, Readiness readiness) {
        ports.of(replica).requireFree(replica.name());
        ports.management(replica).requireFree("the health checks of " + replica.name());
        Path log = state.log(replica.name());
        LogFile.rotate(log);
        long logged = LogFile.size(log);
        long begin = System.nanoTime();
        var running =
                new RunRecord(program.folder().toString(), ports.of(replica).number(), 0);
        running.write(recordFile());
        var all = new ArrayList<String>(flags);
        all.addAll(List.of(markOf(state), "-Djava.io.tmpdir=" + emptied(temporaryFolder())));
        process.start(program.command(all), environment, log, born);
        if (!process.awaitWhileRunning(START, () -> readiness.of(ports.management(replica)))) {
            boolean ended = !process.isRunning();
            process.stop(STOP);
            throw new LocalFailure("%s %s: see ./keshi logs %s.%s"
                    .formatted(
                            replica.name(),
                            ended
                                    ? "ended while it was starting"
                                    : "was not ready after %d s".formatted(START.toSeconds()),
                            replica.name(),
                            LogFile.lastTrouble(log, logged)));
        }
        var took = Duration.ofNanos(System.nanoTime() - begin);
        running.after(took).write(recordFile());
        return took;
    }

    /** How long the last start took; zero when it is not known. */
    Duration lastStart() {
        return RunRecord.read(recordFile()).startTook();
    }

    void stop() {
        process.stop(STOP);
    }

    void kill() {
        process.kill();
    }

    /** Stands on the command line of every service that a state folder has to do with. */
    static String markOf(StateFolder state) {
        return "-Dkeshi.state=" + state.root();
    }

    private Path recordFile() {
        return state.run(replica.name() + ".properties");
    }
}
