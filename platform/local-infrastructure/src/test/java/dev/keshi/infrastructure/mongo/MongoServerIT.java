package dev.keshi.infrastructure.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import dev.keshi.infrastructure.process.LocalFailure;
import dev.keshi.infrastructure.process.Port;
import dev.keshi.infrastructure.process.Progress;
import dev.keshi.infrastructure.process.StateFolder;
import dev.keshi.infrastructure.process.Tether;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongoServerIT {

    @TempDir
    Path folder;

    private Tether tether;
    private StateFolder state;
    private MongoServer server;

    @BeforeEach
    void aFolderOfItsOwn() throws Exception {
        Path root = Files.createDirectory(folder.resolve("state"));
        tether = new Tether(root);
        state = new StateFolder(root);
        server = on(Port.free(1).getFirst());
    }

    @AfterEach
    void nothingIsLeft() {
        tether.close();
    }

    @Test
    void whatAServiceWroteSurvivesKillMinusNineAndAGracefulStop() {
        String service = open(server.start(Progress.silent()));
        write(service, "before the power cut");
        server.kill();

        assertThat(read(open(server.start(Progress.silent())))).containsExactly("before the power cut");
        write(service, "before the stop");
        server.stop();
        assertThat(server.pid()).isEmpty();

        assertThat(read(open(server.start(Progress.silent()))))
                .containsExactly("before the power cut", "before the stop");
    }

    @Test
    void nothingExpiresAsLongAsItWasToldSo() {
        var accounts = server.start(Progress.silent());
        assertThat(removesExpired(accounts)).isTrue();

        accounts.removeExpired(false);
        assertThat(removesExpired(accounts)).isFalse();

        accounts.removeExpired(true);
        assertThat(removesExpired(accounts)).isTrue();
    }

    private static boolean removesExpired(MongoAccounts accounts) {
        try (MongoClient client = MongoClients.create(accounts.administrator())) {
            return client.getDatabase("admin")
                    .runCommand(new Document("getParameter", 1).append("ttlMonitorEnabled", 1))
                    .getBoolean("ttlMonitorEnabled");
        }
    }

    @Test
    void startingWhatRunsChangesNothing() {
        server.start(Progress.silent());
        OptionalLong pid = server.pid();

        server.start(Progress.silent());

        assertThat(pid).isPresent();
        assertThat(server.pid()).isEqualTo(pid);
    }

    @Test
    void oneServicesUserCannotOpenTheDatabaseOfAnother() {
        MongoAccounts accounts = server.start(Progress.silent());
        String org = accounts.open("keshi_org", "org-password");
        accounts.open("keshi_workflow", "workflow-password");

        try (MongoClient client = MongoClients.create(org)) {
            client.getDatabase("keshi_org").getCollection("c").insertOne(new Document("_id", 1));
            MongoCollection<Document> foreign =
                    client.getDatabase("keshi_workflow").getCollection("c");

            assertUnauthorized(() -> foreign.find().first());
            assertUnauthorized(() -> foreign.insertOne(new Document("_id", 1)));
            assertUnauthorized(() -> foreign.watch().cursor());
            assertUnauthorized(() ->
                    client.getDatabase("keshi_workflow").listCollectionNames().first());
            assertUnauthorized(() -> client.getDatabase("admin")
                    .getCollection("system.users")
                    .find()
                    .first());
        }
    }

    @Test
    void whoHasNoPasswordReadsNothing() {
        MongoAccounts accounts = server.start(Progress.silent());

        try (MongoClient client = MongoClients.create(accounts.address())) {
            assertUnauthorized(() ->
                    client.getDatabase("keshi_org").getCollection("c").find().first());
        }
    }

    @Test
    void aServiceMayUseTransactionsAndChangeStreamsOnItsOwnDatabase() {
        String service = open(server.start(Progress.silent()));

        try (MongoClient client = MongoClients.create(service);
                var changes = client.getDatabase("keshi_org").watch().cursor();
                var session = client.startSession()) {
            MongoCollection<Document> things = client.getDatabase("keshi_org").getCollection("things");
            session.withTransaction(() -> things.insertOne(session, new Document("_id", 1)));

            assertThat(changes.next().getDocumentKey()).isNotNull();
        }
    }

    @Test
    void scriptsAreNotRunInTheServer() {
        String service = open(server.start(Progress.silent()));

        try (MongoClient client = MongoClients.create(service)) {
            MongoCollection<Document> things = client.getDatabase("keshi_org").getCollection("things");
            things.insertOne(new Document("_id", 1));

            assertThatExceptionOfType(com.mongodb.MongoException.class)
                    .isThrownBy(
                            () -> things.find(new Document("$where", "true")).first());
        }
    }

    @Test
    void theDataFollowsToAnotherPort() {
        write(open(server.start(Progress.silent())), "moved");
        server.stop();
        MongoServer moved = on(Port.free(1).getFirst());

        assertThat(read(open(moved.start(Progress.silent())))).containsExactly("moved");
    }

    @Test
    void aTakenPortIsOneClearSentence() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            MongoServer blocked = on(new Port(other.getLocalPort()));

            assertThatExceptionOfType(LocalFailure.class)
                    .isThrownBy(() -> blocked.start(Progress.silent()))
                    .withMessageContaining("wanted for MongoDB, is taken");
        }
    }

    private MongoServer on(Port port) {
        return new MongoServer(state, port, tether);
    }

    private String open(MongoAccounts accounts) {
        return accounts.open("keshi_org", state.secrets().password("mongodb-keshi_org"));
    }

    private static void write(String service, String text) {
        try (MongoClient client = MongoClients.create(service)) {
            client.getDatabase("keshi_org").getCollection("notes").insertOne(new Document("text", text));
        }
    }

    private static List<String> read(String service) {
        try (MongoClient client = MongoClients.create(service)) {
            return client.getDatabase("keshi_org")
                    .getCollection("notes")
                    .find()
                    .map(note -> note.getString("text"))
                    .into(new java.util.ArrayList<>());
        }
    }

    private static void assertUnauthorized(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatExceptionOfType(MongoCommandException.class)
                .isThrownBy(call)
                .satisfies(refusal -> assertThat(refusal.getErrorCode()).isEqualTo(13));
    }
}
