package dev.keshi.org.identity.authorization;

import com.nimbusds.jwt.JWTParser;
import dev.keshi.org.account.AccountId;
import dev.keshi.org.identity.session.PersonAuthentication;
import dev.keshi.org.identity.session.SignedInPerson;
import java.security.Principal;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/** The framework's authorization to ours and back. */
final class AuthorizationMapping {

    private AuthorizationMapping() {}

    static StoredAuthorization toStored(OAuth2Authorization authorization) {
        return new StoredAuthorization(
                authorization.getRegisteredClientId(),
                authorization.getPrincipalName(),
                authorization.getAuthorizationGrantType().getValue(),
                List.copyOf(authorization.getAuthorizedScopes()),
                person(authorization),
                request(authorization),
                token(authorization.getToken(OAuth2AuthorizationCode.class)),
                token(authorization.getToken(OAuth2AccessToken.class)),
                token(authorization.getToken(OidcIdToken.class)));
    }

    static OAuth2Authorization toAuthorization(String id, RegisteredClient client, StoredAuthorization stored) {
        var builder = OAuth2Authorization.withRegisteredClient(client)
                .id(id)
                .principalName(stored.principal())
                .authorizationGrantType(new AuthorizationGrantType(stored.grantType()))
                .authorizedScopes(new LinkedHashSet<>(stored.scopes()));
        if (stored.person() != null) {
            builder.attribute(Principal.class.getName(), authentication(stored.person()));
        }
        if (stored.request() != null) {
            builder.attribute(OAuth2AuthorizationRequest.class.getName(), request(stored.request()));
        }
        if (stored.code() != null) {
            var code = stored.code();
            add(builder, code, new OAuth2AuthorizationCode(code.value(), code.issuedAt(), code.expiresAt()), Map.of());
        }
        if (stored.accessToken() != null) {
            var token = stored.accessToken();
            var accessToken = new OAuth2AccessToken(
                    OAuth2AccessToken.TokenType.BEARER,
                    token.value(),
                    token.issuedAt(),
                    token.expiresAt(),
                    new LinkedHashSet<>(stored.scopes()));
            add(builder, token, accessToken, claims(token.value()));
        }
        if (stored.idToken() != null) {
            var token = stored.idToken();
            var claims = claims(token.value());
            add(builder, token, new OidcIdToken(token.value(), token.issuedAt(), token.expiresAt(), claims), claims);
        }
        return builder.build();
    }

    private static StoredAuthorization.@Nullable Person person(OAuth2Authorization authorization) {
        if (!(authorization.getAttribute(Principal.class.getName()) instanceof PersonAuthentication authentication)) {
            return null;
        }
        var person = authentication.getPrincipal();
        return new StoredAuthorization.Person(
                person.account().value(), person.personId(), person.sid(), person.at(), person.signInEpoch());
    }

    private static PersonAuthentication authentication(StoredAuthorization.Person person) {
        return new PersonAuthentication(new SignedInPerson(
                new AccountId(person.account()), person.personId(), person.sid(), person.at(), person.signInEpoch()));
    }

    private static StoredAuthorization.@Nullable Request request(OAuth2Authorization authorization) {
        OAuth2AuthorizationRequest request = authorization.getAttribute(OAuth2AuthorizationRequest.class.getName());
        return request == null
                ? null
                : new StoredAuthorization.Request(
                        request.getAuthorizationUri(),
                        request.getClientId(),
                        request.getRedirectUri(),
                        request.getState(),
                        List.copyOf(request.getScopes()),
                        request.getAdditionalParameters());
    }

    private static OAuth2AuthorizationRequest request(StoredAuthorization.Request stored) {
        var parameters = new HashMap<String, Object>();
        stored.parameters().forEach((name, value) -> parameters.put(name, parameter(value)));
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(stored.uri())
                .clientId(stored.clientId())
                .redirectUri(stored.redirectUri())
                .state(stored.state())
                .scopes(new LinkedHashSet<>(stored.scopes()))
                .additionalParameters(parameters)
                .build();
    }

    /** A parameter that was given several times is an array in the framework and a list in JSON. */
    private static Object parameter(Object value) {
        return value instanceof List<?> values ? values.toArray(String[]::new) : value;
    }

    private static StoredAuthorization.@Nullable Token token(
            OAuth2Authorization.@Nullable Token<? extends OAuth2Token> token) {
        if (token == null) {
            return null;
        }
        return new StoredAuthorization.Token(
                token.getToken().getTokenValue(),
                Objects.requireNonNull(token.getToken().getIssuedAt()),
                Objects.requireNonNull(token.getToken().getExpiresAt()),
                token.isInvalidated());
    }

    private static void add(
            OAuth2Authorization.Builder builder,
            StoredAuthorization.Token stored,
            OAuth2Token token,
            Map<String, Object> claims) {
        builder.token(token, metadata -> {
            metadata.put(OAuth2Authorization.Token.INVALIDATED_METADATA_NAME, stored.invalidated());
            if (!claims.isEmpty()) {
                metadata.put(OAuth2Authorization.Token.CLAIMS_METADATA_NAME, claims);
            }
        });
    }

    /** Our own token, sealed in our own store: read without checking the signature again. */
    private static Map<String, Object> claims(String jwt) {
        try {
            var claims = new HashMap<String, Object>();
            JWTParser.parse(jwt).getJWTClaimsSet().getClaims().forEach((name, value) -> claims.put(name, claim(value)));
            return claims;
        } catch (ParseException e) {
            throw new IllegalStateException("A stored token is not readable", e);
        }
    }

    private static Object claim(Object value) {
        return value instanceof Date time ? Instant.ofEpochMilli(time.getTime()) : value;
    }
}
