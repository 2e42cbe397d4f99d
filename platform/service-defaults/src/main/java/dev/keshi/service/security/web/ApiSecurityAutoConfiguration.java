package dev.keshi.service.security.web;

import dev.keshi.service.problem.CommonProblem;
import dev.keshi.service.problem.web.ProblemAutoConfiguration;
import dev.keshi.service.problem.web.ProblemResponses;
import dev.keshi.service.security.AccessTokens;
import dev.keshi.service.security.TokenAuthorities;
import dev.keshi.service.security.TokenAutoConfiguration;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * A resource server that denies by default. Its chain is the last one: a service that has pages (org-service) puts
 * chains with a matcher of their own before it.
 */
@AutoConfiguration(
        after = {TokenAutoConfiguration.class, ProblemAutoConfiguration.class},
        beforeName = {
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableWebSecurity
@EnableMethodSecurity
public class ApiSecurityAutoConfiguration {

    @Bean
    HttpFirewall httpFirewall() {
        return new RequestFirewall();
    }

    /** Answers at once: a page for errors would have to pass the same firewall with the same request. */
    @Bean
    RequestRejectedHandler rejectedRequests(ProblemResponses problems) {
        return (request, response, rejected) -> problems.write(request, response, CommonProblem.badRequest());
    }

    @Bean
    SecurityProblems securityProblems(ProblemResponses problems) {
        return new SecurityProblems(problems);
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain apiSecurity(
            HttpSecurity http, AccessTokens tokens, SecurityProblems problems, Environment environment) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(
                                csp -> csp.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(onManagementPort(environment))
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, "/v3/api-docs", "/v3/api-docs/**")
                                .permitAll()
                                .requestMatchers("/api/**", "/scim/**")
                                .authenticated()
                                .anyRequest()
                                .denyAll())
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems)
                        .jwt(jwt -> jwt.decoder(tokens).jwtAuthenticationConverter(new TokenAuthorities()))
                        .withObjectPostProcessor(answerEveryFailure(problems)))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .build();
    }

    /** The filter would let some failures through to the container; here each of them is answered. */
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> answerEveryFailure(SecurityProblems problems) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(problems::commence);
                return filter;
            }
        };
    }

    /** Actuator is open on a port of its own, which listens on the loopback address; never on the service's port. */
    private static RequestMatcher onManagementPort(Environment environment) {
        return (HttpServletRequest request) -> {
            if (!request.getRequestURI().startsWith("/actuator")) {
                return false;
            }
            var management = environment.getProperty("local.management.port", Integer.class);
            var server = environment.getProperty("local.server.port", Integer.class);
            return management != null && !management.equals(server) && request.getLocalPort() == management;
        };
    }

    @Bean
    WebMvcConfigurer callers() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerResolver());
            }
        };
    }
}
