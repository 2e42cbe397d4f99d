package dev.keshi.org.identity.external;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import dev.keshi.org.IssuerAddress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Asks the issuer for its keys, as its discovery document says where they are. Follows no redirect. */
@Component
@WhenExternal
class IssuerKeys {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LONGEST = 1_000_000;

    private final IssuerAddress issuer;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final JsonMapper json = JsonMapper.builder().build();

    IssuerKeys(IssuerAddress issuer) {
        this.issuer = issuer;
    }

    /**
     * Public RSA and EC keys that sign and have an id.
     *
     * @throws IOException when the issuer does not answer as it should
     */
    List<JWK> read() throws IOException {
        var discovery = json.readTree(get(URI.create(issuer.at("/.well-known/openid-configuration"))));
        if (!issuer.value().equals(discovery.path("issuer").asString(""))) {
            throw new IOException("The discovery document speaks of another issuer");
        }
        var keys = URI.create(discovery.path("jwks_uri").asString(""));
        if (issuer.isSecure() && !"https".equals(keys.getScheme())) {
            throw new IOException("Keys are offered without TLS at " + keys);
        }
        try {
            return JWKSet.parse(get(keys)).getKeys().stream()
                    .filter(IssuerKeys::signs)
                    .map(JWK::toPublicJWK)
                    .toList();
        } catch (ParseException e) {
            throw new IOException("The keys are not readable", e);
        }
    }

    private static boolean signs(JWK key) {
        return key.getKeyID() != null
                && (key instanceof RSAKey || key instanceof ECKey)
                && (key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse()));
    }

    private String get(URI address) throws IOException {
        try {
            var answer = http.send(
                    HttpRequest.newBuilder(address)
                            .timeout(PATIENCE)
                            .header("Accept", "application/json")
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                var bytes = body.readNBytes(LONGEST);
                if (answer.statusCode() != 200 || body.read() >= 0) {
                    throw new IOException(address + " answers " + answer.statusCode());
                }
                return new String(bytes, StandardCharsets.UTF_8);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException(stop);
        }
    }
}
