package dev.keshi.org.identity.authorization;

import dev.keshi.org.IssuerAddress;
import dev.keshi.org.identity.IdentitySettings;
import dev.keshi.org.identity.WhenEmbedded;
import dev.keshi.org.identity.client.ClientCredentials;
import dev.keshi.org.identity.client.IntegrationClientQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** Who may ask for tokens: the console, and the integration clients that an administrator registered. */
@Component
@WhenEmbedded
final class Clients implements RegisteredClientRepository {

    static final String SCOPE = "keshi";

    private final RegisteredClient console;
    private final IntegrationClientQueries integrations;
    private final IdentitySettings settings;

    Clients(IssuerAddress issuer, IdentitySettings settings, IntegrationClientQueries integrations) {
        this.console = ConsoleClient.at(issuer, settings);
        this.integrations = integrations;
        this.settings = settings;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Clients are registered by an administrator");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        if (clientId.equals(ConsoleClient.ID)) {
            return console;
        }
        return integrations.credentials(clientId).map(this::client).orElse(null);
    }

    private RegisteredClient client(ClientCredentials credentials) {
        return RegisteredClient.withId(credentials.clientId())
                .clientId(credentials.clientId())
                .clientName(credentials.name())
                .clientSecret(credentials.secret().value())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scope(SCOPE)
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(settings.accessTokenLifetime())
                        .build())
                .build();
    }
}
