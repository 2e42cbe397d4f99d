package dev.keshi.infrastructure.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.keshi.infrastructure.process.LocalFailure;
import java.util.List;
import org.bson.Document;

/** Who may open which database of a MongoDB: one user a database, named like it, who can open nothing else. */
public final class MongoAccounts {

    private static final int USER_EXISTS = 51003;

    private final String administrator;
    private final String address;

    /**
     * @param administrator connection string of someone who may create users
     * @param address the same without name and password
     */
    MongoAccounts(String administrator, String address) {
        this.administrator = administrator;
        this.address = address;
    }

    /** A server that somebody else runs. */
    public static MongoAccounts at(String administrator) {
        try (MongoClient client = MongoClients.create(administrator)) {
            client.getDatabase("admin").runCommand(new Document("ping", 1));
            return new MongoAccounts(
                    administrator, MongoAddress.of(administrator).withoutUser());
        } catch (IllegalArgumentException | MongoException e) {
            throw new LocalFailure(
                    "The MongoDB named by MONGODB_URI cannot be used (%s): correct the variable, or unset it to get a private one."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    /** Where the server is, without a secret. */
    public String address() {
        return address;
    }

    /** The connection string of the one who may do everything: a secret, for tests and for diagnosis. */
    public String administrator() {
        return administrator;
    }

    /** Makes a user for the database, or gives the one there is this password, and returns the user's connection string. */
    public String open(String database, String password) {
        var rights = List.of(new Document("role", "readWrite").append("db", database));
        try (MongoClient client = MongoClients.create(administrator)) {
            MongoDatabase own = client.getDatabase(database);
            if (!run(
                    own,
                    new Document("createUser", database).append("pwd", password).append("roles", rights))) {
                own.runCommand(new Document("updateUser", database)
                        .append("pwd", password)
                        .append("roles", rights));
            }
        } catch (MongoException e) {
            throw new LocalFailure(
                    "The user %s cannot be made in MongoDB (%s): MONGODB_URI must name a user with the role userAdminAnyDatabase."
                            .formatted(database, e.getMessage()),
                    e);
        }
        return MongoAddress.of(administrator).forUser(database, password);
    }

    /**
     * Whether the server removes by itself what its TTL indexes say is over; it does until it is told otherwise, and again after each start. For a
     * private server only: it concerns all databases.
     */
    public void removeExpired(boolean whether) {
        try (MongoClient client = MongoClients.create(administrator)) {
            client.getDatabase("admin")
                    .runCommand(new Document("setParameter", 1).append("ttlMonitorEnabled", whether));
        }
    }

    /** Removes the database and its user. */
    public void remove(String database) {
        try (MongoClient client = MongoClients.create(administrator)) {
            client.getDatabase(database).drop();
            client.getDatabase(database).runCommand(new Document("dropAllUsersFromDatabase", 1));
        }
    }

    private static boolean run(MongoDatabase database, Document command) {
        try {
            database.runCommand(command);
            return true;
        } catch (MongoCommandException e) {
            if (e.getErrorCode() == USER_EXISTS) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public String toString() {
        return "MongoAccounts[" + address + "]";
    }
}
