package dev.keshi.gateway.security;

import dev.keshi.gateway.limit.OpenAddresses;
import dev.keshi.gateway.problem.ProblemReplies;
import dev.keshi.service.problem.CommonProblem;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.security.AccessTokens;
import dev.keshi.service.security.KeysNotLoadedException;
import dev.keshi.service.security.TokenAuthorities;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Under {@code /api} a valid token is needed but for {@link OpenAddresses}, where none is looked at; of the rest only what is listed is open. Security headers of
 * proxied answers are the services' own.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class GatewaySecurity {

    /** The pages and addresses that may be read without a token; each is a static route or a page of the gateway. */
    private static final String[] OPEN = {
        "/",
        "/callback",
        "/docs",
        "/docs/**",
        "/openapi/*",
        "/events/**",
        "/.well-known/openid-configuration",
        "/.well-known/oauth-authorization-server",
        "/oauth2/**",
        "/userinfo",
        "/connect/logout",
        "/login",
        "/login/**",
        "/logout",
        "/account/**",
        "/assets/**"
    };

    /** Actuator listens on a port of its own, on the loopback address. */
    @Bean
    @Order(0)
    SecurityWebFilterChain actuatorSecurity(ServerHttpSecurity http, Environment environment) {
        return bare(http)
                .securityMatcher(exchange ->
                        onManagementPort(exchange, environment) ? MatchResult.match() : MatchResult.notMatch())
                .authorizeExchange(exchanges -> exchanges.anyExchange().permitAll())
                .build();
    }

    private static boolean onManagementPort(ServerWebExchange exchange, Environment environment) {
        var local = exchange.getRequest().getLocalAddress();
        var management = environment.getProperty("local.management.port", Integer.class);
        var server = environment.getProperty("local.server.port", Integer.class);
        return local != null && management != null && !management.equals(server) && local.getPort() == management;
    }

    @Bean
    @Order(1)
    SecurityWebFilterChain openSecurity(ServerHttpSecurity http) {
        return bare(http)
                .securityMatcher(exchange ->
                        OpenAddresses.include(exchange.getRequest()) ? MatchResult.match() : MatchResult.notMatch())
                .authorizeExchange(exchanges -> exchanges.anyExchange().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityWebFilterChain apiSecurity(ServerHttpSecurity http, AccessTokens tokens, ProblemReplies replies) {
        return bare(http)
                .securityMatcher(ServerWebExchangeMatchers.pathMatchers("/api/**", "/scim/**"))
                .authorizeExchange(exchanges -> exchanges.anyExchange().authenticated())
                .oauth2ResourceServer(server -> server.authenticationManagerResolver(
                                exchange -> Mono.just(manager(tokens)))
                        .authenticationEntryPoint((exchange, failure) -> replies.write(exchange, problemOf(failure)))
                        .accessDeniedHandler(
                                (exchange, denied) -> replies.write(exchange, CommonProblem.accessDenied())))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                        (exchange, failure) -> replies.write(exchange, problemOf(failure))))
                .build();
    }

    @Bean
    @Order(3)
    SecurityWebFilterChain pageSecurity(ServerHttpSecurity http, ProblemReplies replies) {
        return bare(http)
                .authorizeExchange(exchanges ->
                        exchanges.pathMatchers(OPEN).permitAll().anyExchange().denyAll())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (exchange, failure) -> replies.write(exchange, CommonProblem.notFound()))
                        .accessDeniedHandler((exchange, denied) -> replies.write(exchange, CommonProblem.notFound())))
                .build();
    }

    /** Paths and headers that are not canonical are refused before anything looks at them. */
    @Bean
    ServerExchangeRejectedHandler rejectedRequests(ProblemReplies replies) {
        return (exchange, rejected) -> replies.write(exchange, CommonProblem.badRequest());
    }

    private static ServerHttpSecurity bare(ServerHttpSecurity http) {
        return http.csrf(CsrfSpec::disable)
                .headers(HeaderSpec::disable)
                .formLogin(FormLoginSpec::disable)
                .httpBasic(HttpBasicSpec::disable)
                .logout(LogoutSpec::disable)
                .requestCache(RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance());
    }

    /** Keys are in memory and a check takes some ten microseconds, so it runs where it is. */
    private static ReactiveAuthenticationManager manager(AccessTokens tokens) {
        var authorities = new TokenAuthorities();
        return authentication -> Mono.just(authentication)
                .cast(BearerTokenAuthenticationToken.class)
                .map(bearer -> tokens.decode(bearer.getToken()))
                .<Authentication>map(authorities::convert)
                .onErrorMap(BadJwtException.class, bad -> new InvalidBearerTokenException("refused", bad));
    }

    private static Problem problemOf(AuthenticationException failure) {
        return switch (failure) {
            case KeysNotLoadedException notYet -> CommonProblem.keysNotLoaded();
            case OAuth2AuthenticationException token -> CommonProblem.invalidToken();
            default -> CommonProblem.unauthenticated();
        };
    }
}
