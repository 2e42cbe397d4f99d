package dev.keshi.notification.inbox;

/** Tells, as long as somebody listens, that inboxes have changed; never how, which is read where it stands. */
public interface InboxChanges {

    /** Whoever follows the changes. */
    interface Listener {

        /** From now on nothing is missed; what happened before may have been. */
        void opened();

        /** A change waits for its place. */
        void changed();

        /** A change in the person's inbox has got its place. */
        void placed(String recipientId);
    }

    /** Returns when the stream breaks off, by throwing, or when the calling thread is interrupted. */
    void follow(Listener listener);
}
