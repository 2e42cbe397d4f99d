package dev.keshi.chaos.fault;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.keshi.infrastructure.mongo.MongodProgram;
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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.bson.Document;

/** A replica set of three members on one machine, of which one is primary and may be lost. */
public final class MongoTrio implements AutoCloseable {

    private static final int MEMBERS = 3;
    private static final String SET = "keshi";
    private static final String ADMINISTRATOR = "keshi_administrator";
    private static final Duration START = Duration.ofSeconds(60);

    private final StateFolder state;
    private final int firstPort;
    private final LongConsumer born;

    /** @param born is told the pid of each member */
    public MongoTrio(StateFolder state, int firstPort, LongConsumer born) {
        this.state = state;
        this.firstPort = firstPort;
        this.born = born;
    }

    /** @return the administrator's connection string */
    public String start() {
        IntStream.range(0, MEMBERS).forEach(this::start);
        try (var guest = direct(0, "")) {
            var members = IntStream.range(0, MEMBERS)
                    .mapToObj(number -> new Document("_id", number).append("host", host(number)))
                    .toList();
            guest.getDatabase("admin")
                    .runCommand(new Document(
                            "replSetInitiate",
                            new Document("_id", SET)
                                    .append("members", members)
                                    .append("settings", new Document("electionTimeoutMillis", 3_000))));
        }
        int primary = awaitPrimary("");
        try (var guest = direct(primary, "")) {
            guest.getDatabase("admin")
                    .runCommand(new Document("createUser", ADMINISTRATOR)
                            .append("pwd", password())
                            .append("roles", List.of("root")));
        }
        return "mongodb://%s:%s@%s,%s,%s/?authSource=admin&replicaSet=%s"
                .formatted(ADMINISTRATOR, password(), host(0), host(1), host(2), SET);
    }

    /** Starts a member, unless it runs; returns when it answers. */
    void start(int number) {
        var process = process(number);
        var port = new Port(firstPort + number);
        if (!process.isRunning()) {
            process.start(
                    List.of(
                            MongodProgram.onThisMachine(Progress.silent())
                                    .find()
                                    .toString(),
                            "--config",
                            settings(number).toString()),
                    Map.of(),
                    state.log("mongod-" + number),
                    born);
        }
        if (!process.awaitWhileRunning(START, port::answers)) {
            throw new LocalFailure(
                    "The mongod %d did not start: see %s.".formatted(number, state.log("mongod-" + number)));
        }
    }

    void kill(int number) {
        process(number).kill();
    }

    long pid(int number) {
        return process(number).pid().orElseThrow();
    }

    void stepDown(int number) {
        try (var client = direct(number, credentials())) {
            client.getDatabase("admin")
                    .runCommand(new Document("replSetStepDown", 10).append("secondaryCatchUpPeriodSecs", 5));
        } catch (MongoException closed) {
            // It may close the connection on which it was asked.
        }
    }

    /** The number of the member that takes writes. */
    int awaitPrimary() {
        return awaitPrimary(credentials());
    }

    private int awaitPrimary(String credentials) {
        long deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline) {
            var primary = IntStream.range(0, MEMBERS)
                    .filter(number -> isPrimary(number, credentials))
                    .findFirst();
            if (primary.isPresent()) {
                return primary.getAsInt();
            }
            LockSupport.parkNanos(50_000_000);
        }
        throw new LocalFailure("No member of the replica set became primary in %d s.".formatted(START.toSeconds()));
    }

    private boolean isPrimary(int number, String credentials) {
        if (!process(number).isRunning()) {
            return false;
        }
        try (var client = direct(number, credentials)) {
            return client.getDatabase("admin")
                    .runCommand(new Document("hello", 1))
                    .getBoolean("isWritablePrimary", false);
        } catch (MongoException notNow) {
            return false;
        }
    }

    /** Members that are not primary. */
    List<Integer> others(int primary) {
        return IntStream.range(0, MEMBERS)
                .filter(number -> number != primary)
                .boxed()
                .toList();
    }

    private LocalProcess process(int number) {
        return new LocalProcess(state.run("mongod-" + number));
    }

    private String host(int number) {
        return "127.0.0.1:" + (firstPort + number);
    }

    private String password() {
        return state.secrets().password("mongodb-administrator");
    }

    private String credentials() {
        return ADMINISTRATOR + ":" + password() + "@";
    }

    private MongoClient direct(int number, String credentials) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(
                        "mongodb://%s%s/?directConnection=true&authSource=admin".formatted(credentials, host(number))))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(1, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.readTimeout(10, TimeUnit.SECONDS))
                .build());
    }

    private Path settings(int number) {
        try {
            Path data = Files.createDirectories(state.data("mongodb-" + number));
            return Files.writeString(state.run("mongod-" + number + ".conf"), """
                            storage:
                              dbPath: '%s'
                              wiredTiger: {engineConfig: {cacheSizeGB: 0.5}}
                            systemLog: {destination: file, path: '%s', logAppend: true}
                            net: {bindIp: 127.0.0.1, port: %d, unixDomainSocket: {enabled: false}}
                            security: {authorization: enabled, keyFile: '%s', javascriptEnabled: false}
                            replication: {replSetName: %s, oplogSizeMB: 256}
                            setParameter:
                              diagnosticDataCollectionEnabled: false
                              transactionLifetimeLimitSeconds: 10
                              # Else the primary streams its oplog into the socket of a member that stands still, which reads it later.
                              oplogFetcherUsesExhaust: false
                            """.formatted(
                            data,
                            state.log("mongod-" + number),
                            firstPort + number,
                            state.secrets().keyFile("mongodb-keyfile"),
                            SET));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        IntStream.range(0, MEMBERS)
                .mapToObj(this::process)
                .filter(LocalProcess::isRunning)
                .forEach(LocalProcess::kill);
    }
}
