package dev.keshi.gateway.route;

import java.net.URI;
import java.util.Optional;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Tells services under which address they are seen and who called. The address is the configured one
 * ({@code KESHI_SECURITY_ISSUER}), so that no {@code Host} header can bend the addresses in redirects.
 */
@Component
class PublicAddress implements HttpHeadersFilter, Ordered {

    private final String scheme;
    private final String host;
    private final String port;

    PublicAddress(Environment environment) {
        var address = URI.create(environment.getRequiredProperty("keshi.security.issuer"));
        this.scheme = address.getScheme();
        this.port = Integer.toString(portOf(address));
        this.host = address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort();
    }

    private static int portOf(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return "https".equals(address.getScheme()) ? 443 : 80;
    }

    @Override
    public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
        var headers = new HttpHeaders();
        headers.addAll(input);
        headers.set("X-Forwarded-Host", host);
        headers.set("X-Forwarded-Proto", scheme);
        headers.set("X-Forwarded-Port", port);
        Optional.ofNullable(exchange.getRequest().getRemoteAddress())
                .ifPresent(remote ->
                        headers.set("X-Forwarded-For", remote.getAddress().getHostAddress()));
        return headers;
    }

    /** After the filter that removes such headers of callers it does not trust, which are all. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
