package dev.keshi.org.identity.external;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import dev.keshi.contracts.Topics;
import dev.keshi.org.OrgServiceApplication;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.events.SeenEvent;
import dev.keshi.test.infrastructure.RealInfrastructure;
import dev.keshi.test.infrastructure.RealKafka;
import dev.keshi.test.infrastructure.RealMongo;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import tools.jackson.databind.json.JsonMapper;

@RealInfrastructure(ownDatabase = true)
class ExternalIssuerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AtomicReference<String> keys = new AtomicReference<>("{}");
    private HttpServer issuer;
    private String address;

    @BeforeEach
    void anIssuer() throws IOException {
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        address = "http://127.0.0.1:" + issuer.getAddress().getPort();
        answer(
                "/.well-known/openid-configuration",
                () -> JSON.writeValueAsString(Map.of("issuer", address, "jwks_uri", address + "/keys")));
        answer("/keys", keys::get);
        issuer.start();
    }

    @AfterEach
    void noIssuer() {
        issuer.stop(0);
    }

    @Test
    void itsKeysReachTheServicesAndAreTakenBackWhenItTakesThemBack(RealMongo mongo, RealKafka kafka)
            throws JOSEException {
        var one = new RSAKeyGenerator(2048).keyID("one").generate();
        var two = new RSAKeyGenerator(2048).keyID("two").generate();
        keys.set(list(one));
        try (var service = new SpringApplicationBuilder(OrgServiceApplication.class)
                        .run(
                                "--server.port=0",
                                "--management.server.port=0",
                                "--spring.mongodb.uri=" + mongo.uri(),
                                "--spring.kafka.bootstrap-servers=" + kafka.bootstrap(),
                                "--keshi.security.issuer=" + address,
                                "--keshi.identity.embedded=false",
                                "--keshi.personal-data.key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
                var probe = EventProbe.fromBeginning(kafka.bootstrap(), Topics.SIGNING_KEYS)) {
            assertThat(published(probe, 1, "one").getFirst().json()).doesNotContain("\\\"d\\\"");
            var watch = service.getBean(IssuerWatch.class);

            watch.look();
            keys.set(list(one, two));
            watch.look();
            published(probe, 1, "two");
            keys.set("not JSON");
            watch.look();
            keys.set(list(two));
            watch.look();

            var withdrawn = published(probe, 2, "one").getLast();
            assertThat(JSON.readTree(withdrawn.json()).get("notAfter").asString())
                    .isLessThanOrEqualTo(java.time.Instant.now().toString());
            assertThat(probe.drain().stream().filter(event -> event.key().equals("one")))
                    .hasSize(2);
        }
    }

    private static List<SeenEvent> published(EventProbe probe, int count, String key) {
        return probe.await(count, event -> event.key().equals(key), PATIENCE);
    }

    private static String list(RSAKey... some) {
        return new JWKSet(List.<com.nimbusds.jose.jwk.JWK>of(some)).toString(true);
    }

    private void answer(String path, java.util.function.Supplier<String> text) {
        issuer.createContext(path, exchange -> {
            var bytes = text.get().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
