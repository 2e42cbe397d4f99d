package dev.keshi.infrastructure.kafka;

import dev.keshi.infrastructure.process.Port;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The configuration of one node that is broker and controller in one, sized for a laptop. */
record BrokerSettings(Port broker, Port controller, Path data, List<BrokerListener> more) {

    String text() {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d%4$s
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d%5$s
                controller.listener.names=CONTROLLER
                inter.broker.listener.name=PLAINTEXT
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT%6$s
                log.dirs=%3$s
                """.formatted(
                        broker.number(),
                        controller.number(),
                        data.toString().replace("\\", "\\\\"),
                        each(door -> ",%s://127.0.0.1:%d"
                                .formatted(door.name(), door.port().number())),
                        each(door -> ",%s://127.0.0.1:%d"
                                .formatted(door.name(), door.advertised().number())),
                        each(door -> ",%s:PLAINTEXT".formatted(door.name())))
                + BrokerTuning.TEXT;
    }

    private String each(Function<BrokerListener, String> text) {
        return more.stream().map(text).collect(Collectors.joining());
    }
}
