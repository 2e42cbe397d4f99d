package dev.keshi.org.identity.authorization;

import dev.keshi.org.identity.WhenEmbedded;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.stereotype.Component;

/** The one client that people sign in to is the enterprise's own console, so nobody is asked for consent. */
@Component
@WhenEmbedded
final class NoConsents implements OAuth2AuthorizationConsentService {

    @Override
    public void save(OAuth2AuthorizationConsent consent) {
        throw new UnsupportedOperationException("No client asks for consent");
    }

    @Override
    public void remove(OAuth2AuthorizationConsent consent) {
        throw new UnsupportedOperationException("No client asks for consent");
    }

    @Override
    public @Nullable OAuth2AuthorizationConsent findById(String registeredClientId, String principalName) {
        return null;
    }
}
