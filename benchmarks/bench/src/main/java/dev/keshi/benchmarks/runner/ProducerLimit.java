package dev.keshi.benchmarks.runner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** {@code kafka-producer-perf-test} with records of the same size and the same acks: what nobody can exceed here. */
final class ProducerLimit {

    private static final String TOPIC = "bench.limit.v1";
    private static final Pattern RATE = Pattern.compile("records sent, ([0-9.]+) records/sec");

    private ProducerLimit() {}

    static double measure(Stage stage, int records, int bytes) throws IOException {
        makeTopic(stage.kafka());
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var tool = new ProcessBuilder(
                        java,
                        "-Xmx512m",
                        "-cp",
                        Files.readString(stage.root().resolve("benchmarks/limit/target/classpath")),
                        "org.apache.kafka.tools.ProducerPerformance",
                        "--topic",
                        TOPIC,
                        "--num-records",
                        Integer.toString(records),
                        "--record-size",
                        Integer.toString(bytes),
                        "--throughput",
                        "-1",
                        "--producer-props",
                        "bootstrap.servers=" + stage.kafka(),
                        "acks=all",
                        "enable.idempotence=true",
                        "compression.type=lz4",
                        "linger.ms=2")
                .redirectErrorStream(true)
                .start();
        var text = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return RATE.matcher(text)
                .results()
                .reduce((_, last) -> last)
                .map(last -> Double.parseDouble(last.group(1)))
                .orElseThrow(() -> new IllegalStateException("kafka-producer-perf-test said: " + text));
    }

    private static void makeTopic(String kafka) {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(12), Optional.empty())))
                    .all()
                    .get();
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(failure);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
