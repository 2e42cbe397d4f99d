package dev.keshi.org.identity.session;

import dev.keshi.org.IssuerAddress;
import dev.keshi.org.identity.WhenEmbedded;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** Sessions exist for the pages and endpoints of the issuer only; the API knows none. */
@Configuration(proxyBeanMethods = false)
@WhenEmbedded
class SessionConfiguration {

    private static final String COOKIE = "KESHI_SESSION";

    /** Browsers take a cookie of this name from this very host over TLS only; no neighbouring host can set it. */
    private static final String SECURE_COOKIE = "__Host-" + COOKIE;

    @Bean
    FilterRegistrationBean<SessionRepositoryFilter<BrowserSession>> browserSessions(
            MongoSessions sessions, IssuerAddress issuer) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(issuer.isSecure() ? SECURE_COOKIE : COOKIE);
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setUseSecureCookie(issuer.isSecure());
        cookie.setSameSite("Lax");
        var ids = new CookieHttpSessionIdResolver();
        ids.setCookieSerializer(cookie);
        var filter = new SessionRepositoryFilter<>(sessions);
        filter.setHttpSessionIdResolver(ids);
        var registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns("/login", "/account/*", "/oauth2/*");
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        return registration;
    }
}
