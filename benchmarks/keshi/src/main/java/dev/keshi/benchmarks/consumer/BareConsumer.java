package dev.keshi.benchmarks.consumer;

import dev.keshi.benchmarks.load.Conversation;
import dev.keshi.benchmarks.load.PlainConsumer;
import dev.keshi.contracts.Topics;
import java.io.IOException;
import java.util.Objects;

/** The measure: a Kafka consumer that polls, counts and commits. */
final class BareConsumer {

    private BareConsumer() {}

    public static void main(String[] arguments) throws IOException {
        var kafka = Objects.requireNonNull(System.getenv("SPRING_KAFKA_BOOTSTRAP_SERVERS"));
        var consumer = new PlainConsumer(kafka, "bench-bare", Topics.ORG);
        var replay = new Replay(kafka, "bench-bare");
        new Conversation((_, numbers) -> replay.run(numbers[0], consumer::start, consumer::stop)).hold();
    }
}
