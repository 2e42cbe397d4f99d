package dev.keshi.org.identity.page;

import dev.keshi.org.account.SignIn;
import dev.keshi.org.identity.WhenEmbedded;
import dev.keshi.org.identity.session.Continuation;
import dev.keshi.org.identity.session.SessionCsrfTokens;
import dev.keshi.org.identity.session.SessionSecurityContexts;
import dev.keshi.service.time.RealTime;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;

/** The chain of the pages. */
@Configuration(proxyBeanMethods = false)
@WhenEmbedded
class PageConfiguration {

    @Bean
    @Order(2)
    SecurityFilterChain identityPages(
            HttpSecurity http,
            SessionSecurityContexts contexts,
            BrowserAnswers browser,
            Pages pages,
            SignIn signIn,
            RealTime time) {
        return http.securityMatcher("/login", "/account/**")
                .authenticationProvider(new PasswordSignIn(signIn, time.clock()))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/account/password")
                        .authenticated()
                        .requestMatchers(HttpMethod.GET, "/login", "/account/*")
                        .permitAll()
                        .requestMatchers(
                                HttpMethod.POST,
                                "/login",
                                "/account/invitation",
                                "/account/first-administrator",
                                "/account/sign-out")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .formLogin(form -> form.loginPage("/login")
                        .securityContextRepository(contexts)
                        .successHandler((request, response, person) ->
                                BrowserAnswers.redirect(response, Continuation.take(request)))
                        .failureHandler(PageConfiguration::refuse))
                .securityContext(context -> context.securityContextRepository(contexts))
                .csrf(csrf -> csrf.csrfTokenRepository(new SessionCsrfTokens()))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(browser::protect)
                .exceptionHandling(handling -> handling.authenticationEntryPoint(browser::askToSignIn)
                        .accessDeniedHandler((request, response, why) -> expired(pages, request, response, why)))
                .build();
    }

    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) {
        BrowserAnswers.redirect(
                response, failure instanceof AuthenticationServiceException ? "/login?busy" : "/login?failed");
    }

    /** A form whose session ended, or one that was forged. */
    private static void expired(
            Pages pages, HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (request.getRequestURI().equals("/login")) {
            BrowserAnswers.redirect(response, "/login?expired");
            return;
        }
        pages.message(request.getHeader("Accept-Language"), 403, "form-expired").writeTo(response);
    }
}
