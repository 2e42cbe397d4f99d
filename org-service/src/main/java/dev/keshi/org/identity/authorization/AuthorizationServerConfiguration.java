package dev.keshi.org.identity.authorization;

import static org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator.DEFAULT_SCOPE_VALIDATOR;

import dev.keshi.org.identity.WhenEmbedded;
import dev.keshi.org.identity.page.BrowserAnswers;
import dev.keshi.org.identity.session.SessionSecurityContexts;
import dev.keshi.service.security.AccessTokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** The chain of the endpoints of OAuth 2.1 and OpenID Connect. */
@Configuration(proxyBeanMethods = false)
@WhenEmbedded
class AuthorizationServerConfiguration {

    private static final List<String> GRANTS = List.of("authorization_code", "client_credentials");
    private static final List<String> CLIENT_AUTHENTICATION =
            List.of("none", "client_secret_basic", "client_secret_post");

    @Bean
    @Order(1)
    SecurityFilterChain authorizationServer(
            HttpSecurity http, SessionSecurityContexts contexts, BrowserAnswers browser, AccessTokens tokens) {
        var server = new OAuth2AuthorizationServerConfigurer();
        return http.securityMatcher(server.getEndpointsMatcher())
                .with(server, AuthorizationServerConfiguration::configure)
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers(AuthorizationServerConfiguration::asksSilently)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .oauth2ResourceServer(resource -> resource.jwt(jwt -> jwt.decoder(tokens)))
                .securityContext(context -> context.securityContextRepository(contexts))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(browser::protect)
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                                browser::askToSignIn,
                                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/oauth2/authorize"))
                        .defaultAuthenticationEntryPointFor(
                                AuthorizationServerConfiguration::refuseUnknownClient,
                                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/oauth2/**")))
                .build();
    }

    /**
     * {@code prompt=none} must lead nobody to the page for signing in: the endpoint itself answers {@code login_required} at
     * an address that it has checked.
     */
    private static boolean asksSilently(HttpServletRequest request) {
        return request.getRequestURI().equals("/oauth2/authorize") && "none".equals(request.getParameter("prompt"));
    }

    /** RFC 6749, section 5.2: also a client that says nothing about itself is told what is wrong. */
    private static void refuseUnknownClient(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"keshi\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getWriter().write("{\"error\":\"" + OAuth2ErrorCodes.INVALID_CLIENT + "\"}");
    }

    private static void configure(OAuth2AuthorizationServerConfigurer server) {
        server.clientAuthentication(clients -> clients.authenticationProviders(
                        providers -> providers.forEach(AuthorizationServerConfiguration::keepOurWayOfSecrets)))
                .authorizationEndpoint(endpoint -> endpoint.authenticationProviders(
                        providers -> providers.forEach(AuthorizationServerConfiguration::compareRedirectsExactly)))
                .authorizationServerMetadataEndpoint(metadata ->
                        metadata.authorizationServerMetadataCustomizer(told -> told.grantTypes(grants -> {
                                    grants.clear();
                                    grants.addAll(GRANTS);
                                })
                                .tokenEndpointAuthenticationMethods(methods -> {
                                    methods.clear();
                                    methods.addAll(CLIENT_AUTHENTICATION);
                                })))
                .oidc(oidc -> oidc.providerConfigurationEndpoint(provider ->
                        provider.providerConfigurationCustomizer(told -> told.grantTypes(grants -> {
                                    grants.clear();
                                    grants.addAll(GRANTS);
                                })
                                .tokenEndpointAuthenticationMethods(methods -> {
                                    methods.clear();
                                    methods.addAll(CLIENT_AUTHENTICATION);
                                })
                                .scopes(scopes -> {
                                    scopes.clear();
                                    scopes.addAll(List.of("openid", "profile", Clients.SCOPE));
                                }))));
    }

    private static void keepOurWayOfSecrets(AuthenticationProvider provider) {
        if (provider instanceof ClientSecretAuthenticationProvider secrets) {
            secrets.setPasswordEncoder(new ClientSecretEncoder());
        }
    }

    private static void compareRedirectsExactly(AuthenticationProvider provider) {
        if (provider instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider codes) {
            codes.setAuthenticationValidator(new ExactRedirect().andThen(DEFAULT_SCOPE_VALIDATOR));
        }
    }
}
