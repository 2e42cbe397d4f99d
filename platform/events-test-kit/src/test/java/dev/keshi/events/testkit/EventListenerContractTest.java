package dev.keshi.events.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.org.DepartmentClosedV1;
import dev.keshi.contracts.org.DepartmentOpenedV1;
import dev.keshi.contracts.org.DepartmentRenamedV1;
import dev.keshi.contracts.org.PersonHiredV1;
import dev.keshi.events.client.EventSubscription;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The check is worth as much as what it finds: each of these listeners forgets something else, and is told so. */
class EventListenerContractTest {

    private static final List<Class<? extends PublishedEvent>> TYPES =
            List.of(DepartmentOpenedV1.class, DepartmentRenamedV1.class, DepartmentClosedV1.class);

    @Test
    void aSubscriptionWhoseHandlersWriteByTheTransactionPasses() {
        assertThatCode(() -> verifySubscription(new ArrayList<>(), false)).doesNotThrowAnyException();
    }

    @Test
    void aHandlerThatWritesPastTheTransactionIsFound() {
        red(() -> verifySubscription(new ArrayList<>(), true))
                .withMessageContaining("not idempotent when its process dies after handling and before committing")
                .withMessageContaining("came again after its process had died, and changed its effects");
    }

    @Test
    void aListenerThatRemembersSequencesPasses() {
        assertThatCode(() -> EventListenerContract.verify(TYPES, Remembering::new))
                .doesNotThrowAnyException();
    }

    @Test
    void aListenerThatRemembersNothingIsFound() {
        red(Counting::new)
                .withMessageContaining("not idempotent when every event comes twice")
                .withMessageContaining("sequence 1 came again");
    }

    @Test
    void aListenerThatKnowsOnlyTheLastEventAgainIsFound() {
        red(KnowingTheLastId::new)
                .withMessageContaining("not idempotent when old sequences come again after newer ones");
    }

    @Test
    void aListenerThatNeedsTheKeysInOrderIsFound() {
        red(OneKeyAtATime::new).withMessageContaining("the events of different keys are mixed");
    }

    @Test
    void aListenerThatPoisonStopsIsFound() {
        red(StoppedByPoison::new).withMessageContaining("when records stand between them that can never be handled");
    }

    @Test
    void aListenerThatTakesPoisonForAnEventIsFound() {
        red(Swallowing::new).withMessageContaining("can never be handled, and changed its effects");
    }

    @Test
    void aListenerThatFailsOnAnEventIsFound() {
        red(() -> new Listener() {
                    @Override
                    void receive(String key, String id, String sequence) {
                        throw new IllegalStateException("no room");
                    }
                })
                .withMessageContaining("The listener fails when every event comes once, in order");
    }

    @Test
    void effectsThatShowNothingProveNothing() {
        red(() -> new Listener() {
                    @Override
                    void receive(String key, String id, String sequence) {
                        // Does nothing anyone could see.
                    }
                })
                .withMessageContaining("they do not show what the listener does");
    }

    private static void verifySubscription(List<String> mails, boolean pastTheTransaction) {
        Supplier<InMemoryStore> stores = InMemoryStore::new;
        EventListenerContract.verify(subscription(stores.get(), mails, pastTheTransaction), () -> {
            var store = stores.get();
            var sent = new ArrayList<String>();
            return SubscriptionUnderTest.of(
                    subscription(store, sent, pastTheTransaction),
                    () -> store.content() + " " + new TreeMap<>(counted(sent)));
        });
    }

    private static EventSubscription<Map<String, Object>> subscription(
            InMemoryStore store, List<String> mails, boolean pastTheTransaction) {
        return EventSubscription.named("test")
                .remembering(store)
                .on(PersonHiredV1.class, (event, rows) -> {
                    rows.put(event.key(), event.data().departmentId());
                    if (pastTheTransaction) {
                        mails.add(event.key());
                    }
                })
                .on(
                        DepartmentOpenedV1.class,
                        (event, rows) -> rows.merge(event.key(), 1, (old, one) -> (Integer) old + (Integer) one));
    }

    private static Map<String, Integer> counted(List<String> mails) {
        var counts = new HashMap<String, Integer>();
        mails.forEach(mail -> counts.merge(mail, 1, Integer::sum));
        return counts;
    }

    private static org.assertj.core.api.ThrowableAssertAlternative<AssertionError> red(
            Supplier<? extends ListenerUnderTest> listener) {
        return red(() -> EventListenerContract.verify(TYPES, listener));
    }

    private static org.assertj.core.api.ThrowableAssertAlternative<AssertionError> red(ThrowingCallable check) {
        return assertThatExceptionOfType(AssertionError.class).isThrownBy(check);
    }

    /** Reads a record with what the plain Kafka client gives, as a subscriber does who does not use the client. */
    private abstract static class Listener implements ListenerUnderTest {
        final Map<String, Integer> effects = new TreeMap<>();

        @Override
        public void receive(ConsumerRecord<byte[], byte[]> record) {
            var json = new String(record.value(), StandardCharsets.UTF_8);
            var key = new String(record.key(), StandardCharsets.UTF_8);
            header(record, "ce_type");
            if (!json.endsWith("}") || !json.contains(key)) {
                throw new IllegalArgumentException("poison");
            }
            receive(key, header(record, "ce_id"), header(record, "ce_sequence"));
        }

        abstract void receive(String key, String id, String sequence);

        private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
            return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
        }

        @Override
        public Object effects() {
            return effects;
        }
    }

    private static final class Counting extends Listener {
        @Override
        void receive(String key, String id, String sequence) {
            effects.merge(key, 1, Integer::sum);
        }
    }

    private static final class Remembering extends Listener {
        private final Map<String, Long> sequences = new HashMap<>();

        @Override
        void receive(String key, String id, String sequence) {
            if (Long.parseLong(sequence) > sequences.getOrDefault(key, 0L)) {
                sequences.put(key, Long.parseLong(sequence));
                effects.merge(key, 1, Integer::sum);
            }
        }
    }

    private static final class KnowingTheLastId extends Listener {
        private String last = "";

        @Override
        void receive(String key, String id, String sequence) {
            if (!id.equals(last)) {
                last = id;
                effects.merge(key, 1, Integer::sum);
            }
        }
    }

    private static final class OneKeyAtATime extends Listener {
        private final Set<String> finished = new HashSet<>();
        private String current = "";

        @Override
        void receive(String key, String id, String sequence) {
            if (!key.equals(current)) {
                finished.add(current);
                current = key;
            }
            if (!finished.contains(key)) {
                effects.put(key, Integer.parseInt(sequence));
            }
        }
    }

    private static final class StoppedByPoison implements ListenerUnderTest {
        private final Remembering inner = new Remembering();
        private boolean stopped;

        @Override
        public void receive(ConsumerRecord<byte[], byte[]> record) {
            if (!stopped) {
                stopped = true;
                inner.receive(record);
                stopped = false;
            }
        }

        @Override
        public Object effects() {
            return inner.effects();
        }
    }

    private static final class Swallowing implements ListenerUnderTest {
        private final Remembering inner = new Remembering();

        @Override
        public void receive(ConsumerRecord<byte[], byte[]> record) {
            try {
                inner.receive(record);
            } catch (RuntimeException poison) {
                inner.effects.merge("?", 1, Integer::sum);
            }
        }

        @Override
        public Object effects() {
            return inner.effects();
        }
    }
}
