package dev.keshi.events.testkit;

import dev.keshi.contracts.EventDescriptor;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.events.client.EventSubscription;
import dev.keshi.events.testkit.StoryRecord.Kind;
import java.util.List;
import java.util.function.Supplier;

/**
 * What every listener of Keshi's events must stand. The wire is at least once: repetitions, old events after newer ones, keys in any order, a
 * process that dies before it commits, and records that can never be handled. Keshi lives on: types and fields that a later release adds,
 * and a store that was restored to an earlier point. Topics forget: events that are missing and come later. To be called in a test of the
 * subscriber.
 */
public final class EventListenerContract {

    private static final int KEYS = 4;
    private static final long SEED = 20_261_121;

    private EventListenerContract() {}

    /**
     * Checks a subscription of the client. Each aggregate of the story has the events of its kind in the order in which their handlers were
     * added: add them in an order that makes sense, opened before closed.
     *
     * @param shape the subscription, for its types
     * @param fresh gives, each time, the subscription over empty state together with what tells its effects
     * @throws AssertionError a sentence that says what the listener does wrong
     */
    public static void verify(EventSubscription<?> shape, Supplier<? extends SubscriptionUnderTest<?>> fresh) {
        verify(
                shape.types().stream()
                        .<Class<? extends PublishedEvent>>map(EventDescriptor::record)
                        .toList(),
                fresh);
    }

    /**
     * Checks a listener of any making, for example a method with {@code @KafkaListener}.
     *
     * @param types the events it handles
     * @param fresh gives, each time, the listener over empty state
     * @throws AssertionError a sentence that says what the listener does wrong
     */
    public static void verify(
            List<? extends Class<? extends PublishedEvent>> types, Supplier<? extends ListenerUnderTest> fresh) {
        var story = EventStory.of(KEYS, SEED, types);
        var expected = expected(story, fresh.get());
        var wire = List.of(
                new Variation("when every event comes twice", story.withEverythingTwice()),
                new Variation("when the events of different keys are mixed", story.shuffledBetweenKeys()),
                new Variation(
                        "when old sequences come again after newer ones",
                        story.shuffledBetweenKeys().withOldSequencesAgain()),
                new Variation(
                        "when its process dies after handling and before committing",
                        story.interruptedBeforeEveryCommit()),
                new Variation(
                        "when records stand between them that can never be handled", story.withPoisonNeighbours()),
                new Variation(
                        "when events of types that are not known yet stand between them", story.withTypesToCome()),
                new Variation("when events have fields that are not known yet", story.withFieldsToCome()),
                new Variation(
                        "when Keshi was restored from a backup and gives out sequences again, in a new epoch",
                        story.restoredBeforeTheLastEvent()));
        wire.forEach(variation -> variation.check(fresh.get(), expected));
        var listener = fresh.get();
        if (!listener.acceptsGaps()) {
            new Variation("when events are missing and come later, by a replay", story.withGapsThatAReplayCloses())
                    .check(listener, expected);
        }
    }

    private static String expected(EventStory story, ListenerUnderTest listener) {
        boolean seen = new Variation("when every event comes once, in order", story).deliver(listener);
        var effects = String.valueOf(listener.effects());
        if (!seen) {
            throw new AssertionError("The effects are the same before and after every event (" + effects
                    + "): they do not show what the listener does, so nothing can be checked");
        }
        return effects;
    }

    private record Variation(String when, EventStory story) {

        void check(ListenerUnderTest listener, String expected) {
            deliver(listener);
            redrive(listener);
            var effects = String.valueOf(listener.effects());
            if (!effects.equals(expected)) {
                throw new AssertionError("The listener's effects differ %s.%n  once, in order: %s%n  now:            %s"
                        .formatted(when, expected, effects));
            }
        }

        /** @return whether any event changed anything */
        boolean deliver(ListenerUnderTest listener) {
            long offset = 0;
            boolean changedAny = false;
            boolean keptByTheDead = false;
            for (var record : story.records()) {
                var before = String.valueOf(listener.effects());
                receive(listener, record, offset++);
                var after = String.valueOf(listener.effects());
                boolean changed = !before.equals(after);
                if (changed && (keptByTheDead || mustChangeNothing(record.kind()))) {
                    throw new AssertionError(
                            "The listener is not idempotent %s: %s %s, and changed its effects.%n  before: %s%n  after:  %s"
                                    .formatted(when, record, what(record.kind()), before, after));
                }
                changedAny |= changed;
                keptByTheDead = changed && record.kind() == Kind.INTERRUPTED;
            }
            return changedAny;
        }

        private void redrive(ListenerUnderTest listener) {
            try {
                listener.redrive();
            } catch (Exception failure) {
                throw new AssertionError(
                        "The listener cannot bring back what it laid aside, %s".formatted(when), failure);
            }
        }

        private void receive(ListenerUnderTest listener, StoryRecord record, long offset) {
            try {
                if (record.kind() == Kind.INTERRUPTED) {
                    listener.receiveAndDie(record.toConsumerRecord(offset));
                } else {
                    listener.receive(record.toConsumerRecord(offset));
                }
            } catch (Exception failure) {
                if (!mayBeRefused(record.kind())) {
                    throw new AssertionError("The listener fails %s, at %s".formatted(when, record), failure);
                }
            }
        }

        /** What leaves a gap may block or be laid aside, as long as it is handled in the end. */
        private static boolean mayBeRefused(Kind kind) {
            return switch (kind) {
                case POISON, EARLY -> true;
                case FRESH, REPEATED, INTERRUPTED, UNKNOWN, OUTDATED -> false;
            };
        }

        /** What an interrupted process did may be kept or taken back; if it is kept, the same event must not do it once more. */
        private static boolean mustChangeNothing(Kind kind) {
            return switch (kind) {
                case REPEATED, POISON, UNKNOWN, OUTDATED -> true;
                case FRESH, INTERRUPTED, EARLY -> false;
            };
        }

        private static String what(Kind kind) {
            return switch (kind) {
                case REPEATED -> "came again";
                case POISON -> "can never be handled";
                case UNKNOWN -> "is of a type that is not known yet";
                case OUTDATED -> "is from before the restore";
                case FRESH, INTERRUPTED, EARLY -> "came again after its process had died";
            };
        }
    }
}
