package dev.keshi.events.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keshi.contracts.ContractCheck;
import dev.keshi.contracts.EventCatalogue;
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
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

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
    void aListenerThatForgetsNothingPasses() {
        assertThatCode(() -> EventListenerContract.verify(TYPES, () -> new Careful(Forgets.NOTHING)))
                .doesNotThrowAnyException();
        assertThatCode(() ->
                        EventListenerContract.verify(List.of(PersonHiredV1.class), () -> new Careful(Forgets.NOTHING)))
                .doesNotThrowAnyException();
    }

    /** It compares the sequence alone: after a restore of Keshi it would lose everything. */
    @Test
    void aListenerThatForgetsTheEpochIsFound() {
        red(() -> new Careful(Forgets.EPOCHS))
                .withMessageContaining(
                        "effects differ when Keshi was restored from a backup and gives out sequences again");
    }

    @Test
    void aListenerThatForgetsTheEpochIsFoundByASingleType() {
        red(() -> EventListenerContract.verify(List.of(PersonHiredV1.class), () -> new Careful(Forgets.EPOCHS)))
                .withMessageContaining("when Keshi was restored from a backup");
    }

    /** It goes on over a gap, and takes what a replay brings for old. */
    @Test
    void aListenerThatForgetsGapsIsFound() {
        red(() -> new Careful(Forgets.GAPS))
                .withMessageContaining("effects differ when events are missing and come later, by a replay");
    }

    @Test
    void whoGoesOnOverGapsOnPurposeSaysSo() {
        assertThatCode(() -> EventListenerContract.verify(TYPES, () -> new Careful(Forgets.GAPS) {
                    @Override
                    public boolean acceptsGaps() {
                        return true;
                    }
                }))
                .doesNotThrowAnyException();
    }

    @Test
    void aListenerThatATypeToComeStopsIsFound() {
        red(() -> new Careful(Forgets.TYPES_TO_COME))
                .withMessageContaining("fails when events of types that are not known yet stand between them");
    }

    @Test
    void aListenerThatTakesATypeToComeForItsOwnIsFound() {
        red(() -> new Careful(Forgets.TO_ASK_FOR_THE_TYPE))
                .withMessageContaining("is of a type that is not known yet, and changed its effects");
    }

    /** It passes over types that it does not know, and then takes the next event for one that leaves a gap. */
    @Test
    void aListenerThatLeavesThePlaceOfATypeToComeEmptyIsFound() {
        red(() -> new Careful(Forgets.PLACES_OF_TYPES_TO_COME))
                .withMessageContaining("effects differ when events of types that are not known yet stand between them");
    }

    @Test
    void aListenerThatAFieldToComeStopsIsFound() {
        red(() -> new Careful(Forgets.FIELDS_TO_COME))
                .withMessageContaining("fails when events have fields that are not known yet");
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

    private enum Forgets {
        NOTHING,
        EPOCHS,
        GAPS,
        TYPES_TO_COME,
        TO_ASK_FOR_THE_TYPE,
        PLACES_OF_TYPES_TO_COME,
        FIELDS_TO_COME
    }

    /** Made without the client, as the guide says; it may forget one thing. */
    private static class Careful implements ListenerUnderTest {
        private final Forgets forgets;
        private final JsonMapper json;
        private final Map<String, String> effects = new TreeMap<>();
        private final Map<String, List<Long>> positions = new HashMap<>();
        private final Map<String, Map<Long, ConsumerRecord<byte[], byte[]>>> early = new HashMap<>();

        Careful(Forgets forgets) {
            this.forgets = forgets;
            this.json = JsonMapper.builder()
                    .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, forgets == Forgets.FIELDS_TO_COME)
                    .build();
        }

        @Override
        public void receive(ConsumerRecord<byte[], byte[]> record) {
            var key = new String(record.key(), StandardCharsets.UTF_8);
            var contract = EventCatalogue.find(Listener.header(record, "ce_type"));
            if (contract.isEmpty() && forgets == Forgets.TYPES_TO_COME) {
                throw new IllegalArgumentException("unknown type");
            }
            contract.ifPresent(known -> {
                var data = json.readValue(record.value(), known.record());
                if (new ContractCheck(known).faultOf(data, key).isPresent()) {
                    throw new IllegalArgumentException("poison");
                }
            });
            long epoch = forgets == Forgets.EPOCHS ? 0 : Long.parseLong(Listener.header(record, "ce_epoch"));
            long sequence = Long.parseLong(Listener.header(record, "ce_sequence"));
            if (contract.isPresent() || forgets != Forgets.PLACES_OF_TYPES_TO_COME) {
                place(key, epoch, sequence, record, contract.isPresent() || forgets == Forgets.TO_ASK_FOR_THE_TYPE);
            }
        }

        private void place(
                String key, long epoch, long sequence, ConsumerRecord<byte[], byte[]> record, boolean handled) {
            var last = positions.get(key);
            long seen = last != null && last.getFirst() == epoch ? last.getLast() : 0;
            if (last != null && (epoch < last.getFirst() || sequence <= seen)) {
                return;
            }
            boolean gap = last == null || last.getFirst() == epoch ? sequence > seen + 1 : false;
            if (gap && forgets != Forgets.GAPS) {
                early.computeIfAbsent(key, _ -> new HashMap<>()).put(sequence, record);
                return;
            }
            positions.put(key, List.of(epoch, sequence));
            if (handled) {
                effects.merge(key, Listener.header(record, "ce_type"), (old, more) -> old + " " + more);
            }
            var next = early.getOrDefault(key, Map.of()).get(sequence + 1);
            if (next != null) {
                receive(next);
            }
        }

        @Override
        public Object effects() {
            return effects;
        }
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

        static String header(ConsumerRecord<byte[], byte[]> record, String name) {
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
