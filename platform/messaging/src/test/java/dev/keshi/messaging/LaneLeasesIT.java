package dev.keshi.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import dev.keshi.test.infrastructure.RealInfrastructure;
import dev.keshi.test.infrastructure.RealMongo;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RealInfrastructure(ownDatabase = true)
class LaneLeasesIT {

    private static final Duration LEASE = Duration.ofSeconds(2);

    private final List<String> commands = new CopyOnWriteArrayList<>();
    private MongoClient client;
    private MongoDatabase database;

    @BeforeEach
    void connect(RealMongo mongo) {
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(mongo.uri()))
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        var target = event.getCommand().get(event.getCommandName());
                        commands.add(event.getCommandName()
                                + (target.isString() ? " " + target.asString().getValue() : ""));
                    }
                })
                .build());
        database = client.getDatabase(mongo.database());
        database.getCollection("outbox_lanes").drop();
        database.getCollection("outbox_members").drop();
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void aReplicaAloneHoldsEveryLane() {
        var alone = replica("alone");

        assertThat(alone.renew(Set::of)).hasSize(Lanes.COUNT);
        assertThat(alone.renew(Set::of)).isEmpty();
        assertThat(alone.holds(0)).isTrue();
    }

    @Test
    void twoReplicasShareAndNoLaneHasTwoHolders() {
        var first = replica("first");
        var second = replica("second");
        first.renew(Set::of);
        second.renew(Set::of);
        first.renew(Set::of);
        second.renew(Set::of);

        assertThat(first.held()).hasSize(32);
        assertThat(second.held()).hasSize(32).doesNotContainAnyElementsOf(first.held());
    }

    @Test
    void aLaneWithRecordsInFlightIsNotGivenAway() {
        var first = replica("first");
        first.renew(Set::of);
        var busy = Set.copyOf(first.held());
        var second = replica("second");
        second.renew(Set::of);

        first.renew(() -> busy);
        second.renew(Set::of);

        assertThat(first.held())
                .as("nothing new begins in what is to be given away")
                .hasSize(Lanes.COUNT / 2);
        assertThat(second.held()).isEmpty();

        first.renew(Set::of);
        second.renew(Set::of);

        assertThat(second.held()).hasSize(Lanes.COUNT / 2).doesNotContainAnyElementsOf(first.held());
    }

    @Test
    void aFlightThatBeginsWhileALaneIsGivenAwayKeepsItHere() {
        var first = replica("first");
        first.renew(Set::of);
        var second = replica("second");
        second.renew(Set::of);
        var before = Set.copyOf(first.held());

        // The second look finds what began after the first one.
        var looks = new ArrayDeque<>(List.of(Set.<Integer>of(), before));
        first.renew(looks::remove);
        second.renew(Set::of);

        assertThat(second.held()).isEmpty();
    }

    @Test
    void whatWasToBeGivenAwayIsTakenBackWhenTheOtherLeaves() {
        var first = replica("first");
        first.renew(Set::of);
        var busy = Set.copyOf(first.held());
        var second = replica("second");
        second.renew(Set::of);
        first.renew(() -> busy);

        second.release();

        assertThat(first.renew(() -> busy)).as("to be swept").hasSize(Lanes.COUNT / 2);
        assertThat(first.held()).hasSize(Lanes.COUNT);
    }

    @Test
    void theLanesOfASilentReplicaAreTakenOverWithARisingToken() {
        var silent = replica("silent");
        silent.renew(Set::of);
        var heir = replica("heir");

        await(() -> heir.renew(Set::of), () -> heir.held().size() == Lanes.COUNT);

        assertThat(heir.held()).hasSize(Lanes.COUNT);
        assertThat(silent.held()).isEmpty();
        assertThat(tokens()).containsOnly(2L);
    }

    @Test
    void aReplicaThatWasPausedHoldsNothingOfWhatItsHeirTook() {
        var paused = replica("paused");
        paused.renew(Set::of);
        var heir = replica("heir");
        await(() -> heir.renew(Set::of), () -> heir.held().size() == Lanes.COUNT);

        paused.renew(Set::of);

        assertThat(paused.held()).isEmpty();
        heir.renew(Set::of);
        paused.renew(Set::of);
        assertThat(paused.held()).hasSize(32).doesNotContainAnyElementsOf(heir.held());
    }

    @Test
    void aRenewalThatIsLateButNobodyTookOverKeepsTheLanesAndHasThemAllSwept() {
        var late = replica("late");
        late.renew(Set::of);
        await(() -> {}, () -> !late.holds(0));

        assertThat(late.renew(Set::of)).hasSize(Lanes.COUNT);
        assertThat(tokens()).containsOnly(1L);
    }

    @Test
    void nothingIsTakenFromAReplicaThatGoesOnRenewing() {
        var steady = replica("steady");
        steady.renew(Set::of);
        var busy = Set.copyOf(steady.held());
        var greedy = replica("greedy");

        for (int round = 0; round < 20; round++) {
            steady.renew(() -> busy);
            greedy.renew(Set::of);
        }

        assertThat(greedy.held()).as("all is still on its way").isEmpty();
        assertThat(tokens()).containsOnly(1L);
    }

    @Test
    void aRenewalWritesTheMemberAndNoLane() {
        var alone = replica("alone");
        alone.renew(Set::of);
        commands.clear();

        alone.renew(Set::of);

        assertThat(commands).containsExactly("update outbox_members", "find outbox_members");
    }

    @Test
    void aMemberThatDiedLeavesNoDocumentBehind() {
        replica("dead").renew(Set::of);
        var heir = replica("heir");

        await(() -> heir.renew(Set::of), () -> heir.held().size() == Lanes.COUNT);

        assertThat(database.getCollection("outbox_members").countDocuments()).isEqualTo(1);
    }

    @Test
    void aReplicaThatStopsGracefullyLeavesNothingToWaitFor() {
        var leaving = replica("leaving");
        leaving.renew(Set::of);
        leaving.release();

        assertThat(replica("next").renew(Set::of)).hasSize(Lanes.COUNT);
        assertThat(leaving.holds(0)).isFalse();
    }

    private Set<Long> tokens() {
        return database.getCollection("outbox_lanes")
                .distinct("token", Long.class)
                .into(new HashSet<>());
    }

    private static void await(Runnable step, BooleanSupplier reached) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!reached.getAsBoolean() && System.nanoTime() < deadline) {
            step.run();
        }
        assertThat(reached.getAsBoolean()).isTrue();
    }

    private LaneLeases replica(String name) {
        var replica = new LaneLeases(database, name, LEASE);
        replica.prepare();
        return replica;
    }
}
