package dev.keshi.events.client;

import dev.keshi.contracts.Envelope;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.events.client.EventReader.Unusable;
import dev.keshi.events.client.EventReader.Wanted;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt to deliver one record, whoever polls: the loop of {@link EventClient}, a container of Spring Kafka, or a test. When it
 * returns, the record's offset may be committed; when it throws, it may not.
 */
public final class EventDelivery<T> {

    private static final Logger log = LoggerFactory.getLogger(EventDelivery.class);
    private static final int UNKNOWN_TYPES_NAMED = 1_000;

    private final EventSubscription<T> subscription;
    private final DeadLetterOffice office;
    private final EventReader reader;
    private final Set<String> ignoredTypes = ConcurrentHashMap.newKeySet();

    public EventDelivery(EventSubscription<T> subscription, DeadLetterOffice office) {
        this.subscription = subscription;
        this.office = office;
        this.reader = new EventReader(subscription);
    }

    /**
     * @throws HandlingFailed when the handler threw, be it an error or that a call of its own was interrupted; the caller tries again or
     *     calls {@link #giveUp}, unless it was told to stop
     * @throws VirtualMachineError when the virtual machine cannot go on, as when it has no memory left
     * @throws StoreUnavailable when nothing can be said about the record: the caller tries again until it can
     */
    public Outcome deliver(ConsumerRecord<byte[], byte[]> record) throws HandlingFailed {
        Optional<Wanted> wanted;
        try {
            wanted = reader.read(record);
        } catch (Unusable unusable) {
            boolean parked = record.key() != null && office.isParked(record.topic(), Headers.key(record));
            return parked ? behind(record) : unusable(record, unusable);
        }
        if (wanted.isEmpty()) {
            noteIgnored(record);
            return new Outcome.Ignored();
        }
        if (office.isParked(record.topic(), Headers.key(record))) {
            return behind(record);
        }
        var outcome = handle(wanted.get());
        if (outcome instanceof Outcome.Unusable never) {
            park(record, never.reason(), 0);
        }
        return outcome;
    }

    /** Lays a record aside whose handler has failed too often. */
    public void giveUp(ConsumerRecord<byte[], byte[]> record, String reason, int attempts) {
        park(record, reason, attempts);
    }

    /** Applies a record that was laid aside; the key is parked, and whoever redrives keeps the order. */
    Outcome redeliver(ConsumerRecord<byte[], byte[]> record) throws HandlingFailed {
        try {
            var wanted = reader.read(record);
            return wanted.isEmpty() ? new Outcome.Ignored() : handle(wanted.get());
        } catch (Unusable still) {
            return new Outcome.Unusable(still.reason());
        }
    }

    /**
     * Moves the position past an event that shall never be handled, so that the next ones leave no gap. What does not say whose event it is
     * moves nothing: its sequence may be anybody's.
     */
    void leaveOut(ConsumerRecord<byte[], byte[]> record) {
        try {
            var place = place(record);
            if (place.isPresent()) {
                handle(place.get());
            }
        } catch (HandlingFailed impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Optional<Wanted> place(ConsumerRecord<byte[], byte[]> record) {
        try {
            return reader.read(record).map(Wanted::withoutEvent);
        } catch (Unusable unreadable) {
            log.info("{}: what cannot be read is left out: {}", subscription.name(), unreadable.reason());
            return reader.place(record);
        }
    }

    private Outcome behind(ConsumerRecord<byte[], byte[]> record) {
        office.parkBehind(record);
        return new Outcome.Behind();
    }

    private Outcome unusable(ConsumerRecord<byte[], byte[]> record, Unusable unusable) {
        park(record, unusable.reason(), 0);
        return new Outcome.Unusable(unusable.reason());
    }

    private void park(ConsumerRecord<byte[], byte[]> record, String reason, int attempts) {
        log.warn(
                "{}: {}-{}@{} of key {} goes to the dead letters after {} attempts: {}",
                subscription.name(),
                record.topic(),
                record.partition(),
                record.offset(),
                Headers.forTheLog(Headers.key(record)),
                attempts,
                reason);
        office.park(record, reason, attempts);
    }

    private Outcome handle(Wanted wanted) throws HandlingFailed {
        var attempt = new Attempt<>(subscription, wanted);
        try {
            return subscription.store().inTransaction(attempt);
        } catch (Throwable failure) {
            throwIfOfTheVirtualMachine(failure);
            if (failure instanceof StoreUnavailable unavailable) {
                throw unavailable;
            }
            if (!attempt.handlerWasCalled()
                    || failure instanceof ConcurrentAdvance
                    || subscription.store().isUnavailable(failure)) {
                throw new StoreUnavailable("the store of " + subscription.name(), failure);
            }
            throw new HandlingFailed(failure);
        }
    }

    /** Those are nobody's failed attempt; but a recursion that is too deep is that of whoever recurs. */
    static void throwIfOfTheVirtualMachine(Throwable failure) {
        if (failure instanceof VirtualMachineError end && !(failure instanceof StackOverflowError)) {
            throw end;
        }
    }

    /** Each type is named once. */
    private void noteIgnored(ConsumerRecord<byte[], byte[]> record) {
        var type = Headers.forTheLog(String.valueOf(Headers.text(record, Envelope.TYPE)));
        if (ignoredTypes.size() < UNKNOWN_TYPES_NAMED && ignoredTypes.add(type)) {
            log.info("{}: {} is not handled here and is left out", subscription.name(), type);
        }
    }

    /** What happens within one transaction: the position is read, the handler writes, the position is moved. */
    private static final class Attempt<T> implements SubscriberStore.Work<T, Outcome> {

        private final EventSubscription<T> subscription;
        private final Wanted wanted;
        private boolean handlerWasCalled;

        Attempt(EventSubscription<T> subscription, Wanted wanted) {
            this.subscription = subscription;
            this.wanted = wanted;
        }

        boolean handlerWasCalled() {
            return handlerWasCalled;
        }

        @Override
        public Outcome in(T transaction) throws Exception {
            var store = subscription.store();
            var last = store.position(transaction, wanted.aggregate());
            if (last.isPresent() && wanted.position().compareTo(last.get()) <= 0) {
                return new Outcome.Repeated();
            }
            if (wanted.everyEventIsKept() && subscription.gaps().parks(last, wanted.position())) {
                return new Outcome.Unusable("gap: sequence " + wanted.position()
                        + last.map(position -> " follows " + position).orElse(" is the first that was seen"));
            }
            if (wanted.event() != null) {
                call(wanted.event(), transaction);
            }
            store.advance(transaction, wanted.aggregate(), last, wanted.position());
            return new Outcome.Applied();
        }

        private void call(ReceivedEvent<PublishedEvent> event, T transaction) throws Exception {
            handlerWasCalled = true;
            subscription.handler(event.type()).orElseThrow().handle(event, transaction);
        }
    }
}
