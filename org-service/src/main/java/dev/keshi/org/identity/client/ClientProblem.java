package dev.keshi.org.identity.client;

/** Why an integration client did not do what was asked. Nothing was changed. */
public abstract sealed class ClientProblem extends RuntimeException {

    private ClientProblem(String message) {
        super(message, null, false, false);
    }

    public static final class NotFound extends ClientProblem {
        public NotFound(ClientId id) {
            super("no client " + id.value());
        }
    }

    public static final class Closed extends ClientProblem {
        public Closed() {
            super("client closed");
        }
    }

    /** A client has INTEGRATION, and beyond it at most HR and AUDITOR. */
    public static final class RolesNotForClients extends ClientProblem {
        public RolesNotForClients() {
            super("roles not for clients");
        }
    }
}
