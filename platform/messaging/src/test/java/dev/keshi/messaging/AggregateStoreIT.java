package dev.keshi.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.events.SeenEvent;
import dev.keshi.test.infrastructure.RealInfrastructure;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.mongodb.core.MongoTemplate;

@RealInfrastructure(ownDatabase = true)
@SpringBootTest(
        classes = MessagingApplication.class,
        properties = {"spring.application.name=store-it", "keshi.outbox.cap=30"})
class AggregateStoreIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    private AggregateCollection<Shop.CounterDocument> counters;

    @Autowired
    private AggregateStore store;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private MeterRegistry meters;

    private final String id = "counter-" + UUID.randomUUID();

    @Test
    void anEventReachesKafkaAsACloudEventAndLeavesTheDocument(EventProbe probe) {
        counters.create(id, CommandContext.of("p-1"), Shop.opened(id, "窗口"));

        var event = probe.awaitOne(Shop.TYPE, id, PATIENCE);

        assertThat(event.headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_source", "/keshi/store-it")
                .containsEntry("ce_subject", "position/" + id)
                .containsEntry("ce_partitionkey", id)
                .containsEntry("ce_sequence", "1")
                .containsEntry("ce_epoch", "1")
                .containsEntry("ce_actor", "p-1")
                .containsEntry("content-type", "application/json");
        assertThat(event.json()).contains("\"title\":\"窗口\"").doesNotContain("titleEn");
        awaitEmptyOutbox();
        assertThat(meters.get("relay_lag_seconds").timer().count()).isPositive();
        assertThat(meters.get("relay_lag_seconds").timer().max(TimeUnit.SECONDS))
                .isPositive();
        assertThat(meters.get("outbox_pending").gauge().value()).isNotNegative();
        assertThat(meters.get("outbox_oldest_age_seconds").gauge().value()).isNotNegative();
        assertThat(meters.get("relay_history_lost_total").counter().count()).isZero();
        assertThat(counters.find(id))
                .hasValueSatisfying(found -> assertThat(found.version()).isEqualTo(1));
    }

    @Test
    void concurrentCommandsLoseNoUpdateAndPublishInOrderWithoutAGap(EventProbe probe) throws Exception {
        int writers = 8;
        int each = 25;
        counters.create(id, CommandContext.of("p-1"), Shop.opened(id, "x"));

        try (var threads = Executors.newFixedThreadPool(writers)) {
            var done = new ArrayList<Future<?>>();
            IntStream.range(0, writers)
                    .forEach(_ -> done.add(threads.submit(() -> {
                        for (int i = 0; i < each; i++) {
                            countUntilDone();
                        }
                    })));
            for (var one : done) {
                one.get();
            }
        }

        int last = 1 + writers * each;
        assertThat(counters.find(id).orElseThrow().state().count()).isEqualTo(last);
        var published = probe.await(last, event -> event.key().equals(id), PATIENCE);
        assertThat(published.stream().map(SeenEvent::sequence))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, last).boxed().toList());
    }

    @Test
    void theSameCommandAgainChangesNothing(EventProbe probe) {
        var once = new CommandContext("p-1", Optional.of("key-" + id), OptionalLong.empty());
        counters.create(id, once, Shop.opened(id, "x"));
        var again = counters.create(id, once, Shop.opened(id, "another"));
        var counting = new CommandContext("p-1", Optional.of("count-" + id), OptionalLong.empty());
        counters.change(id, counting, state -> Shop.counted(id, state));
        var repeated = counters.change(id, counting, state -> Shop.counted(id, state));

        assertThat(again.state().text()).isEqualTo("x");
        assertThat(repeated.state().count()).isEqualTo(2);
        assertThat(probe.await(2, event -> event.key().equals(id), PATIENCE)).hasSize(2);
    }

    @Test
    void anIdIsGivenOnce() {
        counters.create(id, CommandContext.of("p-1"), Shop.opened(id, "x"));

        assertThatThrownBy(() -> counters.create(id, CommandContext.of("p-2"), Shop.opened(id, "y")))
                .isInstanceOf(AggregateFailure.AlreadyExists.class);
        assertThat(counters.find(id).orElseThrow().state().text()).isEqualTo("x");
    }

    @Test
    void aStaleVersionIsRefused() {
        var created = counters.create(id, CommandContext.of("p-1"), Shop.opened(id, "x"));
        var seen = new CommandContext("p-1", Optional.empty(), OptionalLong.of(created.version()));
        counters.change(id, seen, state -> Shop.counted(id, state));

        assertThatThrownBy(() -> counters.change(id, seen, state -> Shop.counted(id, state)))
                .isInstanceOf(AggregateFailure.Stale.class);
        assertThat(counters.find(id).orElseThrow().state().count()).isEqualTo(2);
    }

    @Test
    void textThatLooksLikeAnOperatorIsText() {
        counters.create(id, CommandContext.of("p-1"), Shop.opened(id, "$version"));
        counters.change(id, CommandContext.of("$actor"), state -> Shop.counted(id, state));

        assertThat(counters.find(id).orElseThrow().state().text()).isEqualTo("$version");
    }

    @Test
    void moreEventsThanTheCapAreRefusedAndNothingIsLost() {
        counters.create(id, CommandContext.of("p-1"), Shop.opened(id, "x"));
        awaitEmptyOutbox();
        // The outbox is made full in the store itself, in a lane that no relay serves.
        var entry = new Document("seq", 1_000L);
        mongo.getCollection("counters")
                .updateOne(
                        new Document("_id", id),
                        List.of(new Document(
                                "$set",
                                new Document(
                                                "outbox",
                                                new Document(
                                                        "$literal",
                                                        IntStream.range(0, 30)
                                                                .mapToObj(_ -> entry)
                                                                .toList()))
                                        .append("lane", 9_999))));

        assertThatThrownBy(() -> counters.change(id, CommandContext.of("p-1"), state -> Shop.counted(id, state)))
                .isInstanceOf(AggregateFailure.OutboxFull.class);
        assertThat(counters.find(id).orElseThrow().state().count()).isEqualTo(1);
        mongo.getCollection("counters").deleteOne(new Document("_id", id));
    }

    @Test
    void moreBytesThanADocumentHoldsAreRefusedAsAFullOutbox() {
        var text = "x".repeat(40_000);
        counters.create(id, CommandContext.of("p-1"), Shop.opened(id, text));
        awaitEmptyOutbox();
        var entry = new Document("seq", new Document("$literal", 1_000L))
                .append("data", new Document("$literal", "x".repeat(1_045_000)));
        var sixteen =
                new Document("$map", new Document("input", new Document("$range", List.of(0, 16))).append("in", entry));
        mongo.getCollection("counters")
                .updateOne(
                        new Document("_id", id),
                        List.of(new Document("$set", new Document("outbox", sixteen).append("lane", 9_999))));

        assertThatThrownBy(() -> counters.change(id, CommandContext.of("p-1"), state -> Shop.counted(id, state)))
                .isInstanceOf(AggregateFailure.OutboxFull.class);
        assertThat(counters.find(id).orElseThrow().state().count()).isEqualTo(1);
        mongo.getCollection("counters").deleteOne(new Document("_id", id));
    }

    @Test
    void whatIsDeletedIsToldLastFoundNoMoreAndItsIdIsNotGivenAgain(EventProbe probe) {
        var opening = new CommandContext("p-1", Optional.of("open-" + id), OptionalLong.empty());
        counters.create(id, opening, Shop.opened(id, "x"));
        counters.change(id, CommandContext.of("p-1"), state -> Shop.counted(id, state));
        var stale = new CommandContext("p-1", Optional.empty(), OptionalLong.of(1));
        assertThatThrownBy(() -> counters.delete(id, stale, _ -> gone(3))).isInstanceOf(AggregateFailure.Stale.class);
        var deleting = new CommandContext("p-1", Optional.of("delete-" + id), OptionalLong.of(2));

        counters.delete(id, deleting, _ -> gone(3));
        counters.delete(id, deleting, _ -> gone(4));

        assertThat(counters.find(id)).isEmpty();
        assertThat(mongo.getCollection("counters").countDocuments(new Document("state.text", "x").append("_id", id)))
                .isZero();
        assertThatThrownBy(() -> counters.change(id, CommandContext.of("p-1"), state -> Shop.counted(id, state)))
                .isInstanceOf(AggregateFailure.NotFound.class);
        assertThatThrownBy(() -> counters.delete(id, CommandContext.of("p-1"), _ -> gone(4)))
                .isInstanceOf(AggregateFailure.NotFound.class);
        assertThatThrownBy(() -> counters.create(id, opening, Shop.opened(id, "x")))
                .isInstanceOf(AggregateFailure.AlreadyExists.class);
        counters.createMissing(CommandContext.of("p-1"), List.of(new NewAggregate<>(id, Shop.opened(id, "x"))));
        assertThat(counters.find(id)).isEmpty();
        assertThat(probe.await(3, event -> event.key().equals(id), PATIENCE))
                .extracting(SeenEvent::sequence)
                .containsExactly(1L, 2L, 3L);
        awaitEmptyOutbox();
    }

    @Test
    void nothingIsDeletedWithoutAWord() {
        counters.create(id, CommandContext.of("p-1"), Shop.opened(id, "x"));

        assertThatThrownBy(() -> counters.delete(id, CommandContext.of("p-1"), _ -> List.of()))
                .hasMessageContaining("Nobody is told");
        assertThatThrownBy(() -> counters.delete(id, CommandContext.of("p-1"), _ -> {
                    throw new IllegalStateException("refused by a rule");
                }))
                .hasMessage("refused by a rule");
        assertThat(counters.find(id)).isPresent();
    }

    private List<PublishedEvent> gone(int count) {
        return List.of(Shop.event(id, "gone", count));
    }

    @Test
    void anEventIsAsLargeAsAnEventMayBeAndNoLarger(EventProbe probe) {
        int rest = new EventJson().write(Shop.event(id, "", 2)).length;
        var largest = "x".repeat(EventEnvelope.MOST_BYTES - rest);
        counters.create(id, CommandContext.of("p-1"), Shop.opened(id, "x"));

        assertThatThrownBy(() -> counters.change(
                        id,
                        CommandContext.of("p-1"),
                        state -> new Change<>(state, List.of(Shop.event(id, largest + "x", 2)))))
                .isInstanceOf(AggregateFailure.EventTooLarge.class)
                .hasMessageContaining("1000001 bytes");
        assertThat(counters.find(id).orElseThrow().version()).isEqualTo(1);
        counters.change(
                id, CommandContext.of("p-1"), state -> new Change<>(state, List.of(Shop.event(id, largest, 2))));

        assertThat(probe.await(2, event -> event.key().equals(id), PATIENCE))
                .last()
                .satisfies(event -> assertThat(event.json()).hasSize(EventEnvelope.MOST_BYTES));
    }

    @Test
    void aCommandOverTwoAggregatesHappensWhollyOrNotAtAll(EventProbe probe) {
        var other = id + "-other";
        counters.create(id, CommandContext.of("p-1"), Shop.opened(id, "x"));

        assertThatThrownBy(() -> store.inTransaction(() -> {
                    counters.change(id, CommandContext.of("p-1"), state -> Shop.counted(id, state));
                    throw new IllegalStateException("refused by a rule");
                }))
                .hasMessage("refused by a rule");
        store.inTransaction(() -> {
            counters.change(id, CommandContext.of("p-1"), state -> Shop.counted(id, state));
            return counters.create(other, CommandContext.of("p-1"), Shop.opened(other, "y"));
        });

        assertThat(counters.find(id).orElseThrow().state().count()).isEqualTo(2);
        probe.awaitOne(Shop.TYPE, other, PATIENCE);
        assertThat(probe.await(2, event -> event.key().equals(id), PATIENCE))
                .extracting(SeenEvent::sequence)
                .containsExactly(1L, 2L);
    }

    @Test
    void transactionsThatMeetRunOneAfterTheOther() throws Exception {
        counters.create(id, CommandContext.of("p-1"), Shop.opened(id, "x"));

        try (var threads = Executors.newFixedThreadPool(4)) {
            var done = new ArrayList<Future<?>>();
            IntStream.range(0, 8)
                    .forEach(_ -> done.add(threads.submit(() -> store.inTransaction(
                            () -> counters.change(id, CommandContext.of("p-1"), state -> Shop.counted(id, state))))));
            for (var one : done) {
                one.get();
            }
        }

        assertThat(counters.find(id).orElseThrow().state().count()).isEqualTo(9);
    }

    @Test
    void aBulkCommandThatIsRepeatedCreatesOnlyWhatIsMissing(EventProbe probe) {
        var batch = IntStream.range(0, 50)
                .mapToObj(number -> id + "-" + number)
                .map(each -> new NewAggregate<>(each, Shop.opened(each, "x")))
                .toList();
        counters.createMissing(CommandContext.of("p-1"), batch.subList(0, 20));
        counters.createMissing(CommandContext.of("p-1"), batch);

        assertThat(probe.await(50, event -> event.key().startsWith(id), PATIENCE))
                .hasSize(50);
    }

    private void countUntilDone() {
        while (true) {
            try {
                counters.change(id, CommandContext.of("p-1"), state -> Shop.counted(id, state));
                return;
            } catch (AggregateFailure.Contended | AggregateFailure.OutboxFull tryAgain) {
                Thread.onSpinWait();
            }
        }
    }

    private void awaitEmptyOutbox() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!mongo.getCollection("counters")
                .find(new Document("_id", id))
                .first()
                .getList("outbox", Document.class)
                .isEmpty()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
        }
    }
}
