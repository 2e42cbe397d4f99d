package dev.keshi.notification.live;

import dev.keshi.notification.inbox.InboxNews;
import java.io.IOException;

/** Where a stream goes. Each call has arrived, or waits in a buffer of fixed size, or fails. */
public interface LiveSink {

    /** @param resumed false when the reader must load the list: nothing before the position is told */
    void ready(long position, boolean resumed) throws IOException;

    void news(InboxNews news) throws IOException;

    void heartbeat() throws IOException;

    void closing(Ending reason) throws IOException;

    /** Why the server ends a stream. */
    enum Ending {
        TOKEN_EXPIRED,
        RIGHTS_REVOKED,
        SHUTDOWN
    }
}
