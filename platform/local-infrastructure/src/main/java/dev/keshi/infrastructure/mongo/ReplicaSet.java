package dev.keshi.infrastructure.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.keshi.infrastructure.process.LocalFailure;
import dev.keshi.infrastructure.process.Port;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * Makes a fresh mongod a replica set of one with an administrator. Every step finds out for itself whether it was done already, so
 * that a start which was killed in the middle is finished by the next one.
 */
final class ReplicaSet {

    static final String NAME = "keshi";
    static final String OPTION = "replicaSet=" + NAME;

    private static final String ADMINISTRATOR = "keshi_administrator";
    private static final int ALREADY_INITIALIZED = 23;
    private static final int UNAUTHORIZED = 13;

    private final Port port;
    private final String password;

    ReplicaSet(Port port, String password) {
        this.port = port;
        this.password = password;
    }

    String member() {
        return "127.0.0.1:" + port.number();
    }

    /** The administrator's connection string. */
    String administrator() {
        return "mongodb://%s:%s@%s/?authSource=admin&%s".formatted(ADMINISTRATOR, password, member(), OPTION);
    }

    void prepare(Duration patience) {
        try (MongoClient guest = direct("")) {
            MongoDatabase admin = guest.getDatabase("admin");
            initiate(admin);
            if (!isAdministrator()) {
                awaitPrimary(admin, patience);
                createAdministrator(admin);
            }
            adoptPort(admin);
            awaitPrimary(admin, patience);
        } catch (MongoException e) {
            throw new LocalFailure(
                    "The private MongoDB on port %d does not answer as it should (%s): see its log with ./keshi logs mongod."
                            .formatted(port.number(), e.getMessage()),
                    e);
        }
    }

    /** Allowed without a password only while the server has no user at all. */
    private void initiate(MongoDatabase admin) {
        var configuration =
                new Document("_id", NAME).append("members", List.of(new Document("_id", 0).append("host", member())));
        try {
            admin.runCommand(new Document("replSetInitiate", configuration));
        } catch (MongoCommandException e) {
            if (e.getErrorCode() != ALREADY_INITIALIZED && e.getErrorCode() != UNAUTHORIZED) {
                throw e;
            }
        }
    }

    private boolean isAdministrator() {
        try (MongoClient client = direct(ADMINISTRATOR + ":" + password + "@")) {
            client.getDatabase("admin").runCommand(new Document("connectionStatus", 1));
            return true;
        } catch (MongoSecurityException refused) {
            return false;
        }
    }

    private void createAdministrator(MongoDatabase admin) {
        admin.runCommand(new Document("createUser", ADMINISTRATOR)
                .append("pwd", password)
                .append("roles", List.of("root")));
    }

    /** A set that was stopped on another port does not know itself any more until it is told its new address. */
    private void adoptPort(MongoDatabase guest) {
        if (isSelf(guest)) {
            return;
        }
        try (MongoClient client = direct(ADMINISTRATOR + ":" + password + "@")) {
            MongoDatabase admin = client.getDatabase("admin");
            Document configuration =
                    admin.runCommand(new Document("replSetGetConfig", 1)).get("config", Document.class);
            Document self = configuration.getList("members", Document.class).getFirst();
            if (!member().equals(self.getString("host"))) {
                self.put("host", member());
                configuration.put("version", configuration.getInteger("version") + 1);
                admin.runCommand(new Document("replSetReconfig", configuration).append("force", true));
            }
        }
    }

    private boolean isSelf(MongoDatabase guest) {
        return member().equals(hello(guest).getString("me"));
    }

    private void awaitPrimary(MongoDatabase admin, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!hello(admin).getBoolean("isWritablePrimary", false)) {
            if (System.nanoTime() > deadline) {
                throw new LocalFailure(
                        "The private MongoDB on port %d did not become primary in %d s: see its log with ./keshi logs mongod."
                                .formatted(port.number(), patience.toSeconds()));
            }
            pause();
        }
    }

    private static Document hello(MongoDatabase admin) {
        return admin.runCommand(new Document("hello", 1));
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("Interrupted while waiting for MongoDB.", e);
        }
    }

    private MongoClient direct(String credentials) {
        var address = new ConnectionString(
                "mongodb://%s%s/?directConnection=true&authSource=admin".formatted(credentials, member()));
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(address)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(20, TimeUnit.SECONDS))
                .build());
    }
}
