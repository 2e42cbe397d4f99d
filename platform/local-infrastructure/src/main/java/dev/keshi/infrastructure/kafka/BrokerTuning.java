package dev.keshi.infrastructure.kafka;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** What every broker of one node is set to, however it is started: as a process of its own or in a container. */
public final class BrokerTuning {

    static final String TEXT = """
            # Topics are made by code, with their partitions.
            auto.create.topics.enable=false
            unclean.leader.election.enable=false
            # A member that died is noticed after six seconds instead of forty-five.
            group.consumer.session.timeout.ms=6000
            group.consumer.min.session.timeout.ms=6000
            group.consumer.heartbeat.interval.ms=2000
            group.consumer.min.heartbeat.interval.ms=2000
            group.initial.rebalance.delay.ms=0
            # One node: inner topics with one copy and few partitions.
            offsets.topic.replication.factor=1
            offsets.topic.num.partitions=8
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            transaction.state.log.num.partitions=4
            share.coordinator.state.topic.replication.factor=1
            share.coordinator.state.topic.min.isr=1
            share.coordinator.state.topic.num.partitions=4
            # After kill -9 the node must wait until its former self is declared dead.
            broker.heartbeat.interval.ms=1000
            broker.session.timeout.ms=3000
            # Little memory, few threads, few wake-ups.
            num.network.threads=2
            num.io.threads=4
            background.threads=2
            log.cleaner.dedupe.buffer.size=8388608
            metadata.max.idle.interval.ms=5000
            """;

    private BrokerTuning() {}

    public static Map<String, String> settings() {
        var properties = new Properties();
        try {
            properties.load(new StringReader(TEXT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var settings = new HashMap<String, String>();
        properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        return Map.copyOf(settings);
    }
}
