package dev.keshi.notification;

import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.Topics;
import dev.keshi.contracts.org.DepartmentRenamedV1;
import dev.keshi.test.infrastructure.RealKafka;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What operators see of how far a group is behind. */
@RunningService
class LagIT {

    @LocalServerPort
    private int port;

    @Test
    void theServiceShowsItsOwnLag() {
        eventually(() -> {
            var lag = Reader.json(ask("ADMIN", ""));
            assertThat(lag.get("group").asString()).isEqualTo("notification-service");
            assertThat(lag.get("topics").size()).isPositive();
            assertThat(lag.get("records").asLong()).isZero();
        });
    }

    @Test
    void theLagOfAnotherGroupIsWhatItHasNotRead(RealKafka kafka) {
        var group = "crm-" + UUID.randomUUID();
        readEverythingSoFar(kafka, group);
        try (var wire = new Wire(kafka.bootstrap())) {
            for (int number = 1; number <= 3; number++) {
                wire.happens(new DepartmentRenamedV1("d-" + UUID.randomUUID(), "Renamed", null, LocalDate.EPOCH), "hr");
            }
            wire.flush();
        }

        var lag = Reader.json(ask("ADMIN", "?group=" + group));

        assertThat(lag.get("group").asString()).isEqualTo(group);
        assertThat(lag.get("records").asLong()).isEqualTo(3);
        assertThat(lag.get("topics").size()).isEqualTo(1);
        assertThat(lag.get("topics").get(0).get("topic").asString()).isEqualTo(Topics.ORG);
    }

    @Test
    void aGroupThatHasReadNothingIsNotThereAndOnlyAdministratorsAsk() {
        assertThat(ask("ADMIN", "?group=nobody").statusCode()).isEqualTo(404);
        assertThat(ask("ADMIN", "?group=").statusCode()).isEqualTo(400);
        assertThat(ask("AUDITOR", "?group=nobody").statusCode()).isEqualTo(403);
        assertThat(ask("EMPLOYEE", "").statusCode()).isEqualTo(403);
    }

    private static void readEverythingSoFar(RealKafka kafka, String group) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrap(), "group.id", group),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(Topics.ORG).stream()
                    .map(partition -> new TopicPartition(Topics.ORG, partition.partition()))
                    .toList();
            var read = new HashMap<TopicPartition, OffsetAndMetadata>();
            consumer.endOffsets(partitions)
                    .forEach((partition, end) -> read.put(partition, new OffsetAndMetadata(end)));
            consumer.commitSync(read);
        }
    }

    private HttpResponse<String> ask(String role, String query) {
        var reader = new Reader(port, "p-lag", TestIdentity.token("p-lag", role), "en");
        return reader.send(HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/notification/v1/operations/lag" + query))
                .header("Authorization", "Bearer " + reader.token())
                .build());
    }
}
