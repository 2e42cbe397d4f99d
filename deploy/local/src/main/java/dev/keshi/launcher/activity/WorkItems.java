package dev.keshi.launcher.activity;

import dev.keshi.launcher.client.CallFailure;
import dev.keshi.launcher.client.Caller;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** Work that somebody has to do by a day. */
public final class WorkItems {

    private static final String ITEMS = "/api/workflow/v1/work-items";
    private static final String WORK_LIST = "/api/workflow/v1/work-list?limit=100";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

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

    /** The id of the work of that title in somebody's work list; waits until it is there. */
    public static String awaited(Caller owner, String title) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var found = Resource.all(owner, WORK_LIST).stream()
                    .map(entry -> entry.path("work"))
                    .filter(work -> work.path("title").asString("").equals(title))
                    .map(work -> work.path("workItemId").asString())
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > deadline) {
                throw new CallFailure("'%s' is in no work list after %d s".formatted(title, PATIENCE.toSeconds()));
            }
            LockSupport.parkNanos(50_000_000);
        }
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
