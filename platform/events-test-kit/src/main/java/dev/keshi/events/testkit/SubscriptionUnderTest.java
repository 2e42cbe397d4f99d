package dev.keshi.events.testkit;

import dev.keshi.events.client.AggregateKey;
import dev.keshi.events.client.DeadLetterOffice;
import dev.keshi.events.client.EventDelivery;
import dev.keshi.events.client.EventSubscription;
import dev.keshi.events.client.GapRule;
import dev.keshi.events.client.HandlingFailed;
import dev.keshi.events.client.Position;
import dev.keshi.events.client.StoreUnavailable;
import dev.keshi.events.client.SubscriberStore;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A subscription, run as the client runs it, without Kafka. */
public final class SubscriptionUnderTest<T> implements ListenerUnderTest {

    private final Office office = new Office();
    private final boolean acceptsGaps;
    private final EventDelivery<T> delivery;
    private final EventDelivery<T> dying;
    private final Supplier<?> effects;

    private SubscriptionUnderTest(EventSubscription<T> subscription, Supplier<?> effects) {
        this.acceptsGaps = subscription.gaps() != GapRule.PARK;
        this.delivery = new EventDelivery<>(subscription, office);
        this.dying = new EventDelivery<>(subscription.remembering(new DyingStore<>(subscription.store())), office);
        this.effects = effects;
    }

    /** @param effects gives everything that its handlers have brought about, see {@link ListenerUnderTest#effects} */
    public static <T> SubscriptionUnderTest<T> of(EventSubscription<T> subscription, Supplier<?> effects) {
        return new SubscriptionUnderTest<>(subscription, effects);
    }

    @Override
    public void receive(ConsumerRecord<byte[], byte[]> record) throws Exception {
        delivery.deliver(record);
    }

    /** The handler runs; then, instead of committing, the process is gone and the store takes back what it was told. */
    @Override
    public void receiveAndDie(ConsumerRecord<byte[], byte[]> record) throws Exception {
        try {
            dying.deliver(record);
        } catch (HandlingFailed failed) {
            if (!(failed.getCause() instanceof Died)) {
                throw failed;
            }
        } catch (StoreUnavailable unavailable) {
            if (!(unavailable.getCause() instanceof Died)) {
                throw unavailable;
            }
        }
    }

    /** As an operator does who redrives everything. */
    @Override
    public void redrive() throws Exception {
        for (var letter : office.takeAll()) {
            delivery.deliver(letter);
        }
    }

    @Override
    public boolean acceptsGaps() {
        return acceptsGaps;
    }

    @Override
    public Object effects() {
        return effects.get();
    }

    private static final class Died extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private record DyingStore<T>(SubscriberStore<T> store) implements SubscriberStore<T> {

        @Override
        public <R extends @Nullable Object> R inTransaction(Work<T, R> work) throws Exception {
            return store.inTransaction(transaction -> {
                work.in(transaction);
                throw new Died();
            });
        }

        @Override
        public Optional<Position> position(T transaction, AggregateKey aggregate) throws Exception {
            return store.position(transaction, aggregate);
        }

        @Override
        public void advance(T transaction, AggregateKey aggregate, Optional<Position> from, Position to)
                throws Exception {
            store.advance(transaction, aggregate, from, to);
        }

        @Override
        public boolean isUnavailable(Throwable failure) {
            return store.isUnavailable(failure);
        }
    }

    private static final class Office implements DeadLetterOffice {
        private final Set<String> parked = new HashSet<>();
        private final List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();

        /** In the order of their sequence; nothing is parked any more. */
        List<ConsumerRecord<byte[], byte[]>> takeAll() {
            var all = letters.stream()
                    .sorted(Comparator.comparingLong(letter -> number(letter, "ce_sequence")))
                    .sorted(Comparator.comparingLong(letter -> number(letter, "ce_epoch")))
                    .toList();
            letters.clear();
            parked.clear();
            return all;
        }

        private static long number(ConsumerRecord<byte[], byte[]> letter, String header) {
            var found = letter.headers().lastHeader(header);
            return found == null ? Long.MAX_VALUE : Long.parseLong(new String(found.value(), StandardCharsets.UTF_8));
        }

        @Override
        public boolean isParked(String topic, String key) {
            return parked.contains(topic + "/" + key);
        }

        @Override
        public void park(ConsumerRecord<byte[], byte[]> record, String reason, int attempts) {
            letters.add(record);
            if (record.key() != null) {
                parked.add(record.topic() + "/" + new String(record.key(), StandardCharsets.UTF_8));
            }
        }

        @Override
        public void parkBehind(ConsumerRecord<byte[], byte[]> record) {
            letters.add(record);
        }
    }
}
