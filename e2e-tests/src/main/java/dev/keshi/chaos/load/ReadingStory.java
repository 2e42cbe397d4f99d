package dev.keshi.chaos.load;

import dev.keshi.chaos.ledger.Ledger;
import dev.keshi.chaos.ledger.Operation;
import dev.keshi.chaos.ledger.Operation.Kind;
import dev.keshi.launcher.client.Answer;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Someone who reads a notification. */
public final class ReadingStory implements Story {

    static final String INBOX = "/api/notification/v1/inbox";

    private final Person reader;
    private final Ledger ledger;

    public ReadingStory(Person reader, Ledger ledger) {
        this.reader = reader;
        this.ledger = ledger;
    }

    @Override
    public void once(Random chance) {
        JsonNode unread = reader.look(INBOX + "?unread=true&limit=1")
                .map(answer -> answer.json().path("items"))
                .orElseGet(JsonMapper.shared()::createArrayNode);
        for (JsonNode item : unread) {
            String id = item.path("id").asString();
            String etag = reader.look(INBOX + "/" + id).map(Answer::etag).orElse("");
            if (etag.isEmpty()) {
                return;
            }
            long number = ledger.next();
            String key = UUID.randomUUID().toString();
            var nothing = JsonMapper.shared().createObjectNode();
            String path = INBOX + "/" + id + "/read";
            Reply reply = chance.nextBoolean()
                    ? reader.insist(path, nothing, key, "If-Match", etag)
                    : reader.command(path, nothing, key, "If-Match", etag);
            ledger.add(new Operation(
                    number, Kind.READ, id, Map.of("recipientId", reader.id()), reply.outcome(), reply.words()));
        }
    }
}
