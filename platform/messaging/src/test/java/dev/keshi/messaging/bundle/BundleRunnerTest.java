package dev.keshi.messaging.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.messaging.StoreReadiness;
import dev.keshi.test.Eventually;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BundleRunnerTest {

    private final List<String> done = new CopyOnWriteArrayList<>();
    private final AtomicBoolean ready = new AtomicBoolean();
    private final StoreReadiness store = ready::get;

    static Stream<Throwable> trouble() {
        return Stream.of(new IllegalStateException("on purpose"), new StackOverflowError("on purpose"));
    }

    @ParameterizedTest
    @MethodSource("trouble")
    void whatFailsIsTriedAgainAndTheNextComesAfterIt(Throwable trouble) {
        var runner = new BundleRunner(
                List.of(
                        new Bundle("first", context -> {
                            done.add(context.actor());
                            if (done.size() == 1) {
                                BundleRunnerTest.<RuntimeException>raise(trouble);
                            }
                        }),
                        new Bundle("second", context -> done.add(context.actor()))),
                store);

        runner.start();
        try {
            assertThat(done).as("the store is not ready").isEmpty();
            ready.set(true);

            Eventually.holds(() -> done.size() == 3);
            assertThat(done).containsExactly("system:first", "system:first", "system:second");
        } finally {
            runner.stop();
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void raise(Throwable trouble) throws T {
        throw (T) trouble;
    }
}
