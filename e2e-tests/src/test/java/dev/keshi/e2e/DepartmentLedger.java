package dev.keshi.e2e;

import dev.keshi.launcher.client.Answer;
import dev.keshi.launcher.client.Caller;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** Someone in personnel who opens departments and moves each below another, and a list of those that were told to be there. */
final class DepartmentLedger {

    static final String DEPARTMENTS = "/api/org/v1/departments";

    private final PersistentCaller personnel;
    private final String top;
    private final String home;
    private final Set<String> moved = ConcurrentHashMap.newKeySet();

    /** @param top of the whole tree */
    DepartmentLedger(Caller personnel, String top) {
        this.personnel = new PersistentCaller(personnel);
        this.top = top;
        this.home = Leave.id(open().json());
    }

    PersistentCaller personnel() {
        return personnel;
    }

    /** The department below which the others are moved. */
    String home() {
        return home;
    }

    /** A move takes a transaction over two documents. */
    void openAndMove() {
        Answer opened = open();
        String department = Leave.id(opened.json());
        personnel
                .command(
                        "%s/%s/move".formatted(DEPARTMENTS, department),
                        JsonMapper.shared().createObjectNode().put("parentId", home),
                        "If-Match",
                        opened.etag())
                .expect(200);
        moved.add(department);
    }

    /** Every department whose opening and move were acknowledged. */
    Set<String> moved() {
        return Set.copyOf(moved);
    }

    private Answer open() {
        var department = JsonMapper.shared()
                .createObjectNode()
                .put("parentId", top)
                .put("code", "F-" + UUID.randomUUID().toString().substring(0, 12))
                .put("name", "临时部门");
        return personnel.command(DEPARTMENTS, department).expect(201);
    }
}
