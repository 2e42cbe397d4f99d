package dev.keshi.test.events;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A history of many aggregates, and the ways in which it may reach a consumer. Of one key nothing comes for the first time before what
 * happened earlier: that is what Kafka and the relay promise. Everything else may be.
 */
public final class Arrivals {

    private static final int ONE_IN_LATE = 5;
    private static final int ONE_IN_AGAIN = 3;
    private static final int LATE_MOVES_ONE_IN = 20;

    /** When so few keys are left, those that are late come at last. */
    private static final int FEW = 5;

    private final Map<String, Queue<ProducerRecord<String, byte[]>>> byKey = new LinkedHashMap<>();
    private final List<String> ids = new ArrayList<>();

    /** {@code -Dkeshi.seed=...} tells a history again; whoever draws one without it prints it. */
    public static long seed(String test) {
        long seed = Long.getLong("keshi.seed", System.nanoTime());
        System.out.println(test + ": -Dkeshi.seed=" + seed);
        return seed;
    }

    /** The next of its key. */
    public void add(ProducerRecord<String, byte[]> record) {
        ids.add(new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8));
        byKey.computeIfAbsent(record.topic() + '/' + record.key(), _ -> new ArrayDeque<>())
                .add(record);
    }

    /** How many there are. */
    public int size() {
        return ids.size();
    }

    /** Each key after the other, each record once. */
    public void asTheyHappened(Consumer<ProducerRecord<String, byte[]>> to) {
        byKey.values().forEach(key -> key.forEach(to));
    }

    /** Keys through each other, some of them late; what was there comes again at any time, also after what came behind it. */
    public void asTheyMay(Random chance, Consumer<ProducerRecord<String, byte[]>> to) {
        var waiting =
                new ArrayList<>(byKey.values().stream().map(ArrayDeque::new).toList());
        var late = new HashMap<Queue<ProducerRecord<String, byte[]>>, Boolean>();
        waiting.forEach(key -> late.put(key, chance.nextInt(ONE_IN_LATE) == 0));
        var sent = new ArrayList<ProducerRecord<String, byte[]>>();
        while (!waiting.isEmpty()) {
            int at = chance.nextInt(waiting.size());
            var key = waiting.get(at);
            if (waiting.size() > FEW && Boolean.TRUE.equals(late.get(key)) && chance.nextInt(LATE_MOVES_ONE_IN) > 0) {
                continue;
            }
            sent.add(key.remove());
            to.accept(sent.getLast());
            if (key.isEmpty()) {
                waiting.remove(at);
            }
            if (chance.nextInt(ONE_IN_AGAIN) == 0) {
                to.accept(sent.get(chance.nextInt(sent.size())));
            }
        }
        for (int again = sent.size() / 2; again > 0; again--) {
            to.accept(sent.get(chance.nextInt(sent.size())));
        }
    }

    /** Text in which ids of these records stand, as it would be of the same history told with other ids. */
    public String withoutIds(String text) {
        var told = text;
        for (int number = 0; number < ids.size(); number++) {
            told = told.replace(ids.get(number), "<event " + number + ">");
        }
        return told;
    }
}
