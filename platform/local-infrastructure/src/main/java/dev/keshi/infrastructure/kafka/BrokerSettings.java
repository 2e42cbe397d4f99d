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
                """.formatted(
                        broker.number(), controller.number(), data.toString().replace("\\", "\\\\"))
                + BrokerTuning.TEXT;
    }
}
