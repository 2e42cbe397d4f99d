package dev.keshi.org.identity;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where browsers and programs find the issuer: the gateway's public address, without a slash at the end. */
@Component
public final class IssuerAddress {

    private final String value;

    IssuerAddress(@Value("${keshi.security.issuer}") String value) {
        this.value = value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
    }

    public String value() {
        return value;
    }

    public boolean isSecure() {
        return "https".equals(URI.create(value).getScheme());
    }

    /** @param path begins with a slash */
    public String at(String path) {
        return value + path;
    }
}
