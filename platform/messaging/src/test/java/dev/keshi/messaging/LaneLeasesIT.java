package dev.keshi.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.keshi.test.infrastructure.RealInfrastructure;
import dev.keshi.test.infrastructure.RealMongo;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RealInfrastructure(ownDatabase = true)
class LaneLeasesIT {

    private static final Duration LEASE = Duration.ofSeconds(2);

    private MongoClient client;
    private MongoDatabase database;

    @BeforeEach
    void connect(RealMongo mongo) {
        client = MongoClients.create(mongo.uri());
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

        assertThat(alone.renew(Set.of())).hasSize(Lanes.COUNT);
        assertThat(alone.renew(Set.of())).isEmpty();
        assertThat(alone.holds(0)).isTrue();
    }

    @Test
    void twoReplicasShareAndNoLaneHasTwoHolders() {
        var first = replica("first");
        var second = replica("second");
        first.renew(Set.of());
        second.renew(Set.of());
        first.renew(Set.of());
        second.renew(Set.of());

        assertThat(first.held()).hasSize(32);
        assertThat(second.held()).hasSize(32).doesNotContainAnyElementsOf(first.held());
    }

    @Test
    void aLaneWithRecordsInFlightIsNotGivenAway() {
        var first = replica("first");
        first.renew(Set.of());
        var busy = new HashSet<>(first.held());
        replica("second").renew(Set.of());

        first.renew(busy);

        assertThat(first.held()).hasSize(Lanes.COUNT);
    }

    @Test
    void theLanesOfASilentReplicaAreTakenOverWithARisingToken() {
        var silent = replica("silent");
        silent.renew(Set.of());
        var heir = replica("heir");

        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (heir.held().size() < Lanes.COUNT && System.nanoTime() < deadline) {
            heir.renew(Set.of());
        }

        assertThat(heir.held()).hasSize(Lanes.COUNT);
        assertThat(silent.held()).isEmpty();
        assertThat(database.getCollection("outbox_lanes").find().first().getLong("token"))
                .isEqualTo(2);
    }

    @Test
    void aReplicaThatStopsGracefullyLeavesNothingToWaitFor() {
        var leaving = replica("leaving");
        leaving.renew(Set.of());
        leaving.release();

        assertThat(replica("next").renew(Set.of())).hasSize(Lanes.COUNT);
        assertThat(leaving.holds(0)).isFalse();
    }

    private LaneLeases replica(String name) {
        var replica = new LaneLeases(database, name, LEASE);
        replica.prepare();
        return replica;
    }
}
