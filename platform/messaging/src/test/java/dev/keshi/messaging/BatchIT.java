package dev.keshi.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keshi.messaging.Shop.CounterDocument;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.infrastructure.RealInfrastructure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Many aggregates that are changed in one write, and the races that some of them lose. */
@RealInfrastructure(ownDatabase = true)
@SpringBootTest(
        classes = MessagingApplication.class,
        properties = {"spring.application.name=batch-it", "keshi.outbox.cap=30"})
class BatchIT {

    private static final int MANY = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final CommandContext NOBODY = CommandContext.of("p-1");

    @Autowired
    private AggregateCollection<CounterDocument> counters;

    private final String text = "text-" + UUID.randomUUID();
    private final List<String> ids = IntStream.range(0, MANY)
            .mapToObj(number -> "%s-%02d".formatted(text, number))
            .toList();
    private final CommandContext once = CommandContext.system("batch", "key-" + text);

    @Test
    void manyAreChangedAtOnceAndEachTellsItsEvent(EventProbe probe) {
        var now = opened().change(ids, NOBODY, Shop::counted);

        assertThat(now).extracting(one -> one.id()).containsExactlyElementsOf(ids);
        assertThat(now).allSatisfy(one -> {
            assertThat(one.version()).isEqualTo(2);
            assertThat(counters.find(one.id())).contains(one);
        });
        var told = probe.await(2 * MANY, event -> event.key().startsWith(text), PATIENCE);
        for (var id : ids) {
            assertThat(told)
                    .filteredOn(event -> event.key().equals(id))
                    .extracting(event -> event.sequence())
                    .containsExactly(1L, 2L);
        }
    }

    @Test
    void whatLostItsRaceIsChangedFromWhatStandsAndTheOthersAreNotChangedTwice() {
        var batch = opened();
        counters.change(ids.getFirst(), NOBODY, state -> Shop.counted(ids.getFirst(), state));

        var now = batch.change(ids, once, Shop::counted);

        assertThat(now.getFirst().state().count()).isEqualTo(3);
        assertThat(now.subList(1, MANY))
                .allSatisfy(one -> assertThat(one.state().count()).isEqualTo(2));
        assertThat(counts())
                .containsExactlyElementsOf(
                        now.stream().map(one -> one.state().count()).toList());
    }

    @Test
    void theSameCommandAgainChangesNothing() {
        var unused = opened().change(ids, once, Shop::counted);

        var again = read().change(ids, once, Shop::counted);

        assertThat(again).allSatisfy(one -> assertThat(one.version()).isEqualTo(2));
        assertThat(counts()).containsOnly(2);
    }

    @Test
    void whatNothingHappensToIsNotWritten() {
        var now = opened().change(
                        ids,
                        NOBODY,
                        (id, state) ->
                                id.equals(ids.getLast()) ? Shop.counted(id, state) : new Change<>(state, List.of()));

        assertThat(now.stream().filter(one -> one.version() == 2)).hasSize(1);
        assertThat(counts()).filteredOn(count -> count == 2).hasSize(1);
    }

    @Test
    void anExpectedVersionOrAnotherIdIsRefused() {
        var batch = opened();
        var versioned = new CommandContext("p-1", Optional.empty(), OptionalLong.of(1));

        assertThatThrownBy(() -> batch.change(ids, versioned, Shop::counted))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> batch.change(List.of("somebody"), NOBODY, Shop::counted))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(counts()).containsOnly(1);
    }

    private Batch<CounterDocument> opened() {
        counters.createMissing(
                NOBODY,
                ids.stream()
                        .map(id -> new NewAggregate<>(id, Shop.opened(id, text)))
                        .toList());
        return read();
    }

    private Batch<CounterDocument> read() {
        return counters.batch(new Document("state.text", text));
    }

    private List<Integer> counts() {
        return read().aggregates().stream().map(one -> one.state().count()).toList();
    }
}
