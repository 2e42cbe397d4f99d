package dev.keshi.org.identity.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.MapSession;
import org.springframework.session.Session;

/** A session while a request uses it. Takes texts only. */
final class BrowserSession implements Session {

    private final MapSession session;

    /** Id under which it stands in the store; null while it does not. */
    private @Nullable String storedId;

    private BrowserSession(MapSession session, @Nullable String storedId) {
        this.session = session;
        this.storedId = storedId;
    }

    static BrowserSession fresh(Instant now, Duration idle) {
        var session = new MapSession();
        session.setCreationTime(now);
        session.setLastAccessedTime(now);
        session.setMaxInactiveInterval(idle);
        return new BrowserSession(session, null);
    }

    static BrowserSession stored(String id, Instant createdAt, Instant lastUsedAt, Duration idle) {
        var session = new MapSession(id);
        session.setCreationTime(createdAt);
        session.setLastAccessedTime(lastUsedAt);
        session.setMaxInactiveInterval(idle);
        return new BrowserSession(session, id);
    }

    @Nullable
    String storedId() {
        return storedId;
    }

    void stored() {
        storedId = getId();
    }

    @Override
    public String getId() {
        return session.getId();
    }

    @Override
    public String changeSessionId() {
        return session.changeSessionId();
    }

    @Override
    public <T> @Nullable T getAttribute(String name) {
        return session.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return session.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        if (value != null && !(value instanceof String)) {
            throw new IllegalArgumentException("A session keeps texts only, not " + value.getClass() + " as " + name);
        }
        session.setAttribute(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        session.removeAttribute(name);
    }

    @Override
    public Instant getCreationTime() {
        return session.getCreationTime();
    }

    @Override
    public void setLastAccessedTime(Instant time) {
        session.setLastAccessedTime(time);
    }

    @Override
    public Instant getLastAccessedTime() {
        return session.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        session.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return session.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return session.isExpired();
    }
}
