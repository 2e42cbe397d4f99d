package dev.keshi.org.identity.authorization;

import dev.keshi.org.account.AccountQueries;
import dev.keshi.org.account.SignedInAccount;
import dev.keshi.org.identity.WhenEmbedded;
import dev.keshi.org.identity.client.IntegrationClientQueries;
import dev.keshi.org.identity.session.PersonAuthentication;
import java.util.List;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/**
 * What a token says. Rights are read at the moment of issue: an account that was locked after the code was handed out
 * gets no token for it.
 */
@Component
@WhenEmbedded
final class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    /** RFC 9068: an access token cannot be mistaken for an ID token. */
    static final String ACCESS_TOKEN_TYPE = "at+jwt";

    static final String AUDIENCE = "keshi";

    private final AccountQueries accounts;
    private final IntegrationClientQueries clients;

    TokenClaims(AccountQueries accounts, IntegrationClientQueries clients) {
        this.accounts = accounts;
        this.clients = clients;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            accessToken(context);
        } else if (context.getPrincipal() instanceof PersonAuthentication person) {
            idToken(context, person);
        }
    }

    private void accessToken(JwtEncodingContext context) {
        context.getJwsHeader().type(ACCESS_TOKEN_TYPE);
        context.getClaims()
                .audience(List.of(AUDIENCE))
                .claim("client_id", context.getRegisteredClient().getClientId())
                .claim("scope", String.join(" ", context.getAuthorizedScopes()));
        if (context.getPrincipal() instanceof PersonAuthentication person) {
            var account = account(person);
            rights(context, account.roleNames(), account.permissionEpoch());
        } else {
            var client = clients.credentials(context.getRegisteredClient().getClientId())
                    .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT));
            rights(context, client.roleNames(), client.permissionEpoch());
        }
    }

    private void idToken(JwtEncodingContext context, PersonAuthentication person) {
        var account = account(person);
        if (context.getAuthorizedScopes().contains(OidcScopes.PROFILE)) {
            context.getClaims().claim("preferred_username", account.loginName().value());
        }
    }

    private SignedInAccount account(PersonAuthentication person) {
        return accounts.signedIn(person.getPrincipal().account())
                .filter(person.getPrincipal()::stillHolds)
                .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
    }

    private static void rights(JwtEncodingContext context, List<String> roles, long permissionEpoch) {
        context.getClaims().claim("roles", roles).claim("epoch", permissionEpoch);
    }
}
