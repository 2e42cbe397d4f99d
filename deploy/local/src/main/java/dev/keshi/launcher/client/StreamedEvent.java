package dev.keshi.launcher.client;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One server-sent event.
 *
 * @param received {@link System#nanoTime()} when its last line came
 */
public record StreamedEvent(String id, String name, String data, long received) {

    public JsonNode json() {
        return JsonMapper.shared().readTree(data);
    }
}
