package dev.keshi.benchmarks.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Sits in the producer of every contender alike and sees what Kafka has acknowledged. */
public final class AckInterceptor implements ProducerInterceptor<Object, Object> {

    private static final String KEY = "bench_key";

    @Override
    public ProducerRecord<Object, Object> onSend(ProducerRecord<Object, Object> record) {
        Sightings.sent();
        record.headers().add(KEY, record.key().toString().getBytes(UTF_8));
        return record;
    }

    @Override
    public void onAcknowledgement(RecordMetadata metadata, @Nullable Exception failure, Headers headers) {
        var key = headers.lastHeader(KEY);
        if (failure == null && key != null) {
            Sightings.acknowledged(new String(key.value(), UTF_8));
        }
    }

    @Override
    public void close() {}

    @Override
    public void configure(Map<String, ?> settings) {}
}
