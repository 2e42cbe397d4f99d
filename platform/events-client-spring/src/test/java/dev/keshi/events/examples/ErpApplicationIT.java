package dev.keshi.events.examples;

import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.Topics;
import dev.keshi.contracts.workflow.RequestEndedV1;
import dev.keshi.contracts.workflow.RequestSubmittedV1;
import dev.keshi.events.testkit.EventStory;
import dev.keshi.events.testkit.GoldenEvents;
import dev.keshi.test.infrastructure.RealInfrastructure;
import dev.keshi.test.infrastructure.RealKafka;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@RealInfrastructure
@SpringBootTest(properties = "spring.config.location=classpath:erp.yaml")
class ErpApplicationIT {

    @Autowired
    JdbcClient database;

    @Test
    void whatKeshiPublishesStandsInTheList(RealKafka kafka) throws Exception {
        Topics.LAYOUTS.forEach(layout -> kafka.createTopic(layout.topic(), layout.partitions()));
        publish(
                kafka,
                EventStory.of(5, 1, List.of(RequestSubmittedV1.class, RequestEndedV1.class))
                        .shuffledBetweenKeys()
                        .withOldSequencesAgain());

        eventually(() -> assertThat(database.sql("select outcome from requests")
                        .query(String.class)
                        .list())
                .hasSize(5)
                .containsOnly(GoldenEvents.of(RequestEndedV1.class).outcome()));
    }

    private static void publish(RealKafka kafka, EventStory story) throws ExecutionException, InterruptedException {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrap()), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (var event : story.records()) {
                var record = event.toConsumerRecord(0);
                producer.send(new ProducerRecord<>(
                                record.topic(), null, record.key(), record.value(), record.headers()))
                        .get();
            }
        }
    }
}
