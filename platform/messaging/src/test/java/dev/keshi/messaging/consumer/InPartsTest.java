package dev.keshi.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InPartsTest {

    private static final List<Integer> NUMBERS =
            IntStream.range(0, 1_234).boxed().toList();

    @Test
    void theOrderIsThatOfTheListWhicheverPartIsDoneFirst() {
        var same = InParts.of(NUMBERS, part -> {
            pause(part.getFirst() % 100 == 0 ? 5 : 0);
            return part;
        });

        assertThat(same).containsExactlyElementsOf(NUMBERS);
    }

    @Test
    void aPartThatFailsFailsAsItself() {
        var failing = InParts.of(NUMBERS, part -> {
            if (part.contains(60)) {
                throw new MongoTimeoutException("away");
            }
            return part;
        });

        assertThatThrownBy(failing::toList).isInstanceOf(MongoTimeoutException.class);
    }

    @Test
    void nothingIsWorkedOutFarAheadOfWhoTakesIt() {
        var begun = new AtomicInteger();
        var taken = InParts.of(NUMBERS, part -> {
                    begun.incrementAndGet();
                    return part;
                })
                .iterator();

        assertThat(taken.next()).isZero();
        pause(50);
        assertThat(begun.get()).isBetween(1, 6);
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
