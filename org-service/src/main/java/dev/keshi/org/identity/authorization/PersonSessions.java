package dev.keshi.org.identity.authorization;

import dev.keshi.org.identity.WhenEmbedded;
import dev.keshi.org.identity.session.SignedInPerson;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.stereotype.Component;

/**
 * Tells the framework the {@code sid} of ID tokens. It travels with the person who signed in, so there is no registry
 * that replicas would have to share.
 */
@Component
@WhenEmbedded
final class PersonSessions implements SessionRegistry {

    @Override
    public List<SessionInformation> getAllSessions(Object principal, boolean includeExpired) {
        return principal instanceof SignedInPerson person
                ? List.of(new SessionInformation(person, person.sid(), Date.from(person.at())))
                : List.of();
    }

    @Override
    public @Nullable SessionInformation getSessionInformation(String sessionId) {
        return null;
    }

    @Override
    public List<Object> getAllPrincipals() {
        return List.of();
    }

    @Override
    public void registerNewSession(String sessionId, Object principal) {
        // The person carries the session's name.
    }

    @Override
    public void refreshLastRequest(String sessionId) {
        // The session's store knows when it was used.
    }

    @Override
    public void removeSessionInformation(String sessionId) {
        // Nothing is kept here.
    }
}
