package dev.keshi.chaos.fault;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * F12: records that nobody can read, among good ones, on a topic of ours by somebody who is not us. Every key begins with {@code poison-}, or is
 * missing.
 */
public final class Poison {

    /** Keys of the good ones begin so. */
    public static final String GOOD = "poison-free-";

    /** Keys of the bad ones begin so, where they have one. */
    public static final String BAD = "poison-bad-";

    /** Keys begin so of which the first event comes again, as another one that tells something else, after the second. */
    public static final String PAST = "poison-past-";

    private static final String TOPIC = "keshi.workflow.v1";
    private static final String TOPIC_OF_CLIENTS = "keshi.org.v1";
    private static final String CLIENT = "keshi.org.integration-client-";
    private static final String DEPLOYED = "keshi.workflow.process-deployed.v1";
    private static final int LARGE = 900_000;

    /** More than the million bytes that an event of ours may have, and not more than the broker takes. */
    private static final int OVER_THE_LIMIT = 1_010_000;

    private static final int EVERY_HOW_MANIETH_IS_LARGE = 10;

    private final String kafka;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Sent sent = new Sent();

    public Poison(String kafka) {
        this.kafka = kafka;
    }

    /** What was put on the topic so far. */
    public static final class Sent {
        private int good;
        private int bad;
        private int past;

        public synchronized int good() {
            return good;
        }

        public synchronized int bad() {
            return bad;
        }

        /** Keys of which the first event came again. */
        public synchronized int past() {
            return past;
        }

        private synchronized void addGood() {
            good++;
        }

        private synchronized void addBad() {
            bad++;
        }

        private synchronized void addPast() {
            past++;
        }
    }

    public Sent sent() {
        return sent;
    }

    /** @param bad how many bad ones among ten times as many records, in each of the rounds */
    public Fault among(int rounds, int bad) {
        return new Fault("F12", "%d poison records among %d".formatted(rounds * bad, rounds * bad * 10), chance -> {
            var strikes = new ArrayList<Strike>();
            for (int round = 0; round < rounds; round++) {
                long seed = chance.nextLong();
                strikes.add(new Strike(
                        "%d among %d".formatted(bad, bad * 10),
                        () -> send(bad, new Random(seed)),
                        Duration.ZERO,
                        () -> {}));
            }
            return strikes;
        });
    }

    private void send(int bad, Random chance) {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka, "acks", "all", "max.request.size", 2 << 20);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (int number = 0; number < bad * 10; number++) {
                if (number % 10 != 0) {
                    producer.send(good());
                    sent.addGood();
                    continue;
                }
                var kind = Kind.values()[chance.nextInt(Kind.values().length)];
                if (kind == Kind.SEQUENCE_FROM_THE_PAST) {
                    past().forEach(producer::send);
                    sent.addPast();
                } else {
                    producer.send(bad(kind));
                    sent.addBad();
                }
            }
        }
    }

    /** Three events of a client that nobody has: the third has the sequence of the first and says otherwise. */
    private static List<ProducerRecord<String, byte[]>> past() {
        String key = PAST + UUID.randomUUID();
        return List.of(
                client(key, "registered", 1, 1), client(key, "secret-replaced", 2, 2), client(key, "registered", 1, 9));
    }

    private static ProducerRecord<String, byte[]> client(String key, String what, int sequence, int permissionEpoch) {
        String type = CLIENT + what + ".v1";
        var envelope = envelope(type);
        envelope.put("ce_sequence", Integer.toString(sequence));
        return record(
                TOPIC_OF_CLIENTS,
                key,
                "{\"clientId\":\"%s\",\"name\":\"x\",\"roles\":[],\"permissionEpoch\":%d}"
                        .formatted(key, permissionEpoch),
                envelope);
    }

    private ProducerRecord<String, byte[]> good() {
        String key = GOOD + UUID.randomUUID();
        return record(key, deployed(key), envelope(DEPLOYED));
    }

    /** As the contract wants it: the process is the key of the record. */
    private static String deployed(String key) {
        return "{\"definitionId\":\"x:1\",\"processKey\":\"%s\",\"version\":1,\"name\":\"x\",\"deployedBy\":\"p-1\"}"
                .formatted(key);
    }

    /** What may be wrong with a record. */
    private enum Kind {
        NO_VALUE,
        BROKEN_JSON,
        NO_TYPE,
        UNKNOWN_TYPE,
        NO_KEY,
        SEQUENCE_IS_NO_NUMBER,
        OF_ANOTHER_TOPIC,
        NO_ENVELOPE_AT_ALL,
        LARGE_AND_MEANINGLESS,
        LARGER_THAN_AN_EVENT_MAY_BE,
        OF_ANOTHER_KEY,
        SEQUENCE_FROM_THE_PAST
    }

    private ProducerRecord<String, byte[]> bad(Kind kind) {
        String key = BAD + UUID.randomUUID();
        var envelope = envelope(DEPLOYED);
        return switch (kind) {
            case NO_VALUE -> record(key, null, envelope);
            case BROKEN_JSON -> record(key, "{\"definitionId\":", envelope);
            case NO_TYPE -> {
                envelope.remove("ce_type");
                yield record(key, deployed(key), envelope);
            }
            case UNKNOWN_TYPE -> {
                envelope.put("ce_type", "keshi.workflow.nobody-knows.v1");
                yield record(key, deployed(key), envelope);
            }
            case NO_KEY -> record(null, deployed("x"), envelope);
            case SEQUENCE_IS_NO_NUMBER -> {
                envelope.put("ce_sequence", "first");
                yield record(key, deployed(key), envelope);
            }
            case OF_ANOTHER_TOPIC -> {
                envelope.put("ce_type", "keshi.org.department-closed.v1");
                yield record(key, deployed(key), envelope);
            }
            case NO_ENVELOPE_AT_ALL -> record(key, "hello", new LinkedHashMap<>());
            case LARGE_AND_MEANINGLESS -> record(key, nonsense(LARGE), envelope);
            case LARGER_THAN_AN_EVENT_MAY_BE ->
                record(
                        key,
                        deployed(key)
                                .replace("\"version\":1", "\"version\":\"%s\"".formatted(nonsense(OVER_THE_LIMIT))),
                        envelope);
            case OF_ANOTHER_KEY -> record(key, deployed("another-" + key), envelope);
            case SEQUENCE_FROM_THE_PAST -> throw new IllegalArgumentException(kind + " is more than one record");
        };
    }

    /** Large now and then only: gigabytes of nonsense would test the disk. */
    private String nonsense(int size) {
        return "x".repeat(numbers.incrementAndGet() % EVERY_HOW_MANIETH_IS_LARGE == 0 ? size : 1);
    }

    private static Map<String, String> envelope(String type) {
        var envelope = new LinkedHashMap<String, String>();
        envelope.put("ce_specversion", "1.0");
        envelope.put("ce_id", UUID.randomUUID().toString());
        envelope.put("ce_source", "/somebody/else");
        envelope.put("ce_type", type);
        envelope.put("ce_time", "2026-01-01T00:00:00Z");
        envelope.put("ce_sequence", "1");
        envelope.put("ce_epoch", "1");
        envelope.put("ce_actor", "somebody");
        return envelope;
    }

    private static ProducerRecord<String, byte[]> record(
            @Nullable String key, @Nullable String value, Map<String, String> headers) {
        return record(TOPIC, key, value, headers);
    }

    private static ProducerRecord<String, byte[]> record(
            String topic, @Nullable String key, @Nullable String value, Map<String, String> headers) {
        byte[] bytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
        var record = new ProducerRecord<String, byte[]>(topic, null, key, bytes, List.of());
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
