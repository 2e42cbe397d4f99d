package dev.keshi.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.Topics;
import dev.keshi.messaging.Shop.CounterDocument;
import dev.keshi.test.Eventually;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.events.SeenEvent;
import dev.keshi.test.infrastructure.RealInfrastructure;
import dev.keshi.test.infrastructure.RealKafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Random commands, repeated, contradicting each other and broken off, against the real store and against a model in memory
 * that knows nothing of documents. Both must answer the same, hold the same and have told the same. What goes wrong for a
 * seed goes wrong again for it.
 */
@RealInfrastructure(ownDatabase = true)
@SpringBootTest(classes = MessagingApplication.class, properties = "spring.application.name=store-model-it")
class AggregateStoreModelIT {

    private static final int COMMANDS = 250;
    private static final int AGGREGATES = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private AggregateStore store;

    @Autowired
    private AggregateCollection<CounterDocument> counters;

    @Autowired
    private OutboxRelay relay;

    @Autowired
    private MongoTemplate mongo;

    private final String run = UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void nothingBreaksOffAnyMore() {
        RandomCrash.disarm();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void theStoreAnswersAndHoldsAndTellsWhatTheModelDoes(long seed, RealKafka kafka) {
        var random = new Random(seed);
        var model = new Model();
        for (int number = 0; number < COMMANDS; number++) {
            var command = Command.random(random, model, this::id);
            var crash = random.nextInt(4) == 0 ? Optional.of(random.nextBoolean()) : Optional.<Boolean>empty();
            assertThat(carryOut(command, crash, model))
                    .as("seed %d, command %d: %s", seed, number, command)
                    .isEqualTo(model.answer());
            assertThat(stands(command.id()))
                    .as("seed %d, command %d: %s", seed, number, command)
                    .isEqualTo(model.stands(command.id()));
            if (random.nextInt(60) == 0) {
                relay.stop();
                relay.start();
            }
        }
        everythingIsTold(kafka, model.events());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void commandsAtOnceEachCountOnceHoweverOftenTheyAreRepeated(long seed, RealKafka kafka) throws Exception {
        var ids = IntStream.range(0, 3).mapToObj(this::id).toList();
        ids.forEach(id -> counters.create(id, CommandContext.of("p-1"), Shop.opened(id, "one")));
        var accepted = new TreeMap<String, AtomicInteger>();
        ids.forEach(id -> accepted.put(id, new AtomicInteger()));

        try (var people = Executors.newFixedThreadPool(6)) {
            var all = IntStream.range(0, 6)
                    .mapToObj(person -> people.submit(() -> {
                        var random = new Random(seed * 100 + person);
                        for (int number = 0; number < 40; number++) {
                            var id = ids.get(random.nextInt(ids.size()));
                            if (counted(id, person + "/" + number, random)) {
                                accepted.get(id).incrementAndGet();
                            }
                        }
                        return null;
                    }))
                    .toList();
            for (var person : all) {
                person.get();
            }
        }

        var events = new TreeMap<String, List<Integer>>();
        for (var id : ids) {
            int count = 1 + accepted.get(id).get();
            var stands = counters.find(id).orElseThrow();
            assertThat(stands.state().count()).isEqualTo(count);
            assertThat(stands.version()).isEqualTo(count);
            events.put(id, IntStream.rangeClosed(1, count).boxed().toList());
        }
        everythingIsTold(kafka, events);
    }

    /** @return whether it counted; repeated as long as nobody knows */
    private boolean counted(String id, String key, Random random) {
        var expected = random.nextInt(3) == 0
                ? OptionalLong.of(counters.find(id).orElseThrow().version())
                : OptionalLong.empty();
        var context = new CommandContext("p-1", Optional.of(run + key), expected);
        while (true) {
            try {
                if (random.nextInt(5) == 0) {
                    RandomCrash.arm(random.nextBoolean());
                }
                counters.change(id, context, before -> Shop.counted(id, before));
                return true;
            } catch (RandomCrash.Crash nobodyKnows) {
                // The same command again: it counts once, whether or not it was carried out.
                context = new CommandContext("p-1", context.key(), context.expectedVersion());
            } catch (AggregateFailure.Stale lost) {
                return false;
            } finally {
                RandomCrash.disarm();
            }
        }
    }

    /** @param crash before ({@code false}) or after ({@code true}) the write; then it is sent again, as a caller would */
    private Answer carryOut(Command command, Optional<Boolean> crash, Model model) {
        boolean repeatable = command.context().key().isPresent() && !(command instanceof Command.CountTwo);
        crash.filter(_ -> repeatable).ifPresent(RandomCrash::arm);
        try {
            return answer(command, model);
        } catch (RandomCrash.Crash nobodyKnows) {
            RandomCrash.disarm();
            return answer(command, model);
        } finally {
            RandomCrash.disarm();
        }
    }

    private Answer answer(Command command, Model model) {
        model.carryOut(command);
        try {
            return switch (command) {
                case Command.Open(var id, var context) ->
                    Answer.of(counters.create(id, context, Shop.opened(id, "one")));
                case Command.Count(var id, var context) ->
                    Answer.of(counters.change(id, context, before -> Shop.counted(id, before)));
                case Command.LeaveAsItIs(var id, var context) ->
                    Answer.of(counters.change(id, context, before -> new Change<>(before, List.of())));
                case Command.Refuse(var id, var context) ->
                    Answer.of(counters.change(id, context, before -> {
                        throw new Refused();
                    }));
                case Command.Delete(var id, var context) -> {
                    counters.delete(id, context, before -> List.of(Shop.event(id, before.text(), before.count() + 1)));
                    yield Answer.DONE;
                }
                case Command.CountTwo(var id, var other, var context) ->
                    store.inTransaction(() -> {
                        var first = counters.change(id, context, before -> Shop.counted(id, before));
                        counters.change(other, context, before -> Shop.counted(other, before));
                        return Answer.of(first);
                    });
            };
        } catch (AggregateFailure | Refused refusal) {
            return Answer.refused(refusal);
        }
    }

    private Optional<Answer> stands(String id) {
        return counters.find(id).map(Answer::of);
    }

    private void everythingIsTold(RealKafka kafka, Map<String, List<Integer>> expected) {
        Eventually.holds(() -> mongo.getCollection("counters")
                        .countDocuments(new Document("_id", new Document("$regex", "^" + run))
                                .append("outbox.0", new Document("$exists", true)))
                == 0);
        try (var probe = EventProbe.fromBeginning(kafka.bootstrap(), Topics.ORG)) {
            Eventually.eventually(PATIENCE, () -> {
                probe.drain();
                assertThat(told(probe.seen())).isEqualTo(expected);
            });
        }
    }

    /** Each key in its order; what comes again was heard before. */
    private Map<String, List<Integer>> told(List<SeenEvent> seen) {
        var told = new TreeMap<String, List<Integer>>();
        for (var event : seen) {
            if (event.key().startsWith(run)) {
                var numbers = told.computeIfAbsent(event.key(), _ -> new ArrayList<>());
                if (event.sequence() == numbers.size() + 1) {
                    numbers.add(headcount(event));
                }
            }
        }
        return told;
    }

    private static int headcount(SeenEvent event) {
        return Integer.parseInt(event.json().replaceAll(".*\"headcount\":(\\d+).*", "$1"));
    }

    private String id(int number) {
        return run + "-" + number;
    }

    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** What a caller is told: how the aggregate stands, or why not. */
    record Answer(int count, long version, String refusal) {

        static final Answer DONE = new Answer(0, 0, "");

        static Answer of(Versioned<CounterDocument> stands) {
            return new Answer(stands.state().count(), stands.version(), "");
        }

        static Answer refused(RuntimeException why) {
            return new Answer(0, 0, why.getClass().getSimpleName());
        }
    }

    sealed interface Command {

        String id();

        CommandContext context();

        record Open(String id, CommandContext context) implements Command {}

        record Count(String id, CommandContext context) implements Command {}

        record LeaveAsItIs(String id, CommandContext context) implements Command {}

        record Refuse(String id, CommandContext context) implements Command {}

        record Delete(String id, CommandContext context) implements Command {}

        record CountTwo(String id, String other, CommandContext context) implements Command {}

        static Command random(Random random, Model model, IntFunction<String> ids) {
            var id = ids.apply(random.nextInt(AGGREGATES));
            var context = new CommandContext(
                    "p-1",
                    random.nextInt(3) == 0 ? Optional.empty() : Optional.of("k-" + random.nextInt(60)),
                    random.nextInt(4) == 0
                            ? OptionalLong.of(Math.max(1, model.version(id) - random.nextInt(2)))
                            : OptionalLong.empty());
            if (random.nextInt(50) == 0) {
                return new Delete(id, context);
            }
            return switch (random.nextInt(12)) {
                case 0, 1, 2 -> new Open(id, context);
                case 3 -> new LeaveAsItIs(id, context);
                case 4 -> new Refuse(id, context);
                case 5, 6 -> new CountTwo(id, ids.apply(random.nextInt(AGGREGATES)), CommandContext.of("p-1"));
                default -> new Count(id, context);
            };
        }
    }

    /** What the store promises, said without it. */
    static final class Model {

        private static final int REMEMBERED = 20;

        private static final class Counter {
            int count = 1;
            boolean deleted;
            final List<Integer> told = new ArrayList<>(List.of(1));
            final Deque<String> keys = new LinkedList<>();

            long version() {
                return count;
            }
        }

        private final Map<String, Counter> counters = new TreeMap<>();
        private @Nullable Answer last;

        Answer answer() {
            return Objects.requireNonNull(last);
        }

        long version(String id) {
            return counters.containsKey(id) ? counters.get(id).version() : 0;
        }

        Optional<Answer> stands(String id) {
            return there(id).map(Model::answer);
        }

        Map<String, List<Integer>> events() {
            var events = new TreeMap<String, List<Integer>>();
            counters.forEach((id, counter) -> events.put(id, List.copyOf(counter.told)));
            return events;
        }

        void carryOut(Command command) {
            last = switch (command) {
                case Command.Open(var id, var context) -> open(id, context);
                case Command.Count(var id, var context) -> change(id, context, true);
                case Command.LeaveAsItIs(var id, var context) -> change(id, context, false);
                case Command.Refuse(var id, var context) -> refuse(id, context);
                case Command.Delete(var id, var context) -> delete(id, context);
                case Command.CountTwo(var id, var other, var context) -> countTwo(id, other, context);
            };
        }

        private Answer open(String id, CommandContext context) {
            var existing = counters.get(id);
            if (existing == null) {
                var fresh = new Counter();
                context.key().ifPresent(fresh.keys::add);
                counters.put(id, fresh);
                return answer(fresh);
            }
            return !existing.deleted && remembers(existing, context) ? answer(existing) : refused("AlreadyExists");
        }

        private Answer change(String id, CommandContext context, boolean counts) {
            var counter = there(id).orElse(null);
            if (counter == null) {
                return refused("NotFound");
            }
            if (remembers(counter, context)) {
                return answer(counter);
            }
            if (isStale(counter, context)) {
                return refused("Stale");
            }
            if (counts) {
                count(counter, context);
            }
            return answer(counter);
        }

        private static void count(Counter counter, CommandContext context) {
            counter.count++;
            counter.told.add(counter.count);
            context.key().ifPresent(key -> {
                counter.keys.add(key);
                if (counter.keys.size() > REMEMBERED) {
                    counter.keys.removeFirst();
                }
            });
        }

        private static boolean isStale(Counter counter, CommandContext context) {
            return context.expectedVersion().isPresent()
                    && context.expectedVersion().getAsLong() != counter.version();
        }

        private Answer delete(String id, CommandContext context) {
            var counter = counters.get(id);
            if (counter != null && remembers(counter, context)) {
                return Answer.DONE;
            }
            if (counter == null || counter.deleted) {
                return refused("NotFound");
            }
            if (isStale(counter, context)) {
                return refused("Stale");
            }
            count(counter, context);
            counter.deleted = true;
            return Answer.DONE;
        }

        private Optional<Counter> there(String id) {
            return Optional.ofNullable(counters.get(id)).filter(counter -> !counter.deleted);
        }

        private Answer refuse(String id, CommandContext context) {
            var counter = there(id).orElse(null);
            var answer = change(id, context, false);
            boolean asked = answer.refusal().isEmpty() && counter != null && !remembers(counter, context);
            return asked ? refused("Refused") : answer;
        }

        private Answer countTwo(String id, String other, CommandContext context) {
            if (there(id).isEmpty() || there(other).isEmpty()) {
                return refused("NotFound");
            }
            var first = change(id, context, true);
            change(other, context, true);
            return first;
        }

        private static boolean remembers(Counter counter, CommandContext context) {
            return context.key().filter(counter.keys::contains).isPresent();
        }

        private static Answer answer(Counter counter) {
            return new Answer(counter.count, counter.version(), "");
        }

        private static Answer refused(String why) {
            return new Answer(0, 0, why);
        }
    }
}
