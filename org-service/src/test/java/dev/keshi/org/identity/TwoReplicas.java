package dev.keshi.org.identity;

import dev.keshi.test.events.EventProbe;
import dev.keshi.test.infrastructure.RealKafka;
import dev.keshi.test.infrastructure.RealMongo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two replicas with one store, and what they publish. */
record TwoReplicas(Replica one, Replica other, EventProbe probe) implements AutoCloseable {

    static TwoReplicas start(RealMongo mongo, RealKafka kafka, Path administratorFile) {
        var settings = Map.of("keshi.accounts.attempts", "5", "keshi.accounts.lock-out", "1h");
        return new TwoReplicas(
                Replica.start(mongo, kafka, administratorFile, settings),
                Replica.start(mongo, kafka, administratorFile, settings),
                EventProbe.fromBeginning(kafka.bootstrap()));
    }

    interface Attempt<T> {
        T at(Replica replica, int number) throws Exception;
    }

    /** All at the same time, every second one at the other replica. */
    <T> List<T> atOnce(int count, Attempt<T> attempt) {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<T>>();
            for (int number = 0; number < count; number++) {
                int mine = number;
                Callable<T> task = () -> {
                    start.await();
                    return attempt.at(mine % 2 == 0 ? one : other, mine);
                };
                running.add(threads.submit(task));
            }
            start.countDown();
            var results = new ArrayList<T>();
            for (var task : running) {
                results.add(task.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    @Override
    public void close() {
        probe.close();
        one.close();
        other.close();
    }
}
