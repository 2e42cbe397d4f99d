package dev.keshi.infrastructure.mongo;

import dev.keshi.infrastructure.process.Port;
import dev.keshi.infrastructure.process.StateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The configuration file of the private mongod. */
record MongodSettings(StateFolder state, Port port) {

    String text() {
        return """
                storage:
                  dbPath: '%s'
                  # Whoever waits for the journal has it written at once; all writes of the services do.
                  journal: {commitIntervalMs: 500}
                  wiredTiger:
                    engineConfig:
                      cacheSizeGB: 1
                      # A bulk import changes pages all over the indexes: they are written at the next checkpoint, not each time anew.
                      configString: 'eviction_dirty_target=50,eviction_dirty_trigger=75,eviction_updates_target=30,eviction_updates_trigger=50'
                systemLog: {destination: file, path: '%s', logAppend: true}
                net: {bindIp: 127.0.0.1, port: %d, unixDomainSocket: {enabled: false}}
                security: {authorization: enabled, keyFile: '%s', javascriptEnabled: false}
                replication: {replSetName: %s, oplogSizeMB: 512}
                setParameter:
                  # A set of one has nobody to hand over to when it is asked to end.
                  shutdownTimeoutMillisForSignaledShutdown: 100
                  # A process that was killed amid a transaction holds what it wrote in it until this time is over; ours take milliseconds.
                  transactionLifetimeLimitSeconds: 10
                  # Diagnostics that nobody reads would wake an idle laptop every second.
                  diagnosticDataCollectionEnabled: false
                """.formatted(
                        quoted(dataFolder()),
                        quoted(state.log("mongod")),
                        port.number(),
                        quoted(state.secrets().keyFile("mongodb-keyfile")),
                        ReplicaSet.NAME);
    }

    private Path dataFolder() {
        try {
            return Files.createDirectories(state.data("mongodb"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(Path path) {
        return path.toString().replace("'", "''");
    }
}
