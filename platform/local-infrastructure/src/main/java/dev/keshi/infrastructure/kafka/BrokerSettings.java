package dev.keshi.infrastructure.kafka;

import dev.keshi.infrastructure.process.Port;
import java.nio.file.Path;

/** The configuration of one node that is broker and controller in one, sized for a laptop. */
record BrokerSettings(Port broker, Port controller, Path data) {

    String text() {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                inter.broker.listener.name=PLAINTEXT
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%3$s
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
                """.formatted(
                        broker.number(), controller.number(), data.toString().replace("\\", "\\\\"));
    }
}
