package dev.keshi.org.identity.session;

import dev.keshi.org.account.AccountId;
import dev.keshi.org.account.AccountQueries;
import dev.keshi.org.identity.WhenEmbedded;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Who a session belongs to, asked anew with each request: an account that was locked or closed, or whose password was
 * changed since the sign-in, is signed out everywhere without anyone having to find its sessions.
 */
@Component
@WhenEmbedded
public final class SessionSecurityContexts implements SecurityContextRepository {

    private static final String ACCOUNT = "account";
    private static final String PERSON = "person";
    private static final String SID = "sid";
    private static final String AT = "at";
    private static final String EPOCH = "epoch";

    private final AccountQueries accounts;

    SessionSecurityContexts(AccountQueries accounts) {
        this.accounts = accounts;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(request);
    }

    /** For the old way of loading, which nothing here uses. */
    @Override
    @Deprecated
    @SuppressWarnings("removal")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return signedIn(request).isPresent();
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        if (context.getAuthentication() instanceof PersonAuthentication authentication) {
            write(request.getSession(), authentication.getPrincipal());
            return;
        }
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ACCOUNT);
        }
    }

    private Optional<PersonAuthentication> signedIn(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .flatMap(SessionSecurityContexts::read)
                .filter(person -> accounts.signedIn(person.account())
                        .filter(person::stillHolds)
                        .isPresent())
                .map(PersonAuthentication::new);
    }

    private static void write(HttpSession session, SignedInPerson person) {
        session.setAttribute(ACCOUNT, person.account().value());
        session.setAttribute(PERSON, person.personId());
        session.setAttribute(SID, person.sid());
        session.setAttribute(AT, person.at().toString());
        session.setAttribute(EPOCH, Long.toString(person.signInEpoch()));
    }

    private static Optional<SignedInPerson> read(HttpSession session) {
        if (session.getAttribute(ACCOUNT) instanceof String account
                && session.getAttribute(PERSON) instanceof String person
                && session.getAttribute(SID) instanceof String sid
                && session.getAttribute(AT) instanceof String at
                && session.getAttribute(EPOCH) instanceof String epoch) {
            return Optional.of(
                    new SignedInPerson(new AccountId(account), person, sid, Instant.parse(at), Long.parseLong(epoch)));
        }
        return Optional.empty();
    }

    /** Read when first asked for, and once. */
    private final class Deferred implements DeferredSecurityContext {

        private final HttpServletRequest request;
        private Optional<SecurityContext> context = Optional.empty();
        private boolean generated;

        Deferred(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            if (context.isEmpty()) {
                var authentication = signedIn(request);
                generated = authentication.isEmpty();
                context = Optional.of(authentication
                        .<SecurityContext>map(SecurityContextImpl::new)
                        .orElseGet(SecurityContextHolder::createEmptyContext));
            }
            return context.get();
        }

        @Override
        public boolean isGenerated() {
            get();
            return generated;
        }
    }
}
