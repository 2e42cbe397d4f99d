package dev.keshi.launcher.activity;

import dev.keshi.launcher.client.Caller;
import java.time.LocalDate;
import tools.jackson.databind.JsonNode;

/** Work that somebody has to do by a day. */
public final class WorkItems {

    private static final String ITEMS = "/api/workflow/v1/work-items";

    private WorkItems() {}

    /** @return the id of the work item */
    public static String assign(Caller by, String owner, String title, LocalDate due) {
        return Resource.idOf(by.post(
                        ITEMS,
                        Resource.body()
                                .put("ownerId", owner)
                                .put("title", title)
                                .put("dueDate", due.toString()))
                .expect(201)
                .json());
    }

    public static JsonNode find(Caller reader, String item) {
        return Resource.at(ITEMS, item).read(reader);
    }

    public static void report(Caller owner, String item, String remark) {
        act(owner, item, "/report", "remark", remark);
    }

    /** For rework. */
    public static void giveBack(Caller assigner, String item, String reason) {
        act(assigner, item, "/return", "reason", reason);
    }

    /** @return the work item, completed */
    public static JsonNode accept(Caller assigner, String item) {
        return act(assigner, item, "/accept", "remark", "验收通过");
    }

    private static JsonNode act(Caller person, String item, String verb, String field, String text) {
        return Resource.at(ITEMS, item)
                .command(person, verb, Resource.body().put(field, text))
                .expect(200)
                .json();
    }
}
