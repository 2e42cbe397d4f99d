package dev.keshi.events.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.test.infrastructure.RealInfrastructure;
import dev.keshi.test.infrastructure.RealKafka;
import java.io.File;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RealInfrastructure
class KilledSubscriberIT {

    @TempDir
    Path folder;

    @Test
    void aProcessKilledBetweenHandlingAndCommittingHandlesNothingTwiceAndLosesNothing(RealKafka kafka)
            throws Exception {
        var run = UUID.randomUUID().toString().substring(0, 8);
        try (var keshi = new Publisher(kafka)) {
            for (int department = 0; department < KilledSubscriber.DEPARTMENTS; department++) {
                keshi.publish(run + "-" + department, 1, KilledSubscriber.EVENTS);
            }
            assertThat(run(kafka, run, "after", 7)).isEqualTo(137);
            assertThat(run(kafka, run, "before", 25)).isEqualTo(137);
            assertThat(run(kafka, run, "after", 31)).isEqualTo(137);
            assertThat(run(kafka, run, "never", 0)).isZero();
        }
        var names = NamesTable.at(database());
        for (int department = 0; department < KilledSubscriber.DEPARTMENTS; department++) {
            assertThat(names.of(run + "-" + department)).isEqualTo(NamesTable.upTo(KilledSubscriber.EVENTS));
        }
    }

    private int run(RealKafka kafka, String run, String when, int transactions) throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledSubscriber.class.getName(),
                        kafka.bootstrap(),
                        database(),
                        run,
                        when,
                        Integer.toString(transactions))
                .redirectErrorStream(true)
                .redirectOutput(new File(folder.toFile(), when + transactions + ".log"))
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES))
                    .as("ended by itself")
                    .isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private String database() {
        return "jdbc:h2:file:" + folder.resolve("subscriber") + ";WRITE_DELAY=0";
    }
}
