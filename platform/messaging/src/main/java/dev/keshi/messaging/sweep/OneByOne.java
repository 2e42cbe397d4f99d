package dev.keshi.messaging.sweep;

import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import dev.keshi.messaging.AggregateFailure;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/** How a sweep goes through what is due: what cannot be done with one holds up no other. */
final class OneByOne {

    private static final Logger log = LoggerFactory.getLogger(OneByOne.class);

    private OneByOne() {}

    static <T> void forEach(String sweep, Collection<T> due, Function<? super T, String> id, Consumer<? super T> act) {
        for (T one : due) {
            try {
                act.accept(one);
            } catch (MongoTimeoutException | MongoSocketException | DataAccessResourceFailureException unreachable) {
                // The store is gone: each of the others would wait for it as long.
                throw unreachable;
            } catch (AggregateFailure.NotFound | AggregateFailure.Contended changed) {
                log.debug("What is due of {} was changed meanwhile: {}", sweep, changed.getMessage());
            } catch (RuntimeException later) {
                log.warn(
                        "What is due of {} with {} is done with the next look: {}",
                        sweep,
                        id.apply(one),
                        later.toString());
                log.debug("That is", later);
            }
        }
    }
}
