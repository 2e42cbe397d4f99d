package dev.keshi.org.identity.session;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Where a browser goes on after signing in: the authorization request that asked for it, the
 * page for changing the password, or the console. Only a request
 * that this issuer itself received is remembered, and only its path and query, so that nothing can lead elsewhere.
 */
public final class Continuation {

    private static final String ATTRIBUTE = "continue";
    private static final String AUTHORIZE = "/oauth2/authorize";
    private static final String PASSWORD = "/account/password";
    private static final String CONSOLE = "/";
    private static final int LONGEST = 4_000;

    private Continuation() {}

    public static void remember(HttpServletRequest request) {
        var query = request.getQueryString();
        if (request.getMethod().equals("GET") && request.getRequestURI().equals(PASSWORD)) {
            request.getSession().setAttribute(ATTRIBUTE, PASSWORD);
        }
        if (request.getMethod().equals("GET")
                && request.getRequestURI().equals(AUTHORIZE)
                && query != null
                && query.length() <= LONGEST) {
            request.getSession().setAttribute(ATTRIBUTE, AUTHORIZE + "?" + query);
        }
    }

    /** Told once. */
    public static String take(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof String address)) {
            return CONSOLE;
        }
        session.removeAttribute(ATTRIBUTE);
        return address;
    }
}
