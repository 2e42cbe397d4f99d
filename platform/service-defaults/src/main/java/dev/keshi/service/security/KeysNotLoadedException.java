package dev.keshi.service.security;

import org.springframework.security.core.AuthenticationException;

/** No token can be judged yet: 503, not 401. */
public final class KeysNotLoadedException extends AuthenticationException {

    KeysNotLoadedException() {
        super("The keys that check access tokens are not loaded yet");
    }
}
