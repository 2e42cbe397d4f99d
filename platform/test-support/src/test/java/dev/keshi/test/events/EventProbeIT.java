package dev.keshi.test.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keshi.test.infrastructure.RealInfrastructure;
import dev.keshi.test.infrastructure.RealKafka;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

@RealInfrastructure
class EventProbeIT {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void seesTypeKeySequenceAndValueOfWhatIsPublishedLater(RealKafka kafka) {
        kafka.createTopic("probe.later", 3);
        publish(kafka, "probe.later", "a", "opened", 1);
        try (var probe = EventProbe.fromNow(kafka.bootstrap(), "probe.later")) {
            publish(kafka, "probe.later", "a", "moved", 2);

            SeenEvent event = probe.awaitOne("moved", "a", PATIENCE);

            assertThat(event.sequence()).isEqualTo(2);
            assertThat(event.id()).isEqualTo("a-2");
            assertThat(event.json()).isEqualTo("{\"n\":2}");
            assertThat(probe.drain()).containsExactly(event);
        }
    }

    @Test
    void fromTheBeginningItSeesTheSequencesOfEveryKey(RealKafka kafka) {
        kafka.createTopic("probe.beginning", 3);
        for (long sequence = 1; sequence <= 3; sequence++) {
            publish(kafka, "probe.beginning", "a", "moved", sequence);
            publish(kafka, "probe.beginning", "b", "moved", sequence);
        }
        try (var probe = EventProbe.fromBeginning(kafka.bootstrap(), "probe.beginning")) {
            assertThat(probe.drain()).hasSize(6);
            assertThat(probe.sequences()).isEqualTo(Map.of("a", List.of(1L, 2L, 3L), "b", List.of(1L, 2L, 3L)));
        }
    }

    @Test
    void aTopicThatIsMadeLaterIsSeenWhole(RealKafka kafka) {
        try (var probe = EventProbe.fromNow(kafka.bootstrap(), "probe.unborn")) {
            assertThat(probe.drain()).isEmpty();
            kafka.createTopic("probe.unborn", 2);
            publish(kafka, "probe.unborn", "a", "opened", 1);

            assertThat(probe.awaitOne("opened", "a", PATIENCE).topic()).isEqualTo("probe.unborn");
        }
    }

    @Test
    void whatDoesNotComeIsAFailureThatListsWhatCame(RealKafka kafka) {
        kafka.createTopic("probe.missing", 1);
        try (var probe = EventProbe.fromNow(kafka.bootstrap(), "probe.missing")) {
            publish(kafka, "probe.missing", "a", "opened", 1);
            assertThat(probe.drain()).hasSize(1);

            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> probe.awaitOne("closed", "a", Duration.ofMillis(200)))
                    .withMessageContaining("opened key=a sequence=1");
        }
    }

    @Test
    void aRecordThatIsNoCloudEventIsSeenAsWell(RealKafka kafka) {
        kafka.createTopic("probe.foreign", 1);
        try (var probe = EventProbe.fromNow(kafka.bootstrap(), "probe.foreign");
                var producer = producer(kafka)) {
            producer.send(new ProducerRecord<>("probe.foreign", "plain"));
            producer.flush();

            assertThat(probe.drain()).singleElement().satisfies(event -> {
                assertThat(event.key()).isEmpty();
                assertThat(event.type()).isEmpty();
                assertThat(event.json()).isEqualTo("plain");
            });
        }
    }

    private static void publish(RealKafka kafka, String topic, String key, String type, long sequence) {
        var event = new ProducerRecord<>(topic, key, "{\"n\":%d}".formatted(sequence));
        Map.of("ce_id", key + "-" + sequence, "ce_type", type, "ce_sequence", Long.toString(sequence))
                .forEach((name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try (var producer = producer(kafka)) {
            producer.send(event);
        }
    }

    private static KafkaProducer<String, String> producer(RealKafka kafka) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrap()), new StringSerializer(), new StringSerializer());
    }
}
