package dev.keshi.test.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keshi.infrastructure.process.LocalFailure;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedInfrastructureTest {

    @Test
    void whenTheServersCannotBeHadEveryTestFailsWithWhatToInstall() {
        var attempts = new AtomicInteger();
        var outcome = SharedInfrastructure.attempt(() -> {
            attempts.incrementAndGet();
            throw new LocalFailure("No MongoDB server can be had: install mongod.");
        });

        for (int test = 0; test < 2; test++) {
            assertThatExceptionOfType(LocalFailure.class)
                    .isThrownBy(outcome::get)
                    .withMessage("Tests need a real MongoDB and Kafka. No MongoDB server can be had: install mongod.");
        }
        assertThat(attempts).hasValue(1);
    }
}
