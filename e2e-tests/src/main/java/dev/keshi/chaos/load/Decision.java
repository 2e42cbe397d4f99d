package dev.keshi.chaos.load;

import dev.keshi.chaos.ledger.Ledger;
import dev.keshi.chaos.ledger.Operation;
import dev.keshi.chaos.ledger.Operation.Kind;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody does with an open task.
 *
 * @param task as the request shows it
 */
record Decision(Ledger ledger, Person person, String request, JsonNode task) {

    /** @return whether it was told that it is done */
    boolean take(Kind kind, boolean insists) {
        return send(kind, insists).isOk();
    }

    Reply send(Kind kind, boolean insists) {
        long number = ledger.next();
        String id = task.path("id").asString();
        String path = "%s/%s/%s".formatted(LeaveStory.TASKS, id, verb(kind));
        String revision = "\"" + task.path("revision").asLong() + "\"";
        String key = UUID.randomUUID().toString();
        var nothing = JsonMapper.shared().createObjectNode();
        Reply reply = insists
                ? person.insist(path, nothing, key, "If-Match", revision)
                : person.command(path, nothing, key, "If-Match", revision);
        ledger.add(new Operation(number, kind, request, asked(kind, id), reply.outcome(), reply.words()));
        return reply;
    }

    private Map<String, String> asked(Kind kind, String id) {
        return switch (kind) {
            case CLAIM -> Map.of("taskId", id, "claimedBy", person.id());
            case APPROVE -> Map.of("taskId", id, "decidedBy", person.id(), "outcome", "APPROVED");
            case REJECT -> Map.of("taskId", id, "decidedBy", person.id(), "outcome", "REJECTED");
            default -> throw new IllegalArgumentException(kind.name());
        };
    }

    private static String verb(Kind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT);
    }
}
