package dev.keshi.events.testkit;

import dev.keshi.contracts.EventCatalogue;
import dev.keshi.contracts.EventDescriptor;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.events.testkit.StoryRecord.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The history of some aggregates, made of golden events, and what the wire may make of it. Everything follows from the seed. Each
 * aggregate has all the events of its kind that were asked for, in the order in which they were named, sequences from 1 without a gap.
 */
public final class EventStory {

    private final List<StoryRecord> records;
    private final Random random;

    private EventStory(List<StoryRecord> records, Random random) {
        this.records = List.copyOf(records);
        this.random = random;
    }

    /** @param keys how many aggregates of each kind */
    public static EventStory of(int keys, long seed, List<? extends Class<? extends PublishedEvent>> types) {
        var kinds = new LinkedHashMap<String, List<EventDescriptor>>();
        types.stream()
                .map(EventCatalogue::describe)
                .forEach(contract -> kinds.computeIfAbsent(
                                contract.owner() + "-" + contract.aggregate(), _ -> new ArrayList<>())
                        .add(contract));
        var records = new ArrayList<StoryRecord>();
        kinds.forEach((kind, contracts) -> IntStream.rangeClosed(1, keys)
                .forEach(key -> IntStream.range(0, contracts.size())
                        .forEach(place -> records.add(
                                StoryRecord.fresh(contracts.get(place), "golden-" + kind + "-" + key, place + 1)))));
        return new EventStory(records, new Random(seed));
    }

    public List<StoryRecord> records() {
        return records;
    }

    /** Each event is followed by itself. */
    public EventStory withEverythingTwice() {
        return with(records.stream()
                .flatMap(record -> List.of(record, record.as(Kind.REPEATED)).stream())
                .toList());
    }

    /** The keys are mixed; the order of each stays. */
    public EventStory shuffledBetweenKeys() {
        var byKey = new LinkedHashMap<String, ArrayDeque<StoryRecord>>();
        records.forEach(record -> byKey.computeIfAbsent(record.topic() + "/" + record.key(), _ -> new ArrayDeque<>())
                .add(record));
        var turns = new ArrayList<String>();
        byKey.forEach((key, queue) -> turns.addAll(Collections.nCopies(queue.size(), key)));
        Collections.shuffle(turns, random);
        return with(turns.stream()
                .map(key -> Objects.requireNonNull(byKey.get(key)).removeFirst())
                .toList());
    }

    /** After newer ones of their key, older events come again, as from a relay that was paused and goes on. */
    public EventStory withOldSequencesAgain() {
        var all = new ArrayList<StoryRecord>();
        for (int i = 0; i < records.size(); i++) {
            all.add(records.get(i));
            var seen = all.get(random.nextInt(all.size()));
            all.add(seen.as(Kind.REPEATED));
        }
        records.forEach(record -> all.add(record.as(Kind.REPEATED)));
        return with(all);
    }

    /** Between the events stand others, of other keys, that can never be handled. */
    public EventStory withPoisonNeighbours() {
        var all = new ArrayList<StoryRecord>();
        for (int i = 0; i < records.size(); i++) {
            all.add(records.get(i));
            all.add(poison(records.get(i), i));
        }
        return with(all);
    }

    /** Each event is first handled by a process that dies before it commits. */
    public EventStory interruptedBeforeEveryCommit() {
        return with(records.stream()
                .flatMap(record -> List.of(record.as(Kind.INTERRUPTED), record).stream())
                .toList());
    }

    /** Before each event of an aggregate stands another, of a type that only a later release knows. */
    public EventStory withTypesToCome() {
        return byKey(history -> IntStream.range(0, history.size())
                .boxed()
                .flatMap(place -> Stream.of(
                        history.get(place).at(0, 2L * place + 1).ofTypeToCome(),
                        history.get(place).at(0, 2L * place + 2))));
    }

    /** Each event has fields that only a later release knows. */
    public EventStory withFieldsToCome() {
        return with(records.stream().map(StoryRecord::withFieldsToCome).toList());
    }

    /**
     * Before the last event of each aggregate Keshi's store was restored to an earlier point: the epoch rises, sequences are given out again
     * from the beginning, and what was published before the restore and lost with it arrives late.
     */
    public EventStory restoredBeforeTheLastEvent() {
        return byKey(history -> {
            var last = history.getLast();
            return Stream.concat(
                    history.stream().limit(history.size() - 1L),
                    Stream.of(last.at(1, 1), last.at(0, history.size() + 1L).as(Kind.OUTDATED)));
        });
    }

    /** One event of each aggregate is missing, and comes later, by a replay of the whole history. */
    public EventStory withGapsThatAReplayCloses() {
        var missing = new AtomicInteger();
        return byKey(history -> {
            int gap = missing.getAndIncrement() % Math.max(1, history.size() - 1);
            return Stream.of(
                            history.stream().limit(gap),
                            history.stream().skip(gap + 1L).map(record -> record.as(Kind.EARLY)),
                            history.stream())
                    .flatMap(part -> part);
        });
    }

    private EventStory byKey(Function<List<StoryRecord>, Stream<StoryRecord>> telling) {
        var byKey = new LinkedHashMap<String, List<StoryRecord>>();
        records.forEach(record -> byKey.computeIfAbsent(record.topic() + "/" + record.key(), _ -> new ArrayList<>())
                .add(record));
        return with(byKey.values().stream().flatMap(telling).toList());
    }

    private static StoryRecord poison(StoryRecord like, int number) {
        var contract = EventCatalogue.find(like.type()).orElseThrow();
        var poison = StoryRecord.fresh(contract, "poison-" + number, 1);
        return switch (number % 6) {
            case 0 -> poison.poisonedValue("{\"half\": ".getBytes(StandardCharsets.UTF_8));
            case 1 -> poison.poisonedValue(null);
            case 2 -> poison.poisonedWithout("ce_type");
            case 3 -> poison.poisonedWithout("ce_sequence");
            case 4 -> poison.poisonedKey(null);
            default -> poison.poisonedKey("poison-of-somebody-else");
        };
    }

    private EventStory with(List<StoryRecord> others) {
        return new EventStory(others, random);
    }
}
