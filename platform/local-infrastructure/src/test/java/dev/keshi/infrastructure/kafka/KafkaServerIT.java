package dev.keshi.infrastructure.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keshi.infrastructure.process.LocalFailure;
import dev.keshi.infrastructure.process.Port;
import dev.keshi.infrastructure.process.Progress;
import dev.keshi.infrastructure.process.StateFolder;
import dev.keshi.infrastructure.process.Tether;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerIT {

    @TempDir
    Path folder;

    private Tether tether;
    private StateFolder state;
    private KafkaServer server;

    @BeforeEach
    void aFolderOfItsOwn() throws Exception {
        Path root = Files.createDirectory(folder.resolve("state"));
        tether = new Tether(root);
        state = new StateFolder(root);
        server = onFreePorts();
    }

    @AfterEach
    void nothingIsLeft() {
        tether.close();
    }

    @Test
    void acknowledgedRecordsSurviveKillMinusNineAGracefulStopAndAChangeOfPorts() throws Exception {
        String bootstrap = server.start(Progress.silent());
        createTopic(bootstrap, "facts");
        send(bootstrap, "first");
        server.kill();

        send(server.start(Progress.silent()), "second");
        server.stop();
        assertThat(server.pid()).isEmpty();

        KafkaServer moved = onFreePorts();
        assertThat(read(moved.start(Progress.silent()), 2)).containsExactly("first", "second");
    }

    @Test
    void startingWhatRunsChangesNothing() {
        server.start(Progress.silent());
        OptionalLong pid = server.pid();

        server.start(Progress.silent());

        assertThat(pid).isPresent();
        assertThat(server.pid()).isEqualTo(pid);
    }

    @Test
    void aTopicThatNobodyMadeIsNotMadeByWritingToIt() {
        String bootstrap = server.start(Progress.silent());

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> send(bootstrap, "lost"))
                .withCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void aDeadGroupMemberIsNoticedAfterSixSeconds() throws Exception {
        var broker = new ConfigResource(ConfigResource.Type.BROKER, "1");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", server.start(Progress.silent())))) {
            var settings = admin.describeConfigs(List.of(broker)).all().get().get(broker);

            assertThat(settings.get("group.consumer.session.timeout.ms").value())
                    .isEqualTo("6000");
            assertThat(settings.get("group.consumer.heartbeat.interval.ms").value())
                    .isEqualTo("2000");
            assertThat(settings.get("unclean.leader.election.enable").value()).isEqualTo("false");
        }
    }

    @Test
    void aTakenPortIsOneClearSentence() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var blocked = new KafkaServer(
                    state, new Port(other.getLocalPort()), Port.free(1).getFirst(), tether);

            assertThatExceptionOfType(LocalFailure.class)
                    .isThrownBy(() -> blocked.start(Progress.silent()))
                    .withMessageContaining("wanted for Kafka, is taken");
        }
    }

    private KafkaServer onFreePorts() {
        List<Port> ports = Port.free(2);
        return new KafkaServer(state, ports.get(0), ports.get(1), tether);
    }

    private static void createTopic(String bootstrap, String name) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(name, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        }
    }

    private static void send(String bootstrap, String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "max.block.ms", 3000);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("facts", "key", value)).get();
        }
    }

    private static List<String> read(String bootstrap, int count) {
        var values = new ArrayList<String>();
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition("facts", 0)));
            while (values.size() < count && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }
}
