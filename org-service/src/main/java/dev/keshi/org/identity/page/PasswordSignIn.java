package dev.keshi.org.identity.page;

import dev.keshi.org.account.AccountProblem;
import dev.keshi.org.account.SignIn;
import dev.keshi.org.identity.session.PersonAuthentication;
import dev.keshi.org.identity.session.SignedInPerson;
import java.time.Clock;
import java.util.UUID;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Connects the form to the accounts. */
final class PasswordSignIn implements AuthenticationProvider {

    private final SignIn signIn;
    private final Clock clock;

    PasswordSignIn(SignIn signIn, Clock clock) {
        this.signIn = signIn;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        try {
            return signIn.withPassword(typed.getName(), String.valueOf(typed.getCredentials()))
                    .map(account -> new PersonAuthentication(
                            SignedInPerson.of(account, UUID.randomUUID().toString(), clock.instant())))
                    .orElseThrow(() -> new BadCredentialsException("refused"));
        } catch (AccountProblem.Busy busy) {
            throw new AuthenticationServiceException("busy", busy);
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
