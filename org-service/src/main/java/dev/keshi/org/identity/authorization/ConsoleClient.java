package dev.keshi.org.identity.authorization;

import dev.keshi.org.IssuerAddress;
import dev.keshi.org.identity.IdentitySettings;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * The web interface: a public client, so it proves by PKCE that it asked for the code, and gets no refresh token. Its
 * addresses follow from the issuer's, so it is configuration and not data.
 */
final class ConsoleClient {

    static final String ID = "keshi-console";

    private ConsoleClient() {}

    static RegisteredClient at(IssuerAddress issuer, IdentitySettings settings) {
        return RegisteredClient.withId(ID)
                .clientId(ID)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(issuer.at("/callback"))
                .redirectUri(issuer.at("/callback/silent"))
                .postLogoutRedirectUri(issuer.at("/"))
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(settings.accessTokenLifetime())
                        .authorizationCodeTimeToLive(settings.codeLifetime())
                        .build())
                .build();
    }
}
