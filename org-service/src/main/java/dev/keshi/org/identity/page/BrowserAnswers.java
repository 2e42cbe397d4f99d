package dev.keshi.org.identity.page;

import dev.keshi.org.identity.WhenEmbedded;
import dev.keshi.org.identity.session.Continuation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.stereotype.Component;

/** What browsers are answered on all chains of identity. Addresses are relative: the gateway is in front. */
@Component
@WhenEmbedded
public final class BrowserAnswers {

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
            + "frame-ancestors 'none'; base-uri 'none'";

    BrowserAnswers() {}

    /** Remembers where the browser wanted to go and shows the page for signing in. */
    public void askToSignIn(HttpServletRequest request, HttpServletResponse response, AuthenticationException why) {
        Continuation.remember(request);
        redirect(response, "/login");
    }

    public void protect(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER));
    }

    static void redirect(HttpServletResponse response, String path) {
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, path);
    }
}
