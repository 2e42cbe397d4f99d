package dev.keshi.service.security;

import com.nimbusds.jose.jwk.JWK;
import dev.keshi.contracts.Topics;
import dev.keshi.contracts.org.SigningKeyPublishedV1;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the whole compacted topic of signing keys from its beginning, without a group, and goes on reading. Keys stay in
 * memory while Kafka is away. They count as loaded once the end that was found at the start is reached and at least one
 * key is there: before org-service has published its first key nobody can be let in or turned away.
 */
final class SigningKeys implements VerificationKeys, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);
    private static final Duration POLL = Duration.ofSeconds(30);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final Map<String, Published> keys = new ConcurrentHashMap<>();
    private volatile boolean caughtUp;
    private volatile boolean running;
    private volatile @Nullable Consumer<String, byte[]> reading;
    private @Nullable Thread thread;

    private record Published(JWK jwk, Instant notAfter) {}

    SigningKeys(Supplier<Consumer<String, byte[]>> consumers, Clock clock) {
        this.consumers = consumers;
        this.clock = clock;
    }

    @Override
    public boolean loaded() {
        return caughtUp && !keys.isEmpty();
    }

    @Override
    public Optional<JWK> find(String keyId) {
        return Optional.ofNullable(keys.get(keyId))
                .filter(key -> !clock.instant().isAfter(key.notAfter()))
                .map(Published::jwk);
    }

    int size() {
        return keys.size();
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("signing-keys").start(this::read);
    }

    @Override
    public synchronized void stop() {
        running = false;
        var open = reading;
        if (open != null) {
            open.wakeup();
        }
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before anything that serves requests. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 4096;
    }

    private void read() {
        while (running) {
            try (var consumer = consumers.get()) {
                reading = consumer;
                follow(consumer);
            } catch (WakeupException | org.apache.kafka.common.errors.InterruptException stopping) {
                log.debug("Signing keys are not followed any more");
            } catch (RuntimeException unavailable) {
                log.warn("Signing keys cannot be read, trying again: {}", unavailable.getMessage());
                pause();
            } finally {
                reading = null;
            }
        }
    }

    private void follow(Consumer<String, byte[]> consumer) {
        var partitions = partitions(consumer);
        if (partitions.isEmpty()) {
            log.info("Topic {} does not exist yet", Topics.SIGNING_KEYS);
            pause();
            return;
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        while (running) {
            if (!caughtUp
                    && ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                caughtUp = true;
                log.info("{} signing keys are known", keys.size());
            }
            consumer.poll(POLL).forEach(this::accept);
        }
    }

    private static Collection<TopicPartition> partitions(Consumer<String, byte[]> consumer) {
        var found = new ArrayList<TopicPartition>();
        var infos =
                Optional.ofNullable(consumer.partitionsFor(Topics.SIGNING_KEYS)).orElse(List.of());
        infos.forEach(info -> found.add(new TopicPartition(info.topic(), info.partition())));
        return found;
    }

    private void accept(ConsumerRecord<String, byte[]> published) {
        if (published.key() == null) {
            log.warn("A signing key without an id is ignored");
            return;
        }
        if (published.value() == null) {
            keys.remove(published.key());
            return;
        }
        try {
            var event = json.readValue(published.value(), SigningKeyPublishedV1.class);
            keys.put(event.keyId(), new Published(JWK.parse(event.jwk()), event.notAfter()));
        } catch (JacksonException | ParseException | NullPointerException unreadable) {
            log.error("The signing key {} cannot be read and is ignored", published.key(), unreadable);
        }
    }

    private void pause() {
        try {
            Thread.sleep(RETRY);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
