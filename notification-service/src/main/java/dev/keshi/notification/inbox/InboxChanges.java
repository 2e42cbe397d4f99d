package dev.keshi.notification.inbox;

/** Tells, as long as somebody listens, that inboxes have changed; never how, which is read where it stands. */
public interface InboxChanges {

    /** Whoever follows the changes. */
    interface Listener {

        /** Whether to go on. */
        boolean isListening();

        /** From now on nothing is missed; what happened before may have been. */
        void opened();

        /** A change waits for its place. */
        void changed();

        /** A change in the person's inbox has got its place. */
        void placed(String recipientId);
    }

    /** Returns when the listener wants no more or its thread is interrupted; throws when the stream breaks off. */
    void follow(Listener listener);
}
