package dev.keshi.chaos.load;

import dev.keshi.chaos.ledger.Outcome;
import dev.keshi.launcher.client.Answer;
import dev.keshi.launcher.client.CallFailure;
import dev.keshi.launcher.client.Caller;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Someone who gives commands and does not wait long for the answer. */
public final class Person {

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration PERSISTENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Caller caller;
    private final String id;

    /** @param caller who works at the enterprise */
    public Person(Caller caller) {
        this(
                caller,
                caller.get("/api/org/v1/people/me")
                        .expect(200)
                        .json()
                        .path("person")
                        .path("id")
                        .asString());
    }

    /** @param id of the person, or another word for somebody who is nobody of the enterprise */
    public Person(Caller caller, String id) {
        this.caller = caller.within(PATIENCE);
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** Empty when there was no answer or another one than 200. */
    Optional<Answer> look(String path) {
        try {
            return Optional.of(caller.get(path)).filter(answer -> answer.status() == 200);
        } catch (CallFailure nothing) {
            return Optional.empty();
        }
    }

    /** Sends it once. */
    Reply command(String path, JsonNode body, String key, String... headers) {
        String[] all = Stream.concat(Stream.of(headers), Stream.of("Idempotency-Key", key))
                .toArray(String[]::new);
        try {
            return Reply.of(caller.post(path, body, all));
        } catch (CallFailure unanswered) {
            return Reply.none(String.valueOf(unanswered.getMessage()));
        }
    }

    /** Under a key of its own. @param insists whether it is sent again until somebody says what became of it */
    Reply send(String path, JsonNode body, boolean insists, String... headers) {
        String key = UUID.randomUUID().toString();
        return insists ? insist(path, body, key, headers) : command(path, body, key, headers);
    }

    /** Sends it with the same key until somebody says what became of it, for a while. */
    Reply insist(String path, JsonNode body, String key, String... headers) {
        long deadline = System.nanoTime() + PERSISTENCE.toNanos();
        Reply reply = command(path, body, key, headers);
        while (reply.outcome() == Outcome.UNKNOWN && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE.toNanos());
            reply = command(path, body, key, headers);
        }
        return reply;
    }
}
