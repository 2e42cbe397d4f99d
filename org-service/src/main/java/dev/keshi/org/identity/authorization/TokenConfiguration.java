package dev.keshi.org.identity.authorization;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.keshi.org.IssuerAddress;
import dev.keshi.org.identity.WhenEmbedded;
import dev.keshi.org.identity.signing.SigningKeys;
import dev.keshi.service.time.RealTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;

/** Addresses of the endpoints, which all go through the gateway's routes, and what makes tokens. */
@Configuration(proxyBeanMethods = false)
@WhenEmbedded
class TokenConfiguration {

    @Bean
    AuthorizationServerSettings authorizationServerSettings(IssuerAddress issuer) {
        return AuthorizationServerSettings.builder()
                .issuer(issuer.value())
                .oidcUserInfoEndpoint("/oauth2/userinfo")
                .oidcLogoutEndpoint("/oauth2/logout")
                .build();
    }

    /** What {@code /oauth2/jwks} shows: every key whose tokens may be met, without private parts. */
    @Bean
    JWKSource<SecurityContext> publishedKeys(SigningKeys keys) {
        return (selector, context) -> selector.select(new JWKSet(keys.published()));
    }

    @Bean
    JwtGenerator tokenGenerator(SigningKeys keys, TokenClaims claims, RealTime time) {
        JWKSource<SecurityContext> current = (selector, context) -> selector.select(new JWKSet(keys.signing()));
        var generator = new JwtGenerator(new NimbusJwtEncoder(current));
        generator.setJwtCustomizer(claims);
        generator.setClock(time.clock());
        return generator;
    }
}
