package dev.keshi.launcher.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keshi.infrastructure.process.LocalFailure;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortBaseTest {

    @Test
    void theGatewayListensOnThePortBaseItself() {
        assertThat(new PortBase(9700).gateway()).isEqualTo("http://127.0.0.1:9700");
    }

    @Test
    void noTwoServersShareAPort() {
        var ports = new HashSet<Integer>();
        var base = PortBase.DEFAULT;
        for (Service service : Service.values()) {
            for (Replica replica : List.of(Replica.first(service), Replica.second(service))) {
                ports.add(base.of(replica).number());
                ports.add(base.management(replica).number());
            }
        }
        var servers = base.infrastructure();
        Arrays.asList(servers.mongodb(), servers.broker(), servers.controller())
                .forEach(port -> ports.add(port.number()));

        assertThat(ports).hasSize(4 * Service.values().length + 3);
        assertThat(ports).allMatch(port -> port < base.number() + PortBase.COUNT);
    }

    @Test
    void aPortBaseWithoutRoomIsOneSentence() {
        assertThatExceptionOfType(LocalFailure.class).isThrownBy(() -> PortBase.of("65500"));
        assertThatExceptionOfType(LocalFailure.class).isThrownBy(() -> PortBase.of("80"));
        assertThatExceptionOfType(LocalFailure.class)
                .isThrownBy(() -> PortBase.of("many"))
                .withMessageContaining("many");
    }
}
