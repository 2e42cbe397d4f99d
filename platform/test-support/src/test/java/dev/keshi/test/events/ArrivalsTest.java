package dev.keshi.test.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private static final int KEYS = 12;
    private static final int OF_EACH = 6;

    private final Arrivals arrivals = new Arrivals();

    ArrivalsTest() {
        for (int key = 0; key < KEYS; key++) {
            for (int number = 1; number <= OF_EACH; number++) {
                arrivals.add(record("k" + key, number));
            }
        }
    }

    @Test
    void everythingComesOfEachKeyInItsOrderForTheFirstTimeAndSomeOfItAgain() {
        for (int seed = 0; seed < 50; seed++) {
            var came = way(seed);

            assertThat(came).hasSizeGreaterThan(KEYS * OF_EACH);
            var first = new LinkedHashSet<>(came);
            assertThat(first).hasSize(KEYS * OF_EACH);
            IntStream.range(0, KEYS)
                    .forEach(key -> assertThat(first.stream().filter(id -> id.startsWith("k" + key + "/")))
                            .isSorted());
        }
    }

    @Test
    void keysComeThroughEachOtherAndSomeOldOnesAfterWhatCameBehindThem() {
        var came = way(7);

        assertThat(came.subList(0, OF_EACH).stream().map(id -> id.split("/")[0]).distinct())
                .hasSizeGreaterThan(1);
        assertThat(IntStream.range(1, came.size())
                        .anyMatch(at -> came.subList(0, at).contains(came.get(at))
                                && !came.get(at).endsWith("/" + OF_EACH)))
                .isTrue();
    }

    @Test
    void theSameSeedIsTheSameWay() {
        assertThat(way(3)).isEqualTo(way(3)).isNotEqualTo(way(4));
    }

    @Test
    void asTheyHappenedIsKeyAfterKeyAndEachOnce() {
        var came = new ArrayList<String>();
        arrivals.asTheyHappened(record -> came.add(id(record)));

        assertThat(came).hasSize(arrivals.size()).doesNotHaveDuplicates();
        assertThat(came.subList(0, OF_EACH)).allMatch(id -> id.startsWith("k0/"));
        assertThat(arrivals.withoutIds("{k0/1} and {k0/2}")).isEqualTo("{<event 0>} and {<event 1>}");
    }

    private List<String> way(long seed) {
        var came = new ArrayList<String>();
        arrivals.asTheyMay(new Random(seed), record -> came.add(id(record)));
        return came;
    }

    private static ProducerRecord<String, byte[]> record(String key, int number) {
        var record = new ProducerRecord<>("topic", key, new byte[0]);
        record.headers().add("ce_id", (key + "/" + number).getBytes(StandardCharsets.UTF_8));
        return record;
    }

    private static String id(ProducerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
    }
}
