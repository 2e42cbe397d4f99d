package dev.keshi.e2e;

import dev.keshi.launcher.client.Caller;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A list of an API, page by page to its end. */
final class Pages {

    private Pages() {}

    /** @param path with what limits a page and what filters, if anything */
    static List<JsonNode> items(Caller reader, String path) {
        var all = new ArrayList<JsonNode>();
        String next = path;
        while (!next.isEmpty()) {
            JsonNode page = reader.get(next).expect(200).json();
            page.path("items").forEach(all::add);
            next = page.hasNonNull("nextCursor")
                    ? after(path, page.path("nextCursor").asString())
                    : "";
        }
        return all;
    }

    private static String after(String path, String cursor) {
        return path + (path.contains("?") ? "&" : "?") + "cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
    }
}
