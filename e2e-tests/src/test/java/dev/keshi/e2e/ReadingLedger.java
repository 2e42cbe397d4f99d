package dev.keshi.e2e;

import dev.keshi.launcher.client.Answer;
import dev.keshi.launcher.client.Caller;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Someone who reads notifications one by one, and a list of those that were told to be read. */
final class ReadingLedger {

    static final String INBOX = "/api/notification/v1/inbox";

    private final PersistentCaller reader;
    private final Set<String> read = ConcurrentHashMap.newKeySet();

    ReadingLedger(Caller reader) {
        this.reader = new PersistentCaller(reader);
    }

    PersistentCaller reader() {
        return reader;
    }

    /** One of those that are unread, if there is one; when it changes at the same time, not yet. */
    void readOne() {
        JsonNode unread =
                reader.get(INBOX + "?unread=true&limit=1").expect(200).json().path("items");
        for (JsonNode item : unread) {
            String notification = INBOX + "/" + Leave.id(item);
            Answer answer = reader.command(
                            notification + "/read",
                            JsonMapper.shared().createObjectNode(),
                            "If-Match",
                            reader.get(notification).expect(200).etag())
                    .expect(200, 412);
            if (answer.status() == 200) {
                read.add(Leave.id(item));
            }
        }
    }

    /** Every notification of which it was acknowledged that it is read. */
    Set<String> read() {
        return Set.copyOf(read);
    }
}
