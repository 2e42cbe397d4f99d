package dev.keshi.org;

import java.net.URI;

/** Where browsers and programs find the issuer: the gateway's public address, without a slash at the end. */
public record IssuerAddress(String value) {

    public IssuerAddress {
        value = value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
    }

    public boolean isSecure() {
        return "https".equals(URI.create(value).getScheme());
    }

    /** @param path begins with a slash */
    public String at(String path) {
        return value + path;
    }
}
