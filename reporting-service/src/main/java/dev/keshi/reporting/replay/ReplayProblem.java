package dev.keshi.reporting.replay;

/** Why there is no replay. */
public abstract sealed class ReplayProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private ReplayProblem(String message) {
        super(message);
    }

    /** Names of a caller's topics begin with {@link #prefix}. */
    public static final class TopicNotAllowed extends ReplayProblem {
        private static final long serialVersionUID = 1L;
        private final String prefix;

        TopicNotAllowed(String topic, String prefix) {
            super(topic + " does not begin with " + prefix);
            this.prefix = prefix;
        }

        public String prefix() {
            return prefix;
        }
    }

    /** Nobody has made the topic. */
    public static final class NoSuchTopic extends ReplayProblem {
        private static final long serialVersionUID = 1L;

        NoSuchTopic(String topic) {
            super("There is no topic " + topic);
        }
    }

    /** The broker does not say which topics there are. */
    public static final class BrokerSilent extends ReplayProblem {
        private static final long serialVersionUID = 1L;

        BrokerSilent(Exception cause) {
            super("Kafka does not answer");
            initCause(cause);
        }
    }

    /** The caller's other replays have to end first. */
    public static final class TooMany extends ReplayProblem {
        private static final long serialVersionUID = 1L;
        private final int most;

        TooMany(int most) {
            super("More than " + most + " replays at a time");
            this.most = most;
        }

        public int most() {
            return most;
        }
    }

    /** There is nothing left to cancel. */
    public static final class Ended extends ReplayProblem {
        private static final long serialVersionUID = 1L;

        Ended(String id) {
            super("Has ended: " + id);
        }
    }

    /** A service waits for all of it: a copy that begins without its history would stay wrong. */
    public static final class OfService extends ReplayProblem {
        private static final long serialVersionUID = 1L;

        OfService(String id) {
            super("Asked for by a service: " + id);
        }
    }

    /** No such replay, or somebody else's. */
    public static final class Unknown extends ReplayProblem {
        private static final long serialVersionUID = 1L;

        public Unknown(String id) {
            super("No replay " + id);
        }
    }
}
