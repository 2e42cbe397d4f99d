package dev.keshi.messaging.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.keshi.messaging.AggregateFailure;
import dev.keshi.test.Eventually;
import dev.keshi.test.infrastructure.RealInfrastructure;
import dev.keshi.test.infrastructure.RealMongo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RealInfrastructure(ownDatabase = true)
class SweepRunnerIT {

    private static final SweepSettings OFTEN = new SweepSettings(Duration.ofMillis(20));

    private final List<String> done = new CopyOnWriteArrayList<>();
    private final List<SweepRunner> runners = new ArrayList<>();
    private MongoClient client;
    private MongoDatabase database;

    @BeforeEach
    void connect(RealMongo mongo) {
        client = MongoClients.create(mongo.uri());
        database = client.getDatabase(mongo.database());
        database.getCollection("sweeps").drop();
    }

    @AfterEach
    void end() {
        runners.forEach(SweepRunner::stop);
        client.close();
    }

    @Test
    void everyPartIsDoneInOrderAndThenAllBeginsAnew() {
        start("only");

        Eventually.holds(() -> done.size() >= 6);
        assertThat(List.copyOf(done).subList(0, 6))
                .containsExactly("only", "only a", "only b", "only", "only a", "only b");
    }

    @Test
    void oneReplicaLooksAndTheOtherTakesOverWhenItEnds() {
        var first = start("first");
        Eventually.holds(() -> done.size() >= 3);
        start("second");
        int before = done.size();
        Eventually.holds(() -> done.size() >= before + 30);
        assertThat(List.copyOf(done)).allMatch(part -> part.startsWith("first"));

        first.stop();

        Eventually.holds(() -> done.getLast().startsWith("second"));
    }

    @Test
    void oneThatCannotBeDoneHoldsUpNoOtherUnlessTheStoreIsGone() {
        var parts = new Parts("each");

        parts.each(List.of("a", "b", "c", "d"), one -> one, one -> {
            switch (one) {
                case "a" -> throw new IllegalStateException("on purpose");
                case "b" -> throw new AggregateFailure.Contended(one);
                default -> done.add(one);
            }
        });
        assertThat(done).containsExactly("c", "d");

        assertThatThrownBy(() -> parts.each(List.of("e", "f"), one -> one, one -> {
                    done.add(one);
                    throw new MongoTimeoutException("on purpose");
                }))
                .isInstanceOf(MongoTimeoutException.class);
        assertThat(done).containsExactly("c", "d", "e");
    }

    @Test
    void whatFailsHoldsNothingElseUp() {
        start(
                new Parts("broken") {
                    @Override
                    public String doPart(String after) {
                        done.add("broken");
                        throw new IllegalStateException("on purpose");
                    }
                },
                new Parts("other"));

        Eventually.holds(() -> done.stream().filter("broken"::equals).count() >= 2);
        Eventually.holds(() -> done.contains("other b"));
    }

    @Test
    void whatMayWaitIsNotLookedForEveryTime() {
        start(
                new Parts("seldom") {
                    @Override
                    public Duration every() {
                        return Duration.ofHours(1);
                    }
                },
                new Parts("often"));

        Eventually.holds(() -> done.stream().filter("often"::equals).count() >= 5);
        assertThat(done).containsOnlyOnce("seldom", "seldom a", "seldom b");
    }

    @Test
    void nothingIsBegunAfterTheEnd() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        var runner = start(new Parts("slow") {
            @Override
            public String doPart(String after) {
                done.add(after);
                begun.countDown();
                Eventually.holds(() -> ended.getCount() == 0);
                return "more";
            }
        });
        begun.await();

        var stopping = Thread.ofVirtual().start(runner::stop);
        Eventually.holds(() -> !runner.isRunning());
        ended.countDown();
        stopping.join();

        assertThat(done).containsExactly("");
    }

    private SweepRunner start(String name) {
        return start(new Parts(name));
    }

    private SweepRunner start(Swept... swept) {
        var runner = new SweepRunner(List.of(swept), new SweepLease(() -> database), () -> true, OFTEN);
        runners.add(runner);
        runner.start();
        return runner;
    }

    /** Three parts. */
    private class Parts implements Swept {

        private final String name;

        Parts(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String doPart(String after) {
            done.add((name + " " + after).strip());
            return switch (after) {
                case "" -> "a";
                case "a" -> "b";
                default -> DONE;
            };
        }
    }
}
