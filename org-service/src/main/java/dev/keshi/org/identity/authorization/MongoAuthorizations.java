package dev.keshi.org.identity.authorization;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import dev.keshi.org.account.SecretHash;
import dev.keshi.org.identity.WhenEmbedded;
import dev.keshi.org.identity.seal.Seal;
import dev.keshi.service.time.RealTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Authorizations in MongoDB: {@code {_id, revision, code, accessToken, idToken, sealed, expiresAt}}. Codes and tokens are
 * found by their hash; their values stand in the sealed part only.
 *
 * <p>Every change is a compare-and-set on the revision that was read: of two requests that exchange one code at the same
 * time, at whatever replica, one gets tokens and the other is told {@code invalid_grant}.
 */
@Component
@WhenEmbedded
final class MongoAuthorizations implements OAuth2AuthorizationService {

    static final String COLLECTION = "authorizations";

    private static final String PURPOSE = "authorization";
    private static final String REVISION = "dev.keshi.revision";
    private static final Duration GRACE = Duration.ofMinutes(5);

    private final MongoOperations mongo;
    private final RegisteredClientRepository clients;
    private final Seal seal;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    MongoAuthorizations(MongoOperations mongo, RegisteredClientRepository clients, Seal seal, RealTime time) {
        this.mongo = mongo;
        this.clients = clients;
        this.seal = seal;
        this.clock = time.clock();
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        Long revision = authorization.getAttribute(REVISION);
        if (revision == null) {
            var document =
                    fields(authorization).append("_id", authorization.getId()).append("revision", 1L);
            mongo.execute(COLLECTION, all -> all.insertOne(document));
            return;
        }
        var change = new Document("$set", fields(authorization).append("revision", revision + 1));
        var swap = mongo.execute(COLLECTION, all -> all.updateOne(unchanged(authorization.getId(), revision), change));
        if (swap == null || swap.getMatchedCount() != 1) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        mongo.execute(COLLECTION, all -> all.deleteOne(eq("_id", authorization.getId())));
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return find(eq("_id", id));
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        var hash = SecretHash.of(token).value();
        if (type == null) {
            return Stream.of("accessToken", "code", "idToken")
                    .map(field -> find(eq(field, hash)))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        return switch (type.getValue()) {
            case OAuth2ParameterNames.CODE -> find(eq("code", hash));
            case OAuth2ParameterNames.ACCESS_TOKEN -> find(eq("accessToken", hash));
            case OidcParameterNames.ID_TOKEN -> find(eq("idToken", hash));
            default -> null;
        };
    }

    private @Nullable OAuth2Authorization find(Bson filter) {
        var found = mongo.execute(COLLECTION, all -> all.find(filter).first());
        if (found == null) {
            return null;
        }
        var id = found.getString("_id");
        var stored = json.readValue(
                seal.open(PURPOSE, id, found.get("sealed", Binary.class).getData()), StoredAuthorization.class);
        var client = clients.findById(stored.clientId());
        if (client == null) {
            return null;
        }
        return OAuth2Authorization.from(AuthorizationMapping.toAuthorization(id, client, stored))
                .attribute(REVISION, found.getLong("revision"))
                .build();
    }

    private Document fields(OAuth2Authorization authorization) {
        var plain = json.writeValueAsString(AuthorizationMapping.toStored(authorization));
        return new Document("code", hash(authorization.getToken(OAuth2AuthorizationCode.class)))
                .append("accessToken", hash(authorization.getToken(OAuth2AccessToken.class)))
                .append("idToken", hash(authorization.getToken(OidcIdToken.class)))
                .append("sealed", new Binary(seal.close(PURPOSE, authorization.getId(), plain)))
                .append("expiresAt", Date.from(expiry(authorization).plus(GRACE)));
    }

    private Instant expiry(OAuth2Authorization authorization) {
        return tokens(authorization)
                .map(token -> token.getToken().getExpiresAt())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseGet(clock::instant);
    }

    private static Stream<OAuth2Authorization.Token<? extends OAuth2Token>> tokens(OAuth2Authorization authorization) {
        return Stream.<Class<? extends OAuth2Token>>of(
                        OAuth2AuthorizationCode.class, OAuth2AccessToken.class, OidcIdToken.class)
                .<OAuth2Authorization.Token<? extends OAuth2Token>>map(authorization::getToken)
                .filter(Objects::nonNull);
    }

    private static @Nullable String hash(OAuth2Authorization.@Nullable Token<? extends OAuth2Token> token) {
        return token == null
                ? null
                : SecretHash.of(token.getToken().getTokenValue()).value();
    }

    private static Bson unchanged(String id, long revision) {
        return and(eq("_id", id), eq("revision", revision));
    }
}
