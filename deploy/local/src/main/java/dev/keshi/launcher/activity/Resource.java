package dev.keshi.launcher.activity;

import dev.keshi.launcher.client.Answer;
import dev.keshi.launcher.client.Caller;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Something that has an address and a revision. */
record Resource(String path) {

    private static final int STALE = 412;
    private static final int OFTEN = 5;

    static Resource at(String collection, String id) {
        return new Resource(collection + "/" + id);
    }

    static ObjectNode body() {
        return JsonMapper.shared().createObjectNode();
    }

    static String idOf(JsonNode resource) {
        return resource.path("id").asString();
    }

    JsonNode read(Caller reader) {
        return reader.get(path).expect(200).json();
    }

    /** A command on the resource as it is now; once more when meanwhile it became another, for example late. */
    Answer command(Caller person, String verb, JsonNode body) {
        Answer answer = tried(person, verb, body);
        for (int again = 0; again < OFTEN && answer.status() == STALE; again++) {
            answer = tried(person, verb, body);
        }
        return answer;
    }

    private Answer tried(Caller person, String verb, JsonNode body) {
        return person.post(
                path + verb, body, "If-Match", person.get(path).expect(200).etag());
    }

    /** All of a list, page by page. */
    static List<JsonNode> all(Caller reader, String list) {
        var items = new ArrayList<JsonNode>();
        String cursor = "";
        do {
            JsonNode page = reader.get(list + cursor).expect(200).json();
            page.path("items").forEach(items::add);
            cursor = page.hasNonNull("nextCursor")
                    ? "&cursor=" + page.path("nextCursor").asString()
                    : "";
        } while (!cursor.isEmpty());
        return items;
    }
}
