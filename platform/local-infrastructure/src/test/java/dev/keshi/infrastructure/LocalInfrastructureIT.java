package dev.keshi.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keshi.infrastructure.process.LocalFailure;
import dev.keshi.infrastructure.process.Progress;
import dev.keshi.infrastructure.process.StateFolder;
import dev.keshi.infrastructure.process.Tether;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalInfrastructureIT {

    @TempDir
    Path folder;

    @Test
    void bothServersStartTogetherAndStopGracefully() throws Exception {
        Path root = Files.createDirectory(folder.resolve("state"));
        try (var tether = new Tether(root)) {
            var infrastructure =
                    new LocalInfrastructure(new StateFolder(root), LocalInfrastructure.Ports.free(), Map.of(), tether);

            var running = infrastructure.start(Progress.silent());

            assertThat(running.kafka()).startsWith("127.0.0.1:");
            assertThat(running.mongodb().address()).startsWith("mongodb://127.0.0.1:");
            infrastructure.stop();
            assertThat(infrastructure.privateMongodb().orElseThrow().pid()).isEmpty();
            assertThat(infrastructure.privateKafka().orElseThrow().pid()).isEmpty();
        }
    }

    @Test
    void givenServersAreUsedInsteadOfPrivateOnes() throws Exception {
        Path root = Files.createDirectory(folder.resolve("state"));
        try (var tether = new Tether(root)) {
            var state = new StateFolder(root);
            var running = new LocalInfrastructure(state, LocalInfrastructure.Ports.free(), Map.of(), tether)
                    .start(Progress.silent());
            var given = Map.of(
                    "MONGODB_URI", running.mongodb().administrator(),
                    "KAFKA_BOOTSTRAP", running.kafka());
            var second = new LocalInfrastructure(
                    new StateFolder(folder.resolve("other")), LocalInfrastructure.Ports.free(), given, tether);

            var used = second.start(Progress.silent());

            assertThat(used.kafka()).isEqualTo(running.kafka());
            assertThat(used.mongodb().address()).isEqualTo(running.mongodb().address());
            assertThat(second.privateMongodb()).isEmpty();
            assertThat(second.privateKafka()).isEmpty();
        }
    }

    @Test
    void anAddressWhereNobodyAnswersIsOneClearSentence() {
        var given = Map.of(
                "MONGODB_URI", "mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=200", "KAFKA_BOOTSTRAP", "127.0.0.1:1");
        var infrastructure =
                new LocalInfrastructure(new StateFolder(folder), LocalInfrastructure.Ports.free(), given, pid -> {});

        assertThatExceptionOfType(LocalFailure.class)
                .isThrownBy(() -> infrastructure.start(Progress.silent()))
                .withMessageContaining("MONGODB_URI");
    }
}
