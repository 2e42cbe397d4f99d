package dev.keshi.org.identity.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** A person who proved by a password who they are. Named by the person id, which becomes the subject of tokens. */
public final class PersonAuthentication extends AbstractAuthenticationToken {

    private final transient SignedInPerson person;

    public PersonAuthentication(SignedInPerson person) {
        super(List.of(FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)
                .issuedAt(person.at())
                .build()));
        this.person = person;
        super.setAuthenticated(true);
    }

    @Override
    public SignedInPerson getPrincipal() {
        return person;
    }

    @Override
    public String getName() {
        return person.personId();
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PersonAuthentication another && person.equals(another.person);
    }

    @Override
    public int hashCode() {
        return person.hashCode();
    }
}
